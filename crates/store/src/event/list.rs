//! Reading events.

use anteroom_model::event::TokenFacts;
use anteroom_model::{EventKind, FieldChange, Party, TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

const COLUMNS: &str = "e.log_id, e.at, e.kind, e.actor_kind, e.actor_id, d.actor_name, e.client_id, e.target_kind, \
    e.target_id, d.target_name, e.connection, e.reason, d.ip, d.user_agent, d.correlation_id, d.operation, d.changes, \
    d.token";

const FROM: &str = " FROM event e LEFT JOIN event_detail d ON d.event_id = e.id AND d.tenant_id = e.tenant_id";

/// An event as stored; its personal parts are empty when its detail row was deleted.
#[derive(Clone, Debug)]
pub struct StoredEvent {
    /// Its id outside.
    pub log_id: String,
    /// When.
    pub at: Timestamp,
    /// What; absent when a newer version wrote a kind that this one does not know.
    pub kind: Option<EventKind>,
    /// The kind's name.
    pub kind_name: String,
    /// Who did it.
    pub actor: Party,
    /// The client through which it was done.
    pub client_id: Option<String>,
    /// To whom or what it was done.
    pub target: Option<Party>,
    /// The connection concerned.
    pub connection: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// From which address.
    pub ip: Option<String>,
    /// With which user agent.
    pub user_agent: Option<String>,
    /// The caller's own id of the request.
    pub correlation_id: Option<String>,
    /// The method and path, or the command.
    pub operation: Option<String>,
    /// What changed.
    pub changes: Vec<FieldChange>,
    /// What a token was for.
    pub token: Option<TokenFacts>,
}

impl FromRow for StoredEvent {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let (log_id, at, kind_name) = (columns.take()?, columns.take()?, columns.take::<String>()?);
        let (actor_kind, actor_id) = (columns.take::<String>()?, columns.take::<String>()?);
        let actor_name: Option<String> = columns.take()?;
        let client_id = columns.take()?;
        let (target_kind, target_id) = (columns.take::<Option<String>>()?, columns.take::<Option<String>>()?);
        let target_name: Option<String> = columns.take()?;
        let target = target_kind.zip(target_id);
        Ok(Self {
            log_id,
            at,
            kind: EventKind::parse(&kind_name),
            kind_name,
            actor: Party { kind: actor_kind, id: actor_id, name: actor_name.unwrap_or_default() },
            client_id,
            target: target.map(|(kind, id)| Party { kind, id, name: target_name.unwrap_or_default() }),
            connection: columns.take()?,
            reason: columns.take()?,
            ip: columns.take()?,
            user_agent: columns.take()?,
            correlation_id: columns.take()?,
            operation: columns.take()?,
            changes: parsed(columns)?.unwrap_or_default(),
            token: parsed(columns)?,
        })
    }
}

fn parsed<T: serde::de::DeserializeOwned>(columns: &mut Columns<'_>) -> Result<Option<T>, Error> {
    columns.take::<Option<String>>()?.map(|text| json::value(&text)).transpose()
}

/// Which events are asked for.
#[derive(Clone, Debug, Default)]
pub struct EventFilter {
    /// Those of these kinds only.
    pub kinds: Option<Vec<EventKind>>,
    /// Those that this user did or that were done to it.
    pub user_id: Option<String>,
    /// Those through this client.
    pub client_id: Option<String>,
}

/// A page of events by time.
#[derive(Clone, Debug)]
pub struct EventList {
    /// Which.
    pub filter: EventFilter,
    /// Whether the newest come first.
    pub newest_first: bool,
    /// How many to pass over.
    pub offset: i64,
    /// How many at most.
    pub limit: i64,
}

/// A page of events by time.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &EventList,
) -> Result<Vec<StoredEvent>, Error> {
    let sql = filtered(Sql::new("SELECT ").push(COLUMNS).push(FROM), tenant, &wanted.filter);
    let order = if wanted.newest_first { " ORDER BY e.at DESC, e.id DESC" } else { " ORDER BY e.at, e.id" };
    let sql = sql.push(order).push(" LIMIT ").bind(wanted.limit).push(" OFFSET ").bind(wanted.offset);
    connection.all_planned_anew(sql).await
}

/// How many events the filter finds.
///
/// # Errors
/// When the database cannot be asked.
pub async fn total(connection: &Connection<'_>, tenant: TenantId, filter: &EventFilter) -> Result<i64, Error> {
    let sql = filtered(Sql::new("SELECT count(*) FROM event e"), tenant, filter);
    Ok(connection.all_planned_anew::<(i64,)>(sql).await?.first().map_or(0, |(count,)| *count))
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

fn filtered(sql: Sql, tenant: TenantId, filter: &EventFilter) -> Sql {
    let mut sql = sql.push(" WHERE e.tenant_id = ").bind(tenant);
    if let Some(kinds) = &filter.kinds {
        sql = match kinds.as_slice() {
            [] => sql.push(" AND false"),
            kinds => sql.push(" AND e.kind IN (").bind_list(kinds.iter().map(|kind| kind.name())).push(")"),
        };
    }
    if let Some(user_id) = &filter.user_id {
        sql = sql.push(" AND ((e.target_kind = 'user' AND e.target_id = ").bind(user_id);
        sql = sql.push(") OR (e.actor_kind = 'user' AND e.actor_id = ").bind(user_id).push("))");
    }
    if let Some(client_id) = &filter.client_id {
        sql = sql.push(" AND e.client_id = ").bind(client_id);
    }
    sql
}
