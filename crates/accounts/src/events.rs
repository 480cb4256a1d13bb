//! Reading the record.

use anteroom_model::{Context, Refusal, codes};
use anteroom_store::event::{self, EventList, StoredEvent};

use crate::{Error, Services};

/// A page of events by time, with their number if asked for.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list_events(
    services: &Services,
    context: &Context,
    wanted: &EventList,
    with_total: bool,
) -> Result<(Vec<StoredEvent>, Option<i64>), Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let events = event::list(&connection, context.tenant, wanted).await?;
    let total = match with_total {
        true => Some(event::total(&connection, context.tenant, &wanted.filter).await?),
        false => None,
    };
    Ok((events, total))
}

/// The events behind this one in the order of becoming visible; from the first if none is named. Whoever goes on from
/// the last of each answer misses none, whatever is written meanwhile.
///
/// # Errors
/// `invalid_paging` when there is no such event.
pub async fn read_on(
    services: &Services,
    context: &Context,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<StoredEvent>, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let place = match after {
        None => (i64::MIN, i64::MIN),
        Some(log_id) => event::position_of(&connection, context.tenant, log_id).await?.ok_or_else(|| {
            Refusal::new(&codes::INVALID_PAGING, "There is no log event of this id to go on from.").field("from")
        })?,
    };
    Ok(event::read_on(&connection, context.tenant, place, limit).await?)
}

/// The event of this id.
///
/// # Errors
/// `inexistent_log`.
pub async fn find_event(services: &Services, context: &Context, log_id: &str) -> Result<StoredEvent, Error> {
    let session = services.db.session().await?;
    let found = event::by_log_id(&session.connection(), context.tenant, log_id).await?;
    Ok(found.ok_or_else(|| Refusal::new(&codes::LOG_UNKNOWN, "The log event does not exist."))?)
}
