//! Forgetting a password.

use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::ticket::{RESET_LIFETIME, TicketKind, TicketSettings};
use anteroom_model::user::{Identifier, IdentifierKind, identifier_key, typed_identifiers};
use anteroom_model::{Context, EventKind, Language, Refusal, User, UserKey, codes, email, reset_code};
use anteroom_store::{Connection, ticket, user};

use super::client;
use crate::configuration::TenantConfiguration;
use crate::mail::{Mail, Outgoing};
use crate::tickets::{Asker, Draft};
use crate::{Error, Record, Services, protection};

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
    /// The browser's secret, where the person can type a code too; otherwise the mail has a link alone.
    pub browser: Option<String>,
    /// The language to write in.
    pub language: Language,
}

struct State {
    user: Option<User>,
    draft: Draft,
    mail: Outgoing,
}

/// Sends a link to choose another password, and a code to type in the browser that asks, if somebody with an address is known by the identifier and is not blocked
/// (requirements S0.L25.7, S4.L11.7). The answer is the same in every case, and so is the work up to the number of
/// statements (ASVS 6.3.8): neither tells who has an account.
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
    let identifiers = identifiers(&request.identifier, connection);
    let session = services.db.session().await?;
    let found = user::by_identifiers(&session.connection(), context.tenant, connection.key, &identifiers).await?;
    let code = match &request.browser {
        None => None,
        Some(browser) => {
            let asker = Asker::new(browser, &request.identifier);
            let key = found.as_ref().map_or_else(|| asker.unknown_key(), |user| user.user_id.clone());
            // After too many wrong ones mails have a link alone: a code would only be refused.
            let is_locked = protection::codes_locked(&session.connection(), context, &key).await?;
            Some((asker, reset_code::new_code(&*context.random))).filter(|_| !is_locked)
        }
    };
    drop(session);
    let address = found.as_ref().and_then(|user| user.email.as_deref()).unwrap_or(NOBODY);
    // The link goes to the address, so whoever uses it has shown control of it.
    let settings =
        TicketSettings { client_id: request.client_id, marks_email_as_verified: true, ..TicketSettings::default() };
    let draft = Draft::new(context, tenant, TicketKind::PasswordChange, address, RESET_LIFETIME, settings)?;
    let draft = match &code {
        None => draft,
        Some((asker, code)) => draft.with_code(context, asker, code),
    };
    let code = code.map(|(_, code)| code);
    let mail = Mail::ResetPassword { link: draft.link().to_owned(), minutes: RESET_LIFETIME / 60, code };
    let mail = Outgoing::prepare(services, context, tenant, request.language, address, &mail)?;
    let state = State { user: found, draft, mail };
    services
        .transact(context, None, state, |connection, context, state| Box::pin(run(connection, context, state)))
        .await
}

/// What the user is looked for by: the address too where nobody signs in with it, for mails go there all the same.
fn identifiers(typed: &str, connection: &UserConnection) -> Vec<Identifier> {
    let mut found = typed_identifiers(typed, connection);
    let address = email::normalize(typed.trim()).ok();
    let address = address.map(|address| Identifier { kind: IdentifierKind::Email, key: identifier_key(&address) });
    found.extend(address.filter(|address| !found.contains(address)));
    found
}

async fn run(connection: &Connection<'_>, context: &Context, state: &State) -> Result<(), Error> {
    let (tenant, now) = (context.tenant, context.now());
    let user_id = state.user.as_ref().map_or("", |user| &user.user_id);
    // Locked, so that of many requests at once one is within the limit.
    let user = user::by_id_for_change(connection, tenant, user_id).await?;
    let key = user.as_ref().map_or(UserKey(0), |user| user.key);
    let mut is_limited = false;
    for (most, seconds) in LIMITS {
        let since = now.plus_seconds(-seconds);
        is_limited |= ticket::made_since(connection, tenant, key, TicketKind::PasswordChange, since).await? >= most;
    }
    let is_written_to =
        |user: &User| user.email.is_some() && state.user.as_ref().is_some_and(|found| found.email == user.email);
    let obstacle = match &user {
        None => Some("unknown user"),
        Some(user) if user.state.status.is_blocked() => Some("the account is blocked"),
        Some(user) if !is_written_to(user) => Some("there is no address to write to"),
        Some(_) => is_limited.then_some("too many requests"),
    };
    let record = match obstacle {
        None => {
            state.draft.store(connection, context, key).await?;
            state.mail.queue(connection, context).await?;
            Record::new(context, EventKind::PasswordChangeRequested)
        }
        Some(reason) => {
            // As many statements as above, that change nothing.
            ticket::use_once(connection, tenant, 0, now).await?;
            ticket::end_open(connection, tenant, UserKey(0), TicketKind::PasswordChange).await?;
            Record::new(context, EventKind::PasswordChangeRefused).reason(Some(reason.to_owned()))
        }
    };
    let record = match &user {
        None => record,
        Some(user) => record.user(user),
    };
    record.write(connection).await
}
