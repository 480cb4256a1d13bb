//! Writing events.

use anteroom_model::stats::{Day, Measure};
use anteroom_model::{Event, TenantId};

use crate::daily_count::{self, Count};
use crate::db::{Connection, Error, Sql};
use crate::json;

/// Stores an event, beside it what is personal in it, and counts it where its kind is counted.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(connection: &Connection<'_>, tenant: TenantId, event: &Event) -> Result<(), Error> {
    let target = event.target.as_ref();
    let sql = Sql::new(
        "INSERT INTO event (tenant_id, log_id, at, kind, actor_kind, actor_id, client_id, target_kind, target_id, \
         connection, reason) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind(&event.log_id)
    .push(", ")
    .bind(event.at)
    .push(", ")
    .bind_list([event.kind.name(), &event.actor.kind, &event.actor.id])
    .push(", ")
    .bind_list([
        event.client_id.as_ref(),
        target.map(|party| &party.kind),
        target.map(|party| &party.id),
        event.connection.as_ref(),
        event.reason.as_ref(),
    ])
    .push(") RETURNING id");
    let (id,) = connection.one::<(i64,)>(sql).await?.ok_or(Error::AffectedRows(0))?;
    insert_detail(connection, tenant, id, event).await?;
    match Measure::of(event.kind) {
        None => Ok(()),
        Some(measure) => {
            let count = Count { day: Day::of(event.at), measure, delta: 1, at: event.at };
            daily_count::add(connection, tenant, &[count]).await
        }
    }
}

async fn insert_detail(connection: &Connection<'_>, tenant: TenantId, id: i64, event: &Event) -> Result<(), Error> {
    let origin = &event.origin;
    let changes = if event.changes.is_empty() { None } else { Some(json::text(&event.changes)) };
    let sql = Sql::new(
        "INSERT INTO event_detail (event_id, tenant_id, actor_name, target_name, ip, user_agent, correlation_id, \
         operation, changes, token, location) VALUES (",
    )
    .bind(id)
    .push(", ")
    .bind(tenant)
    .push(", ")
    .bind_list([
        Some(event.actor.name.clone()),
        event.target.as_ref().map(|party| party.name.clone()),
        origin.ip.map(|ip| ip.to_string()),
        origin.user_agent.clone(),
        origin.correlation_id.clone(),
        Some(origin.operation.clone()),
        changes,
        event.token.as_ref().map(json::text),
        // Looked up now, so that the record stays as it was when the address is given to somebody else.
        origin.location().as_ref().map(json::text),
    ])
    .push(")");
    connection.execute_one(sql).await
}
