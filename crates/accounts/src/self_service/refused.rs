//! The record of a link that came too late or twice.

use anteroom_model::ticket::TicketKind;
use anteroom_model::{Context, EventKind, codes};
use anteroom_store::Connection;

use crate::tickets::find;
use crate::{Error, Record, Services};

/// The error as it came; that a link of somebody's was refused is recorded first. Of secrets that no link ever had nothing
/// is: anybody could fill the record with them.
pub(super) async fn recorded(
    services: &Services,
    context: &Context,
    kind: TicketKind,
    secret: &str,
    error: Error,
) -> Error {
    let is_refused = matches!(&error, Error::Refused(refusal) if refusal.code == &codes::TICKET_UNKNOWN);
    if !is_refused {
        return error;
    }
    let recording = services
        .transact(context, None, (kind, secret.to_owned()), |connection, context, (kind, secret)| {
            Box::pin(record(connection, context, *kind, secret))
        })
        .await;
    recording.err().unwrap_or(error)
}

async fn record(connection: &Connection<'_>, context: &Context, kind: TicketKind, secret: &str) -> Result<(), Error> {
    let Some(found) = find(connection, context, kind, secret).await? else { return Ok(()) };
    let event = match kind {
        TicketKind::EmailVerification => EventKind::VerificationRefused,
        TicketKind::PasswordChange => EventKind::PasswordChangeRefused,
    };
    let record = Record::new(context, event).user(&found.user);
    record.reason(Some(codes::TICKET_UNKNOWN.name.to_owned())).write(connection).await
}
