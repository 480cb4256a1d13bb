//! Writing many events with few statements.

use anteroom_model::{Event, TenantId};

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
    insert_rows(connection, head, events.iter().map(|event| values(tenant, event)).collect()).await
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
