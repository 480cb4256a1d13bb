//! Proving an address by a link.

use anteroom_model::Context;
use anteroom_model::ticket::TicketKind;
use anteroom_store::{Connection, ticket};

use super::{Done, lock, proven, refused};
use crate::tickets::{Found, unknown_ticket};
use crate::{Error, Services};

/// Notes that somebody has shown control of the address that the link was made for (requirements S0.L25.12, S2.L17.2).
/// Once it has, the same link says so again: people click twice.
///
/// # Errors
/// `invalid_ticket`, also when the user has another address by now.
pub async fn verify_email(services: &Services, context: &Context, secret: String) -> Result<Done, Error> {
    let run = services.transact(context, None, secret.clone(), |connection, context, secret| {
        Box::pin(run(connection, context, secret))
    });
    match run.await {
        Ok(done) => Ok(done),
        Err(error) => Err(refused::recorded(services, context, TicketKind::EmailVerification, &secret, error).await),
    }
}

async fn run(connection: &Connection<'_>, context: &Context, secret: &str) -> Result<Done, Error> {
    let found = lock::ticket(connection, context, TicketKind::EmailVerification, secret).await?;
    if found.has_proven() {
        return Ok(Done { user: found.user, settings: found.ticket.settings });
    }
    let Found { ref ticket, .. } = found;
    if !found.stands(context.now()) || !ticket::use_once(connection, context.tenant, ticket.key, context.now()).await? {
        return Err(unknown_ticket().into());
    }
    let Found { ticket, mut user } = found;
    ticket::end_open(connection, context.tenant, user.key, TicketKind::EmailVerification).await?;
    if !user.email_verified {
        proven::store(connection, context, &mut user).await?;
    }
    Ok(Done { user, settings: ticket.settings })
}
