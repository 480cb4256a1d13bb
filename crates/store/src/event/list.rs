//! Reading events.

use std::collections::HashMap;

use anteroom_model::{TenantId, Timestamp};

use super::filter::{self, EventFilter};
use super::row::{COLUMNS, FROM, StoredEvent};
use crate::db::{Connection, Deadline, Error, Plan, Sql};

/// A page of events by time.
#[derive(Clone, Debug)]
pub struct EventList {
    /// Which.
    pub filter: EventFilter,
    /// Whether the newest come first.
    pub newest_first: bool,
    /// The event behind which to begin, by its time and number; at the first if absent.
    pub after: Option<(Timestamp, i64)>,
    /// How many to pass over.
    pub offset: i64,
    /// How many at most.
    pub limit: i64,
}

/// A page of events by time.
///
/// # Errors
/// [`Error::TooSlow`] when the filter finds too few on its way to the deadline; else when the database cannot be asked.
pub async fn list(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &EventList,
    deadline: Deadline,
) -> Result<Vec<StoredEvent>, Error> {
    let (order, behind) = match wanted.newest_first {
        true => (" ORDER BY at DESC, id DESC LIMIT ", " AND (e.at, e.id) < ("),
        false => (" ORDER BY at, id LIMIT ", " AND (e.at, e.id) > ("),
    };
    let mut parts = filter::statements(tenant, &wanted.filter, |sql| match wanted.after {
        None => sql,
        Some((at, id)) => sql.push(behind).bind(at).push(", ").bind(id).push(")"),
    });
    let end = |sql: Sql| sql.push(order).bind(wanted.limit).push(" OFFSET ").bind(wanted.offset);
    let sql = match parts.len() {
        0 => return Ok(Vec::new()),
        1 => end(parts.swap_remove(0)),
        _ => {
            let most = wanted.offset.saturating_add(wanted.limit);
            let parts: Vec<_> = parts.into_iter().map(|sql| sql.push(order).bind(most)).collect();
            end(Sql::new("SELECT f.id, f.at FROM (").append(&filter::together(&parts)).push(") f"))
        }
    };
    let found: Vec<(i64, Timestamp)> = connection.all_until(sql, deadline, Plan::Best).await?;
    by_ids(connection, tenant, found.into_iter().map(|(id, _)| id).collect()).await
}

/// The events of these numbers, in their order.
async fn by_ids(connection: &Connection<'_>, tenant: TenantId, ids: Vec<i64>) -> Result<Vec<StoredEvent>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new("SELECT ").push(COLUMNS).push(FROM).push(" WHERE e.tenant_id = ").bind(tenant);
    let sql = sql.push(" AND e.id IN (").bind_list(Sql::padded(ids.clone())).push(")");
    let rows: Vec<StoredEvent> = connection.all(sql).await?;
    let mut rows: HashMap<i64, StoredEvent> = rows.into_iter().map(|event| (event.id, event)).collect();
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}

/// How many events the filter finds, counted as far as `most`.
///
/// # Errors
/// [`Error::TooSlow`] at the deadline; else when the database cannot be asked.
pub async fn total(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &EventFilter,
    most: i64,
    deadline: Deadline,
) -> Result<i64, Error> {
    let parts = filter::statements(tenant, filter, |sql| sql.push(" LIMIT ").bind(most));
    if parts.is_empty() {
        return Ok(0);
    }
    let sql = Sql::new("SELECT count(*) FROM (").append(&filter::together(&parts)).push(") f");
    let found: Vec<(i64,)> = connection.all_until(sql, deadline, Plan::Best).await?;
    Ok(found.first().map_or(0, |(count,)| (*count).min(most)))
}

/// The event of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_log_id(
    connection: &Connection<'_>,
    tenant: TenantId,
    log_id: &str,
) -> Result<Option<StoredEvent>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(FROM).push(" WHERE e.tenant_id = ").bind(tenant);
    connection.one(sql.push(" AND e.log_id = ").bind(log_id)).await
}

/// Where in the order of time an event stands.
///
/// # Errors
/// When the database cannot be asked.
pub async fn place_of(
    connection: &Connection<'_>,
    tenant: TenantId,
    log_id: &str,
) -> Result<Option<(Timestamp, i64)>, Error> {
    let sql = Sql::new("SELECT at, id FROM event WHERE tenant_id = ").bind(tenant);
    connection.one(sql.push(" AND log_id = ").bind(log_id)).await
}

/// Where in the order of becoming visible an event stands.
///
/// # Errors
/// When the database cannot be asked.
pub async fn position_of(
    connection: &Connection<'_>,
    tenant: TenantId,
    log_id: &str,
) -> Result<Option<(i64, i64)>, Error> {
    let sql = Sql::new("SELECT position, id FROM event WHERE tenant_id = ").bind(tenant);
    connection.one(sql.push(" AND log_id = ").bind(log_id)).await
}

/// The events that became visible after this place, in that order, so that whoever reads on from the last one misses
/// nothing: events of transactions that might still be overtaken by an older one are left for the next time.
///
/// # Errors
/// When the database cannot be asked.
pub async fn read_on(
    connection: &Connection<'_>,
    tenant: TenantId,
    after: (i64, i64),
    limit: i64,
) -> Result<Vec<StoredEvent>, Error> {
    let sql = Sql::new("SELECT ")
        .push(COLUMNS)
        .push(FROM)
        .push(" WHERE e.tenant_id = ")
        .bind(tenant)
        .push(" AND (e.position, e.id) > (")
        .bind(after.0)
        .push(", ")
        .bind(after.1)
        .push(") AND e.position < ")
        .push(connection.dialect().oldest_running_transaction())
        .push(" ORDER BY e.position, e.id LIMIT ")
        .bind(limit);
    connection.all(sql).await
}
