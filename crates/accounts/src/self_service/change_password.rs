//! Changing one's own password.

use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::settings::TenantSettings;
use anteroom_model::{Context, EventKind, Language, Refusal, User, UserKey, codes};
use anteroom_store::{Connection, user};
use zeroize::Zeroizing;

use super::{blocked, changed_mail};
use crate::configuration::TenantConfiguration;
use crate::mail::Outgoing;
use crate::protection::{self, AccountKey};
use crate::tickets::unknown_user;
use crate::users::password::{self, Prepared};
use crate::users::set_own_password;
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone)]
pub struct ChangePassword {
    /// Who.
    pub user: UserKey,
    /// The current password, as typed (ASVS 6.2.3).
    pub current: String,
    /// The new password.
    pub password: String,
    /// The session to stay in; all others end.
    pub keep_session: Option<String>,
    /// The language to write in.
    pub language: Language,
}

struct Known {
    user: User,
    hash: String,
    account: AccountKey,
}

struct State {
    known: Known,
    settings: TenantSettings,
    password: Prepared,
    mail: Option<Outgoing>,
    keep_session: Option<String>,
}

/// Changes the password of the person who asks (requirement S0.L25.6): the current one is asked for, other sessions and
/// all links to choose a password end, and the owner gets a mail. A wrong current password counts like a failed sign-in.
///
/// # Errors
/// `inexistent_user`, `unauthorized` when the account is blocked, `password_change_disabled`, `invalid_user_password`
/// naming `current_password`, `too_many_requests` while the account or the address is locked, `invalid_password`.
pub async fn change_password(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: ChangePassword,
) -> Result<User, Error> {
    let session = services.db.session().await?;
    let found = user::by_key(&session.connection(), context.tenant, request.user).await?;
    let user = found.ok_or_else(unknown_user)?;
    let connection = check(tenant, &user)?;
    let account = AccountKey::of(&user, Some(connection));
    refuse_locked(&session.connection(), context, &tenant.settings, &account).await?;
    let hash = user::password_hash(&session.connection(), context.tenant, user.key).await?;
    drop(session);
    let Some(hash) = hash else {
        return Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "The user has no password to change.").into());
    };
    let known = Known { user, hash, account };
    if !services.passwords.verify(Zeroizing::new(request.current), &known.hash).await? {
        return Err(count_wrong(services, tenant, context, known).await?.into());
    }
    let password = password::prepare(services, context, connection, &known.user, &request.password).await?;
    if services.passwords.verify(Zeroizing::new(request.password), &known.hash).await? {
        let message = "The new password must not be the current one.";
        return Err(Refusal::new(&codes::INVALID_PASSWORD, message).field("password").into());
    }
    let mail = known.user.email.as_deref();
    let mail = mail.map(|email| changed_mail(services, tenant, context, request.language, email)).transpose()?;
    let settings = tenant.settings.clone();
    let state = State { known, settings, password, mail, keep_session: request.keep_session };
    services
        .transact(context, None, state, |connection, context, state| Box::pin(run(connection, context, state)))
        .await
}

/// The user's connection, if passwords are changed there: always those that must be.
fn check<'a>(tenant: &'a TenantConfiguration, user: &User) -> Result<&'a UserConnection, Refusal> {
    if user.state.status.is_blocked() {
        return Err(blocked());
    }
    let connection = tenant
        .connection_of(user)
        .ok_or_else(|| Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist."))?;
    if !connection.self_service_password_change() && !user.password.must_change {
        let message = "People do not change their passwords themselves at this connection.";
        return Err(Refusal::new(&codes::PASSWORD_CHANGE_OFF, message));
    }
    Ok(connection)
}

async fn refuse_locked(
    connection: &Connection<'_>,
    context: &Context,
    settings: &TenantSettings,
    account: &AccountKey,
) -> Result<(), Error> {
    match protection::locked(connection, context, settings, account).await? {
        None => Ok(()),
        Some(_) => {
            let message = "There were too many wrong passwords. Try again later.";
            Err(Refusal::new(&codes::TOO_MANY_REQUESTS, message).into())
        }
    }
}

/// Counts a wrong current password, in a transaction that stays, and answers the refusal.
async fn count_wrong(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    known: Known,
) -> Result<Refusal, Error> {
    let state = (known, tenant.settings.clone());
    services
        .transact(context, None, state, |connection, context, (known, settings)| {
            Box::pin(async move {
                protection::count_failure(connection, context, settings, &known.account).await?;
                let record = Record::new(context, EventKind::PasswordChangeRefused).by(&known.user);
                record.reason(Some("wrong current password".to_owned())).write(connection).await
            })
        })
        .await?;
    Ok(wrong_password())
}

fn wrong_password() -> Refusal {
    Refusal::new(&codes::SIGN_IN_FAILED, "The current password is wrong.").field("current_password")
}

async fn run(connection: &Connection<'_>, context: &Context, state: &State) -> Result<User, Error> {
    let known = &state.known;
    let found = user::by_id_for_change(connection, context.tenant, &known.user.user_id).await?;
    let mut user = found.ok_or_else(unknown_user)?;
    if user.state.status.is_blocked() {
        return Err(blocked().into());
    }
    refuse_locked(connection, context, &state.settings, &known.account).await?;
    // What was the current password when it was looked at may not be any more.
    if user::password_hash(connection, context.tenant, user.key).await?.as_ref() != Some(&known.hash) {
        return Err(wrong_password().into());
    }
    set_own_password(connection, context, &mut user, &state.password, state.keep_session.as_deref()).await?;
    protection::clear(connection, context, &user).await?;
    if let Some(mail) = &state.mail {
        mail.queue(connection, context).await?;
    }
    Ok(user)
}
