//! From the outbox to a transport.

use anteroom_connect::mail::{DeliveryError, Message, Transport};
use anteroom_model::{Actor, Context, EventKind, Party, RequestOrigin, Timestamp};
use anteroom_store::outbox::{self, StoredMessage};
use anteroom_store::{BoxFuture, Connection};
use tokio::task::JoinSet;

use super::outgoing::{MAIL, place};
use crate::{Error, Record, Services};

/// Mails delivered at the same time.
const AT_ONCE: i64 = 8;
/// How long a claim holds, in seconds: longer than a transport takes for one mail.
const LEASE: i64 = 60;
/// How long a failed mail waits at first and at most, in seconds.
const FIRST_WAIT: i64 = 10;
const LONGEST_WAIT: i64 = 3600;
/// How long a mail is tried, in seconds.
const GIVE_UP: i64 = 24 * 3600;

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    /// Mails that were delivered.
    pub delivered: usize,
    /// Mails that were put off.
    pub put_off: usize,
    /// Mails that were given up.
    pub given_up: usize,
}

impl Delivery {
    /// Whether there was anything to do; there may then be more.
    #[must_use]
    pub fn found_any(&self) -> bool {
        *self != Self::default()
    }
}

enum Outcome {
    Delivered,
    PutOff,
    GivenUp,
    /// Another process has it: the claim ended before the transport did.
    Lost,
}

/// Delivers up to eight mails that are due, of any tenant, at the same time. Each is claimed first, so that no two
/// processes deliver it; one that was claimed by a process that died is due again after a minute. A mail may thus arrive
/// twice, with the same Message-ID, but is never lost.
///
/// The context gives clock and generator; its tenant does not matter.
///
/// # Errors
/// When the database cannot be used. Mails on their way are still finished.
pub async fn deliver_due(services: &Services, context: &Context, transport: &Transport) -> Result<Delivery, Error> {
    let due = {
        let session = services.db.session().await?;
        outbox::due(&session.connection(), context.now(), AT_ONCE).await?
    };
    if due.is_empty() {
        return Ok(Delivery::default());
    }
    let claimed = services.transact(context, None, due, claim).await?;
    let mut running = JoinSet::new();
    for message in claimed {
        let context = Context {
            tenant: message.tenant,
            actor: Actor::System,
            origin: RequestOrigin { operation: "deliver mail".to_owned(), ..RequestOrigin::default() },
            ..context.clone()
        };
        running.spawn(deliver(services.clone(), context, transport.clone(), message));
    }
    let mut delivery = Delivery::default();
    let mut failure = None;
    while let Some(finished) = running.join_next().await {
        match finished {
            Ok(Ok(Outcome::Delivered)) => delivery.delivered += 1,
            Ok(Ok(Outcome::PutOff)) => delivery.put_off += 1,
            Ok(Ok(Outcome::GivenUp)) => delivery.given_up += 1,
            Ok(Ok(Outcome::Lost)) => {}
            Ok(Err(error)) => failure = Some(error),
            Err(error) => tracing::error!(%error, "the delivery of a mail was interrupted"),
        }
    }
    failure.map_or(Ok(delivery), Err)
}

/// Claims what no other process has claimed meanwhile.
fn claim<'a>(
    connection: &'a Connection<'a>,
    context: &'a Context,
    due: &'a Vec<StoredMessage>,
) -> BoxFuture<'a, Result<Vec<StoredMessage>, Error>> {
    Box::pin(async move {
        let until = context.now().plus_seconds(LEASE);
        let mut claimed = Vec::with_capacity(due.len());
        for message in due {
            claimed.extend(outbox::claim(connection, message, until).await?);
        }
        Ok(claimed)
    })
}

async fn deliver(
    services: Services,
    context: Context,
    transport: Transport,
    stored: StoredMessage,
) -> Result<Outcome, Error> {
    let (message, result) = match open(&services, &stored) {
        Ok(message) => {
            let result = transport.deliver(&message).await;
            (Some(message), result)
        }
        Err(error) => (None, Err(error)),
    };
    let Err(error) = result else {
        outcome(&services, &context, End { stored, to: String::new(), failure: None }).await?;
        return Ok(Outcome::Delivered);
    };
    let to = message.map(|message| message.to).unwrap_or_default();
    let failure = Some(decide(&stored, &error, context.now()));
    outcome(&services, &context, End { stored, to, failure }).await
}

/// The mail, if it can be read here.
fn open(services: &Services, stored: &StoredMessage) -> Result<Message, DeliveryError> {
    if stored.kind != MAIL {
        return Err(DeliveryError::passing("this release does not know what it is"));
    }
    let payload = services
        .sealer
        .open(&place(stored.tenant, &stored.message_id), &stored.sealed_payload)
        .map_err(|error| DeliveryError::passing(error.to_string()))?;
    serde_json::from_slice(&payload).map_err(|_| DeliveryError::passing("the stored mail cannot be read"))
}

/// What becomes of a mail that could not be delivered.
struct Failure {
    reason: String,
    /// When it is tried again, if ever.
    next: Option<Timestamp>,
}

fn decide(stored: &StoredMessage, error: &DeliveryError, now: Timestamp) -> Failure {
    let next = now.plus_seconds(wait(stored.attempts));
    let is_in_time = next <= stored.created_at.plus_seconds(GIVE_UP);
    Failure { reason: error.to_string(), next: (error.may_succeed_later() && is_in_time).then_some(next) }
}

/// How long to wait after this many attempts, in seconds: each time twice as long.
fn wait(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts.clamp(1, 30) - 1).unwrap_or_default();
    FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT)
}

/// The end of one attempt, for its transaction.
struct End {
    stored: StoredMessage,
    to: String,
    failure: Option<Failure>,
}

async fn outcome(services: &Services, context: &Context, end: End) -> Result<Outcome, Error> {
    let (id, attempts) = (end.stored.message_id.clone(), end.stored.attempts);
    let reason = end.failure.as_ref().map(|failure| failure.reason.clone()).unwrap_or_default();
    let outcome = services.transact(context, None, end, finish).await?;
    match outcome {
        Outcome::Delivered => tracing::debug!(id, attempts, "a mail was delivered"),
        Outcome::PutOff => tracing::warn!(id, attempts, reason, "a mail could not be delivered yet"),
        Outcome::GivenUp => tracing::error!(id, attempts, reason, "a mail was given up"),
        Outcome::Lost => tracing::warn!(id, attempts, reason, "a mail took longer than its claim"),
    }
    Ok(outcome)
}

fn finish<'a>(
    connection: &'a Connection<'a>,
    context: &'a Context,
    end: &'a End,
) -> BoxFuture<'a, Result<Outcome, Error>> {
    Box::pin(async move {
        let stored = &end.stored;
        let Some(failure) = &end.failure else {
            // Whoever else may have it by now need not deliver it again.
            outbox::delete(connection, stored.tenant, &stored.message_id).await?;
            return Ok(Outcome::Delivered);
        };
        if let Some(next) = failure.next {
            let is_ours = outbox::put_off(connection, stored, next, &failure.reason).await?;
            return Ok(if is_ours { Outcome::PutOff } else { Outcome::Lost });
        }
        if !outbox::give_up(connection, stored).await? {
            return Ok(Outcome::Lost);
        }
        // The address is personal data: it stands in the target's name, nowhere else.
        let target = Party::new("mail", &stored.message_id, &end.to);
        Record::new(context, EventKind::MailFailed)
            .target(target)
            .reason(Some(failure.reason.clone()))
            .write(connection)
            .await?;
        Ok(Outcome::GivenUp)
    })
}

#[cfg(test)]
mod tests {
    use anteroom_connect::mail::DeliveryError;
    use anteroom_model::{TenantId, Timestamp};
    use anteroom_store::outbox::StoredMessage;

    use super::{decide, wait};

    #[test]
    fn waits_double_up_to_an_hour() {
        assert_eq!([1, 2, 3, 4, 9, 10, 11, 1000].map(wait), [10, 20, 40, 80, 2560, 3600, 3600, 3600]);
        assert_eq!([0, -1, i64::MIN].map(wait), [10; 3]);
    }

    #[test]
    fn a_mail_is_tried_for_a_day() {
        let stored = StoredMessage {
            tenant: TenantId(1),
            message_id: "id".to_owned(),
            kind: "mail".to_owned(),
            sealed_payload: String::new(),
            created_at: Timestamp::from_seconds(0),
            attempts: 30,
            next_attempt_at: Timestamp::from_seconds(60),
        };
        let next = |error: DeliveryError, hours: i64| {
            decide(&stored, &error, Timestamp::from_seconds(hours * 3600)).next.map(Timestamp::seconds)
        };
        assert_eq!(next(DeliveryError::passing("busy"), 22), Some(23 * 3600));
        assert_eq!(next(DeliveryError::passing("busy"), 23), Some(24 * 3600));
        assert_eq!(next(DeliveryError::passing("busy"), 24), None);
        assert_eq!(next(DeliveryError::lasting("no such user"), 0), None);
    }
}
