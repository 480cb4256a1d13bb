//! Changing a user.

use anteroom_model::guard::{Act, may};
use anteroom_model::metadata::Merge;
use anteroom_model::ticket::TicketKind;
use anteroom_model::user::{Applied, UserChanges};
use anteroom_model::{Change, Context, EventKind, FieldChange, PlatformRole, Refusal, Status, User, codes};
use anteroom_store::{Connection, ticket, user};

use super::address_mail::{self, AddressMail};
use super::{ActNotice, Changed, load, password, refuse_taken, role, unknown_user};
use crate::access::{end_all, lift_lock};
use crate::configuration::TenantConfiguration;
use crate::mail::AdminAct;
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct UpdateUser {
    /// The user's id.
    pub user_id: String,
    /// The version the caller has read, from `If-Match`.
    pub expected_version: Option<i64>,
    /// The fields.
    pub changes: UserChanges,
    /// How metadata is merged.
    pub merge: Merge,
    /// A new password.
    pub password: Option<String>,
    /// A new platform role.
    pub platform_role: Option<PlatformRole>,
    /// The connection the caller means; it must be the user's own.
    pub connection: Option<String>,
    /// Whether to send a mail to prove the address; if not said, to a new one that is not verified.
    pub verify_email: Option<bool>,
    /// The application the mail is about.
    pub client_id: Option<String>,
    /// Whether to tell the user of the new password by mail, which never holds it.
    pub notify: bool,
}

struct Update {
    request: UpdateUser,
    password: NewPassword,
    mail: Option<AddressMail>,
    notice: Option<ActNotice>,
}

enum NewPassword {
    None,
    /// The actor may not set it: the transaction refuses, with its record, and the work of hashing is spared.
    Refused(Refusal),
    Prepared(password::Prepared),
}

impl NewPassword {
    fn is_sent(&self) -> bool {
        !matches!(self, Self::None)
    }
}

/// Changes a user: all of it or nothing.
///
/// # Errors
/// `inexistent_user`, `invalid_body` (also for the combinations Auth0 refuses), `invalid_password`,
/// `operation_not_supported`, `precondition_failed`, `auth0_idp_error` when an identifier is taken, the guards' refusals.
pub async fn update_user(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    mut request: UpdateUser,
) -> Result<Changed, Error> {
    refuse_combinations(&request)?;
    let found = user::by_id(&services.db.session().await?.connection(), context.tenant, &request.user_id).await?;
    let found = found.ok_or_else(unknown_user)?;
    check_connection(tenant, &found, request.connection.as_deref())?;
    refuse_disabled_connection(tenant, &found, &request)?;
    if let (Change::Set(username), Some(source)) = (&request.changes.username, tenant.connection_of(&found)) {
        source.check_username(username)?;
    }
    let target = crate::record::user_party(&found);
    let password = match request.password.take() {
        None => NewPassword::None,
        Some(password) => prepare_password(services, tenant, context, &found, &password).await?,
    };
    let mail = address_mail::for_change(services, tenant, context, &found, &request)?;
    let act = password_set(&found, &request.changes);
    let notice = request.notify.then(|| ActNotice::prepare(services, tenant, context, &found, act)).transpose()?;
    services
        .transact(context, Some(target), Update { request, password, mail, notice }, |connection, context, update| {
            Box::pin(run(connection, context, update))
        })
        .await
}

async fn prepare_password(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    user: &User,
    password: &str,
) -> Result<NewPassword, Error> {
    if let Err(refusal) = may(&context.actor, user.key, user.platform_role, Act::ChangePassword) {
        return Ok(NewPassword::Refused(refusal));
    }
    let connection = tenant
        .connection_of(user)
        .ok_or_else(|| Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist."))?;
    Ok(NewPassword::Prepared(password::prepare(services, context, connection, user, password).await?))
}

/// What the mail of a new password tells, as the user will be.
fn password_set(user: &User, changes: &UserChanges) -> AdminAct {
    AdminAct::PasswordSet {
        must_change: changes.must_change_password.unwrap_or(user.password.must_change),
        can_sign_in: !changes.blocked.unwrap_or(user.state.status.is_blocked()),
    }
}

/// Fields that Auth0 does not let change together, and a mail of a password that is not there.
fn refuse_combinations(request: &UpdateUser) -> Result<(), Refusal> {
    let changes = &request.changes;
    let (password, username) = (request.password.is_some(), changes.username.is_mentioned());
    let (email, verified) = (changes.email.is_mentioned(), changes.email_verified.is_some());
    let pairs = [
        (password && email, "password", "email"),
        (password && verified, "password", "email_verified"),
        (username && email, "username", "email"),
        (username && verified, "username", "email_verified"),
        (username && password, "username", "password"),
    ];
    if request.notify && !password {
        return Err(Refusal::invalid_field("notify", "must be left out where there is no new password to tell of"));
    }
    match pairs.into_iter().find(|(both, ..)| *both) {
        None => Ok(()),
        Some((_, one, other)) => {
            let message = format!("Cannot update {one} and {other} simultaneously.");
            Err(Refusal::new(&codes::INVALID_BODY, message).field(other))
        }
    }
}

fn check_connection(tenant: &TenantConfiguration, user: &User, named: Option<&str>) -> Result<(), Refusal> {
    let Some(named) = named else { return Ok(()) };
    if tenant.connection(named).is_none() {
        return Err(Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist.").field("connection"));
    }
    if user.identities.iter().any(|identity| identity.connection == named) {
        return Ok(());
    }
    Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "The user has no identity in the connection.")
        .field("connection"))
}

/// What one signs in with does not change while the connection is disabled, as with Auth0.
fn refuse_disabled_connection(tenant: &TenantConfiguration, user: &User, request: &UpdateUser) -> Result<(), Refusal> {
    let UserChanges { email, username, phone_number, .. } = &request.changes;
    let touched = request.password.is_some() || [email, username, phone_number].into_iter().any(Change::is_mentioned);
    if touched && tenant.connection_of(user).is_some_and(|connection| !connection.enabled) {
        return Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "The connection is disabled.").field("connection"));
    }
    Ok(())
}

async fn run(connection: &Connection<'_>, context: &Context, update: &Update) -> Result<Changed, Error> {
    let request = &update.request;
    let before = load(connection, context, &request.user_id).await?;
    if request.expected_version.is_some_and(|expected| expected != before.version) {
        let message = format!("The user is at version {} now.", before.version);
        return Err(Refusal::new(&codes::VERSION_CHANGED, message).field("If-Match").into());
    }
    let mut user = before.clone();
    let applied = user.apply(request.changes.clone(), request.merge, context.now())?;
    let is_role_new = request.platform_role.is_some_and(|role| role != before.platform_role);
    let is_readdressed = before.identifiers() != user.identifiers();
    guard(context, &before, update, &applied, (is_role_new, is_readdressed))?;
    if let Some(new_role) = request.platform_role.filter(|_| is_role_new) {
        role::change(connection, context, &mut user, new_role).await?;
    }
    if let NewPassword::Prepared(password) = &update.password {
        password::note(&mut user, password, context.now());
    }
    // A first password ends nothing: nobody has signed in with another one.
    let is_replaced = update.password.is_sent() && before.password.set_at.is_some();
    let is_blocked_now = applied.status.is_some() && user.state.status.is_blocked();
    if applied.status.is_some() && user.state.status == Status::Active {
        lift_lock(connection, context, &user).await?;
    }
    if is_replaced || is_blocked_now || is_role_new {
        end_all(connection, context, &mut user).await?;
    }
    if update.password.is_sent() {
        ticket::end_open(connection, context.tenant, user.key, TicketKind::PasswordChange).await?;
    }
    if let Some(mail) = &update.mail {
        mail.queue_if_due(connection, context, &before, &user).await?;
    }
    if let Some(notice) = &update.notice {
        notice.queue(connection, context, &user).await?;
    }
    if applied.is_empty() && !is_role_new && !update.password.is_sent() {
        return Ok(Changed { user: before, is_changed: false });
    }
    store(connection, context, update, &before, &mut user, &applied).await?;
    record(connection, context, update, &user, applied).await?;
    Ok(Changed { user, is_changed: true })
}

fn guard(
    context: &Context,
    user: &User,
    update: &Update,
    applied: &Applied,
    (is_role_new, is_readdressed): (bool, bool),
) -> Result<(), Refusal> {
    let acts = [
        (true, Act::Edit),
        (is_readdressed, Act::ChangeIdentifiers),
        (applied.status.is_some(), Act::ChangeStatus),
        (update.password.is_sent(), Act::ChangePassword),
        (is_role_new, Act::ChangeRole(update.request.platform_role.unwrap_or_default())),
    ];
    acts.into_iter()
        .filter(|(is_done, _)| *is_done)
        .try_for_each(|(_, act)| may(&context.actor, user.key, user.platform_role, act))?;
    // Even where the user's role has changed since: there is no hash to store.
    match &update.password {
        NewPassword::Refused(refusal) => Err(refusal.clone()),
        NewPassword::None | NewPassword::Prepared(_) => Ok(()),
    }
}

async fn store(
    connection: &Connection<'_>,
    context: &Context,
    update: &Update,
    before: &User,
    user: &mut User,
    applied: &Applied,
) -> Result<(), Error> {
    let identifiers = before.identifiers() != user.identifiers();
    if identifiers && user.identifiers().is_empty() {
        return Err(Refusal::new(
            &codes::IDENTIFIER_MISSING,
            "The last of email, phone_number and username cannot be removed.",
        )
        .into());
    }
    if identifiers || applied.profile.iter().any(|change| change.field == "external_id") {
        refuse_taken(connection, context, user).await?;
    }
    user.version += 1;
    user.updated_at = context.now();
    user::replace(connection, context.tenant, before, user).await?;
    if let NewPassword::Prepared(password) = &update.password {
        user::set_password(connection, context.tenant, user.key, &password.hash).await?;
    }
    Ok(())
}

async fn record(
    connection: &Connection<'_>,
    context: &Context,
    update: &Update,
    user: &User,
    applied: Applied,
) -> Result<(), Error> {
    let status: Vec<FieldChange> = applied.status.into_iter().collect();
    for (kind, happened, changes) in [
        (EventKind::UserUpdated, !applied.profile.is_empty(), applied.profile),
        (EventKind::UserStatusChanged, !status.is_empty(), status),
        (EventKind::UserPasswordChanged, update.password.is_sent(), Vec::new()),
    ] {
        if happened {
            Record::new(context, kind).user(user).changes(changes).write(connection).await?;
        }
    }
    Ok(())
}
