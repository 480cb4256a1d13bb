//! Flows: attempts to sign in that are under way.

use anteroom_model::flow::Flow;
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

const COLUMNS: &str = "id, issuer, request, progress, version, created_at, expires_at";

impl FromRow for Flow {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            issuer: columns.take()?,
            request: json::value(&columns.take::<String>()?)?,
            progress: json::value(&columns.take::<String>()?)?,
            version: columns.take()?,
            created_at: columns.take()?,
            expires_at: columns.take()?,
        })
    }
}

/// The secrets that a flow is found by, as digests: its own, which the page's address holds, and its browser's, which
/// a cookie holds. Neither suffices without the other.
#[derive(Clone, Debug)]
pub struct FlowKey {
    /// The digest of the flow's secret.
    pub digest: String,
    /// The digest of the browser's.
    pub browser: String,
}

/// Stores a flow that begins.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(connection: &Connection<'_>, tenant: TenantId, key: &FlowKey, flow: &Flow) -> Result<(), Error> {
    let sql = Sql::new(
        "INSERT INTO flow (tenant_id, digest, browser_digest, client_id, issuer, request, progress, version, \
         created_at, expires_at) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind_list([&key.digest, &key.browser, &flow.request.client_id, &flow.issuer])
    .push(", ")
    .bind_list([json::text(&flow.request), json::text(&flow.progress)])
    .push(", ")
    .bind(flow.version)
    .push(", ")
    .bind_list([flow.created_at, flow.expires_at])
    .push(")");
    connection.execute_one(sql).await
}

/// The flow of these secrets, if it is not over.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(
    connection: &Connection<'_>,
    tenant: TenantId,
    key: &FlowKey,
    now: Timestamp,
) -> Result<Option<Flow>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(" FROM flow WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND digest = ").bind(&key.digest).push(" AND browser_digest = ").bind(&key.browser);
    connection.one(sql.push(" AND expires_at > ").bind(now)).await
}

/// Stores how far a flow has come, as its next version.
///
/// # Errors
/// [`Error::AffectedRows`] when the flow is not at the version before any more.
pub async fn update(connection: &Connection<'_>, tenant: TenantId, flow: &Flow) -> Result<(), Error> {
    let sql = Sql::new("UPDATE flow SET progress = ").bind(json::text(&flow.progress)).push(", version = version + 1");
    let sql = sql.push(" WHERE tenant_id = ").bind(tenant).push(" AND id = ").bind(flow.key);
    connection.execute_one(sql.push(" AND version = ").bind(flow.version)).await
}

/// Ends a flow: it is used once. Answers whether it was there at this version.
///
/// # Errors
/// When the database cannot be written.
pub async fn end(connection: &Connection<'_>, tenant: TenantId, flow: &Flow) -> Result<bool, Error> {
    let sql = Sql::new("DELETE FROM flow WHERE tenant_id = ").bind(tenant).push(" AND id = ").bind(flow.key);
    Ok(connection.execute(sql.push(" AND version = ").bind(flow.version)).await? == 1)
}

/// Forgets flows of all tenants that are over, so many at most. Answers how many.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_expired(connection: &Connection<'_>, now: Timestamp, limit: i64) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM flow WHERE id IN (SELECT id FROM flow WHERE expires_at <= ").bind(now);
    connection.execute(sql.push(" ORDER BY expires_at, id LIMIT ").bind(limit).push(")")).await
}
