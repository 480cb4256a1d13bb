//! Forgetting a password.

use anteroom_model::ticket::{RESET_LIFETIME, TicketKind, TicketSettings};
use anteroom_model::user::typed_identifiers;
use anteroom_model::{Context, EventKind, Language, Refusal, User, codes};
use anteroom_store::{Connection, ticket, user};

use super::client;
use crate::configuration::TenantConfiguration;
use crate::mail::{Mail, Outgoing};
use crate::tickets::Draft;
use crate::{Error, Record, Services};

/// How many links a user is sent within so many seconds: one a minute, five an hour.
const LIMITS: [(i64, i64); 2] = [(1, 60), (5, 3600)];

/// What mails to nobody are addressed to; they are composed for the time it takes and never queued.
const NOBODY: &str = "nobody@example.invalid";

/// What is asked for.
#[derive(Clone, Debug)]
pub struct RequestPasswordChange {
    /// The connection's name.
    pub connection: String,
    /// The application the person comes from.
    pub client_id: Option<String>,
    /// Who it is, as typed: whatever one signs in with at the connection.
    pub identifier: String,
    /// The language to write in.
    pub language: Language,
}

struct State {
    user: Option<User>,
    draft: Draft,
    mail: Outgoing,
}

/// Sends a link to choose another password, if somebody with an address is known by the identifier and is not blocked
/// (requirements S0.L25.7, S4.L11.7). The answer is the same in every case, and so is the work but for a few statements
/// (ASVS 6.3.8): who has no account is told nothing.
///
/// # Errors
/// `inexistent_connection`, `password_change_disabled`, `invalid_client`.
pub async fn request_password_change(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: RequestPasswordChange,
) -> Result<(), Error> {
    let connection = tenant.connection(&request.connection).ok_or_else(|| {
        Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist.").field("connection")
    })?;
    if !connection.self_service_password_change() {
        let message = "People do not change their passwords themselves at this connection.";
        return Err(Refusal::new(&codes::PASSWORD_CHANGE_OFF, message).into());
    }
    client::named(services, context, request.client_id.as_deref()).await?;
    let identifiers = typed_identifiers(&request.identifier, connection);
    let session = services.db.session().await?;
    let found = user::by_identifiers(&session.connection(), context.tenant, connection.key, &identifiers).await?;
    drop(session);
    let address = found.as_ref().and_then(|user| user.email.as_deref()).unwrap_or(NOBODY);
    // The link goes to the address, so whoever uses it has shown control of it.
    let settings =
        TicketSettings { client_id: request.client_id, marks_email_as_verified: true, ..TicketSettings::default() };
    let draft = Draft::new(context, tenant, TicketKind::PasswordChange, address, RESET_LIFETIME, settings)?;
    let mail = Mail::ResetPassword { link: draft.link().to_owned(), minutes: RESET_LIFETIME / 60 };
    let mail = Outgoing::prepare(services, context, tenant, request.language, address, &mail)?;
    let state = State { user: found, draft, mail };
    services
        .transact(context, None, state, |connection, context, state| Box::pin(run(connection, context, state)))
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, state: &State) -> Result<(), Error> {
    let refused = Record::new(context, EventKind::PasswordChangeRefused);
    let Some(found) = &state.user else {
        return refused.reason(Some("unknown user".to_owned())).write(connection).await;
    };
    // Locked, so that of many requests at once one is within the limit.
    let user = user::by_id_for_change(connection, context.tenant, &found.user_id).await?;
    let Some(user) = user else { return refused.reason(Some("unknown user".to_owned())).write(connection).await };
    if let Some(reason) = obstacle(connection, context, found, &user).await? {
        return refused.user(&user).reason(Some(reason.to_owned())).write(connection).await;
    }
    state.draft.store(connection, context, user.key).await?;
    state.mail.queue(connection, context).await?;
    Record::new(context, EventKind::PasswordChangeRequested).user(&user).write(connection).await
}

/// Why no link is sent.
async fn obstacle(
    connection: &Connection<'_>,
    context: &Context,
    found: &User,
    user: &User,
) -> Result<Option<&'static str>, Error> {
    if user.state.status.is_blocked() {
        return Ok(Some("the account is blocked"));
    }
    if user.email.is_none() || user.email != found.email {
        return Ok(Some("there is no address to write to"));
    }
    for (most, seconds) in LIMITS {
        let since = context.now().plus_seconds(-seconds);
        let made = ticket::made_since(connection, context.tenant, user.key, TicketKind::PasswordChange, since).await?;
        if made >= most {
            return Ok(Some("too many requests"));
        }
    }
    Ok(None)
}
