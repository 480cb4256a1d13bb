//! Writing many events with few statements.

use std::collections::BTreeMap;

use anteroom_model::stats::{Day, Measure};
use anteroom_model::{Event, TenantId};

use crate::daily_count::{self, Count};
use crate::db::{Connection, Error, Value};
use crate::user::insert_rows;

/// Stores events of which nothing personal is kept: who did what to whom, and when, by ids. What they say of changes is
/// left out.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert_thin(connection: &Connection<'_>, tenant: TenantId, events: &[Event]) -> Result<(), Error> {
    let head = "INSERT INTO event (tenant_id, log_id, at, kind, actor_kind, actor_id, client_id, target_kind, target_id, \
                connection, reason) VALUES ";
    insert_rows(connection, head, events.iter().map(|event| values(tenant, event)).collect()).await?;
    daily_count::add(connection, tenant, &counts(events)).await
}

/// What the events add to their days.
fn counts(events: &[Event]) -> Vec<Count> {
    let mut counts: BTreeMap<(Day, Measure), Count> = BTreeMap::new();
    for event in events {
        let (day, at) = (Day::of(event.at), event.at);
        if let Some(measure) = Measure::of(event.kind) {
            counts.entry((day, measure)).or_insert(Count { day, measure, delta: 0, at }).delta += 1;
        }
    }
    counts.into_values().collect()
}

fn values(tenant: TenantId, event: &Event) -> Vec<Value> {
    let target = event.target.as_ref();
    vec![
        tenant.into(),
        (&event.log_id).into(),
        event.at.into(),
        event.kind.name().into(),
        (&event.actor.kind).into(),
        (&event.actor.id).into(),
        event.client_id.as_ref().into(),
        target.map(|party| &party.kind).into(),
        target.map(|party| &party.id).into(),
        event.connection.as_ref().into(),
        event.reason.as_ref().into(),
    ]
}
