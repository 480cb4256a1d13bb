//! Reading the record.

use std::time::Duration;

use anteroom_model::{Context, Refusal, codes};
use anteroom_store::Deadline;
use anteroom_store::event::{self, EventFilter, EventList, StoredEvent};

use crate::{Error, Services};

/// How long a search of the record may take.
const TIME: Duration = Duration::from_millis(250);

/// How far events are counted: beyond it the number says nothing that anybody would act upon.
pub const COUNTED: i64 = 100_000;

/// A part of the record.
#[derive(Clone, Debug, Default)]
pub struct EventPage {
    /// Which events.
    pub filter: EventFilter,
    /// Whether the newest come first.
    pub newest_first: bool,
    /// The id of the event behind which to begin; at the first if absent.
    pub after: Option<String>,
    /// How many to pass over.
    pub offset: i64,
    /// How many at most.
    pub limit: i64,
    /// Whether all are counted, as far as [`COUNTED`].
    pub with_total: bool,
}

/// A page of events by time, with their number if asked for.
///
/// # Errors
/// `invalid_paging` when there is no event to begin behind; `search_too_slow` when the filter finds too little on its way.
pub async fn list_events(
    services: &Services,
    context: &Context,
    wanted: EventPage,
) -> Result<(Vec<StoredEvent>, Option<i64>), Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let deadline = Deadline::after(TIME);
    let after = match &wanted.after {
        None => None,
        Some(log_id) => {
            let place = event::place_of(&connection, context.tenant, log_id).await?;
            Some(place.ok_or_else(|| unknown_place("after"))?)
        }
    };
    let total = match wanted.with_total {
        true => Some(event::total(&connection, context.tenant, &wanted.filter, COUNTED, deadline).await?),
        false => None,
    };
    let EventPage { filter, newest_first, offset, limit, .. } = wanted;
    let list = EventList { filter, newest_first, after, offset, limit };
    Ok((event::list(&connection, context.tenant, &list, deadline).await?, total))
}

fn unknown_place(field: &str) -> Refusal {
    Refusal::new(&codes::INVALID_PAGING, "There is no log event of this id to go on from.").field(field)
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
        Some(log_id) => {
            let place = event::position_of(&connection, context.tenant, log_id).await?;
            place.ok_or_else(|| unknown_place("from"))?
        }
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
