//! Asking for another mail to prove the address.

use anteroom_model::ticket::TicketKind;
use anteroom_model::{Context, EventKind, Language, Refusal, User, codes};
use anteroom_store::{Connection, ticket, user};

use crate::configuration::TenantConfiguration;
use crate::tickets::{Verification, unknown_user};
use crate::{Error, Record, Services};

/// How many mails a user is sent within so many seconds: one a minute, five an hour.
const LIMITS: [(i64, i64); 2] = [(1, 60), (5, 3600)];

/// What is asked for.
#[derive(Clone, Debug)]
pub struct RequestVerification {
    /// The user's id.
    pub user_id: String,
    /// The application the person comes from.
    pub client_id: Option<String>,
    /// The language to write in.
    pub language: Language,
}

struct State {
    user: User,
    verification: Verification,
}

/// Sends a mail to prove the address to a person who asks for it (requirement S2.L17.2); administrators make a job
/// ([`crate::jobs::create_verification_job`]).
///
/// # Errors
/// `inexistent_user`; `operation_not_supported` without an address or when it is proven already; `too_many_requests`.
pub async fn request_verification(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: RequestVerification,
) -> Result<(), Error> {
    let session = services.db.session().await?;
    let found = user::by_id(&session.connection(), context.tenant, &request.user_id).await?;
    drop(session);
    let user = found.ok_or_else(unknown_user)?;
    if user.state.status.is_blocked() {
        return Err(super::blocked().into());
    }
    if user.email_verified {
        return Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "The address is verified already.").into());
    }
    let verification = Verification::prepare(services, context, tenant, request.language, &user, request.client_id)?
        .ok_or_else(|| Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "The user does not have an email address."))?;
    let state = State { user, verification };
    services
        .transact(context, None, state, |connection, context, state| Box::pin(run(connection, context, state)))
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, state: &State) -> Result<(), Error> {
    let user = user::by_id_for_change(connection, context.tenant, &state.user.user_id).await?;
    let user = user.filter(|user| user.email == state.user.email).ok_or_else(unknown_user)?;
    for (most, seconds) in LIMITS {
        let since = context.now().plus_seconds(-seconds);
        let kind = TicketKind::EmailVerification;
        if ticket::made_since(connection, context.tenant, user.key, kind, since).await? >= most {
            let message = "A mail was sent a moment ago. Wait before asking for another one.";
            return Err(Refusal::new(&codes::TOO_MANY_REQUESTS, message).into());
        }
    }
    state.verification.queue(connection, context, user.key).await?;
    Record::new(context, EventKind::VerificationRequested).by(&user).write(connection).await
}
