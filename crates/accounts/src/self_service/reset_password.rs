//! Choosing another password by a link.

use anteroom_model::ticket::TicketKind;
use anteroom_model::{Context, Language, Refusal, codes};
use anteroom_store::{Connection, ticket};

use super::{Done, blocked, changed_mail, lock, proven, refused};
use crate::configuration::TenantConfiguration;
use crate::mail::Outgoing;
use crate::tickets::{find, unknown_ticket};
use crate::users::password::{self, Prepared};
use crate::users::set_own_password;
use crate::{Error, Services, protection};

/// What is asked for.
#[derive(Clone)]
pub struct ResetPassword {
    /// The link's secret.
    pub ticket: String,
    /// The new password.
    pub password: String,
    /// The language to write in.
    pub language: Language,
}

struct State {
    ticket: String,
    password: Prepared,
    mail: Outgoing,
}

/// Sets the password that somebody chose by a link (requirement S0.L25.7). The link is used up, other ones that are open
/// are worth nothing any more, all access ends, and so does a lock after wrong passwords. A status stays what it is: a
/// block outlives every password.
///
/// A password that is refused does not use up the link. Of many at once with one link, one succeeds.
///
/// # Errors
/// `invalid_ticket`, `unauthorized` when the account is blocked, `invalid_password`.
pub async fn reset_password(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: ResetPassword,
) -> Result<Done, Error> {
    let secret = request.ticket.clone();
    match reset(services, tenant, context, request).await {
        Ok(done) => Ok(done),
        Err(error) => Err(refused::recorded(services, context, TicketKind::PasswordChange, &secret, error).await),
    }
}

async fn reset(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: ResetPassword,
) -> Result<Done, Error> {
    let session = services.db.session().await?;
    let found = find(&session.connection(), context, TicketKind::PasswordChange, &request.ticket).await?;
    drop(session);
    let found = found.filter(|found| found.stands(context.now())).ok_or_else(unknown_ticket)?;
    if found.user.state.status.is_blocked() {
        return Err(blocked().into());
    }
    let connection = tenant
        .connection_of(&found.user)
        .ok_or_else(|| Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist."))?;
    let password = password::prepare(services, context, connection, &found.user, &request.password).await?;
    let mail = changed_mail(services, tenant, context, request.language, &found.ticket.email)?;
    let state = State { ticket: request.ticket, password, mail };
    services
        .transact(context, None, state, |connection, context, state| Box::pin(run(connection, context, state)))
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, state: &State) -> Result<Done, Error> {
    let found = lock::ticket(connection, context, TicketKind::PasswordChange, &state.ticket).await?;
    let mut user = found.user.clone();
    if user.state.status.is_blocked() {
        return Err(blocked().into());
    }
    if !found.stands(context.now())
        || !ticket::use_once(connection, context.tenant, found.ticket.key, context.now()).await?
    {
        return Err(unknown_ticket().into());
    }
    let proves = found.ticket.settings.marks_email_as_verified && !user.email_verified;
    user.email_verified |= proves;
    set_own_password(connection, context, &mut user, &state.password, None).await?;
    protection::clear(connection, context, &user).await?;
    protection::clear_codes(connection, context, &user).await?;
    state.mail.queue(connection, context).await?;
    if proves {
        proven::record(connection, context, &user).await?;
    }
    Ok(Done { user, settings: found.ticket.settings })
}
