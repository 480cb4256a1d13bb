//! Signing up.

use anteroom_model::client::Client;
use anteroom_model::user::{Identifier, IdentifierKind, SignUpFields, identifier_key};
use anteroom_model::{Context, EventKind, Language, Refusal, User, codes};
use anteroom_store::{Connection, event, user};

use super::client;
use crate::configuration::TenantConfiguration;
use crate::mail::{Mail, Outgoing};
use crate::roles::give_defaults;
use crate::tickets::{Verification, page};
use crate::users::password::{self, Prepared};
use crate::{Error, Record, Services};

/// How often the owner of an address is told that somebody signs up with it, in seconds.
const TOLD_EVERY: i64 = 3600;

/// What is recorded when the owner is told.
const TOLD: &str = "email is taken; its owner was told";

/// What is asked for.
#[derive(Clone)]
pub struct SignUp {
    /// The connection's name.
    pub connection: String,
    /// The application the person comes from.
    pub client_id: Option<String>,
    /// What the person says.
    pub fields: SignUpFields,
    /// The password.
    pub password: String,
    /// The language to write in.
    pub language: Language,
}

struct State {
    user: User,
    password: Prepared,
    /// To the new user.
    verification: Option<Verification>,
    /// To the owner of the address, if there is one already.
    account_exists: Option<Outgoing>,
}

enum Outcome {
    Made(Box<User>),
    Taken,
}

/// Makes an account for whoever asks (requirement S4.L24.3), and sends a mail to prove the address.
///
/// If an identifier is taken the answer does not say which or why; the owner of the address is told by mail, once an hour.
/// The work is the same up to the transaction.
///
/// # Errors
/// `inexistent_connection`, `signup_disabled`, `invalid_client`, `invalid_body`, `identifier_missing`, `invalid_password`;
/// `invalid_signup` when an identifier is taken.
pub async fn sign_up(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: SignUp,
) -> Result<User, Error> {
    let connection = tenant.connection(&request.connection).ok_or_else(|| {
        Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist.").field("connection")
    })?;
    let rules = connection
        .sign_up()
        .ok_or_else(|| Refusal::new(&codes::SIGN_UP_OFF, "Sign-up is switched off at this connection."))?;
    let client = client::named(services, context, request.client_id.as_deref()).await?;
    let mut user = request.fields.into_new_user(&rules)?.build(connection, &*context.random, context.now())?;
    let password = password::prepare(services, context, connection, &user, &request.password).await?;
    password::note(&mut user, &password, context.now());
    let verification =
        Verification::prepare(services, context, tenant, request.language, &user, request.client_id.clone())?;
    let account_exists = match &user.email {
        None => None,
        Some(email) => {
            let mail = Mail::AccountExists { login_link: login_link(tenant, client.as_ref())? };
            Some(Outgoing::prepare(services, context, tenant, request.language, email, &mail)?)
        }
    };
    let state = State { user, password, verification, account_exists };
    let run =
        services.transact(context, None, state, |connection, context, state| Box::pin(run(connection, context, state)));
    match run.await? {
        Outcome::Made(user) => Ok(*user),
        Outcome::Taken => Err(Refusal::new(&codes::SIGN_UP_REFUSED, "Invalid sign up").into()),
    }
}

async fn run(connection: &Connection<'_>, context: &Context, state: &State) -> Result<Outcome, Error> {
    let mut user = state.user.clone();
    if let Some(taken) = user::taken(connection, context.tenant, &user).await? {
        refuse(connection, context, state, taken.field).await?;
        return Ok(Outcome::Taken);
    }
    user::insert(connection, context.tenant, &mut user).await?;
    user::set_password(connection, context.tenant, user.key, &state.password.hash).await?;
    if let Some(verification) = &state.verification {
        verification.queue(connection, context, user.key).await?;
    }
    let changes = give_defaults(connection, context, user.key).await?.into_iter().collect();
    Record::new(context, EventKind::SignedUp).by(&user).changes(changes).write(connection).await?;
    Ok(Outcome::Made(Box::new(user)))
}

/// Records the refusal, and tells the owner of the address. Answered as an outcome, so that this is kept.
async fn refuse(connection: &Connection<'_>, context: &Context, state: &State, field: &str) -> Result<(), Error> {
    let record = Record::new(context, EventKind::SignUpRefused);
    let Some(owner) = owner(connection, context, &state.user).await? else {
        return record.reason(Some(format!("{field} is taken"))).write(connection).await;
    };
    let since = context.now().plus_seconds(-TOLD_EVERY);
    let told = (EventKind::SignUpRefused, TOLD);
    let is_told = event::happened_since(connection, context.tenant, &owner.user_id, told, since).await?;
    let reason = match &state.account_exists {
        Some(mail) if !is_told && !owner.state.status.is_blocked() => {
            mail.queue(connection, context).await?;
            TOLD.to_owned()
        }
        _ => "email is taken".to_owned(),
    };
    record.user(&owner).reason(Some(reason)).write(connection).await
}

/// Who has the very address that somebody signs up with, locked: of many sign-ups at once one tells.
async fn owner(connection: &Connection<'_>, context: &Context, wanted: &User) -> Result<Option<User>, Error> {
    let Some(email) = &wanted.email else { return Ok(None) };
    let identifier = Identifier { kind: IdentifierKind::Email, key: identifier_key(email) };
    let found = user::by_identifiers(connection, context.tenant, wanted.connection, &[identifier]).await?;
    let Some(found) = found.filter(|owner| owner.email == wanted.email) else { return Ok(None) };
    Ok(user::by_id_for_change(connection, context.tenant, &found.user_id).await?)
}

/// Where an owner signs in: at the application, where the tenant sends people who have nowhere to return to, or at our
/// own page.
fn login_link(tenant: &TenantConfiguration, client: Option<&Client>) -> Result<String, Refusal> {
    let home = client.and_then(Client::home);
    match home.or_else(|| tenant.settings.default_redirection_uri.clone()) {
        Some(link) => Ok(link),
        None => page(tenant, "/u/login"),
    }
}
