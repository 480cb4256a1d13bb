//! Holding what a link is about while it is used.

use anteroom_model::Context;
use anteroom_model::ticket::TicketKind;
use anteroom_store::{Connection, user};

use crate::Error;
use crate::tickets::{Found, find, unknown_ticket};

/// The ticket with its user, who is locked until the transaction ends; both are as they are now.
///
/// # Errors
/// `invalid_ticket` when there is no such ticket.
pub(super) async fn ticket(
    connection: &Connection<'_>,
    context: &Context,
    kind: TicketKind,
    secret: &str,
) -> Result<Found, Error> {
    let found = find(connection, context, kind, secret).await?.ok_or_else(unknown_ticket)?;
    user::by_id_for_change(connection, context.tenant, &found.user.user_id).await?;
    // Read again, as another transaction may have used the ticket while this one waited for the lock.
    Ok(find(connection, context, kind, secret).await?.ok_or_else(unknown_ticket)?)
}
