//! Whose a ticket is, and whether it still stands.

use anteroom_crypto::token::stored_digest;
use anteroom_model::ticket::{Ticket, TicketKind};
use anteroom_model::{Context, Refusal, Timestamp, User, codes};
use anteroom_store::{Connection, ticket, user};

use crate::{Error, Services};

/// A ticket and its user.
pub(crate) struct Found {
    pub(crate) ticket: Ticket,
    pub(crate) user: User,
}

impl Found {
    /// Whether it can be used now: it was not, is not over, and the user still has the address it was made for.
    pub(crate) fn stands(&self, now: Timestamp) -> bool {
        self.ticket.used_at == Timestamp(0) && self.ticket.expires_at > now && self.fits()
    }

    /// Whether it has proven the address, and that still holds.
    pub(crate) fn has_proven(&self) -> bool {
        self.ticket.used_at > Timestamp(0) && self.fits() && self.user.email_verified
    }

    /// Whether the user still has the address it was made for.
    pub(crate) fn fits(&self) -> bool {
        self.user.email.as_deref() == Some(&self.ticket.email)
    }
}

pub(crate) fn unknown_ticket() -> Refusal {
    Refusal::new(&codes::TICKET_UNKNOWN, "The link is not known, was used before or is too old.")
}

/// The ticket of this secret and kind, whether it still stands or not.
pub(crate) async fn find(
    connection: &Connection<'_>,
    context: &Context,
    kind: TicketKind,
    secret: &str,
) -> Result<Option<Found>, Error> {
    let found = ticket::find(connection, context.tenant, &stored_digest(secret)).await?;
    let Some(ticket) = found.filter(|ticket| ticket.kind == kind) else { return Ok(None) };
    let user = user::by_key(connection, context.tenant, ticket.user).await?;
    Ok(user.map(|user| Found { ticket, user }))
}

/// The ticket of this secret and its user, to show what it is for; nothing is used up.
///
/// # Errors
/// `invalid_ticket` when it does not stand.
pub async fn find_ticket(
    services: &Services,
    context: &Context,
    kind: TicketKind,
    secret: &str,
) -> Result<(Ticket, User), Error> {
    let session = services.db.session().await?;
    let found = find(&session.connection(), context, kind, secret).await?;
    let found = found.filter(|found| found.stands(context.now())).ok_or_else(unknown_ticket)?;
    Ok((found.ticket, found.user))
}

/// The ticket of this secret that proves an address, and whether it has done so; nothing is used up.
///
/// # Errors
/// `invalid_ticket` when it neither stands nor has proven the address that the user has.
pub async fn find_verification(services: &Services, context: &Context, secret: &str) -> Result<(Ticket, bool), Error> {
    let session = services.db.session().await?;
    let found = find(&session.connection(), context, TicketKind::EmailVerification, secret).await?;
    let found = found.filter(|found| found.has_proven() || found.stands(context.now())).ok_or_else(unknown_ticket)?;
    let has_proven = found.has_proven();
    Ok((found.ticket, has_proven))
}
