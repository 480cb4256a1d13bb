//! Storing sessions and their use.

use anteroom_model::session::Session;
use anteroom_model::{TenantId, Timestamp};
use serde_json::{Map, Value};

use crate::db::{Connection, Error, Sql};
use crate::json;

/// Stores a session that begins; the cookie's digest finds it.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(
    connection: &Connection<'_>,
    tenant: TenantId,
    session: &Session,
    digest: &str,
) -> Result<(), Error> {
    let device = &session.device;
    let sql = Sql::new(
        "INSERT INTO session (tenant_id, session_id, digest, methods, metadata, user_key, created_at, authenticated_at, \
         last_interacted_at, initial_ip, initial_user_agent, last_ip, last_user_agent) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind_list([session.session_id.as_str(), digest, &json::text(&session.methods), &json::text(&session.metadata)])
    .push(", ")
    .bind(session.user)
    .push(", ")
    .bind_list([session.created_at, session.authenticated_at, session.last_interacted_at])
    .push(", ")
    .bind_list([&device.initial_ip, &device.initial_user_agent, &device.last_ip, &device.last_user_agent].map(Option::as_ref))
    .push(")");
    connection.execute_one(sql).await
}

/// Stores that the same person signed in again in the same browser: the cookie is another one from now on, the old one
/// finds nothing any more (ASVS 7.2.4).
///
/// # Errors
/// [`Error::AffectedRows`] when the session has ended meanwhile.
pub async fn renew(
    connection: &Connection<'_>,
    tenant: TenantId,
    session: &Session,
    digest: &str,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE session SET digest = ")
        .bind(digest)
        .push(", methods = ")
        .bind(json::text(&session.methods))
        .push(", authenticated_at = ")
        .bind(session.authenticated_at)
        .push(", last_interacted_at = ")
        .bind(session.last_interacted_at)
        .push(", last_ip = ")
        .bind(session.device.last_ip.as_ref())
        .push(", last_user_agent = ")
        .bind(session.device.last_user_agent.as_ref());
    connection.execute_one(of(sql, tenant, session.key)).await
}

/// Stores that the session was used. Answers whether it still stands.
///
/// # Errors
/// When the database cannot be written.
pub async fn touch(
    connection: &Connection<'_>,
    tenant: TenantId,
    session: &Session,
    now: Timestamp,
) -> Result<bool, Error> {
    let sql = Sql::new("UPDATE session SET last_interacted_at = ")
        .bind(now)
        .push(", last_ip = ")
        .bind(session.device.last_ip.as_ref())
        .push(", last_user_agent = ")
        .bind(session.device.last_user_agent.as_ref());
    Ok(connection.execute(of(sql, tenant, session.key)).await? == 1)
}

/// Stores the customer's own texts.
///
/// # Errors
/// [`Error::AffectedRows`] when the session has ended.
pub async fn set_metadata(
    connection: &Connection<'_>,
    tenant: TenantId,
    session: i64,
    metadata: &Map<String, Value>,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE session SET metadata = ").bind(json::text(metadata));
    connection.execute_one(of(sql, tenant, session)).await
}

fn of(sql: Sql, tenant: TenantId, session: i64) -> Sql {
    sql.push(" WHERE tenant_id = ").bind(tenant).push(" AND id = ").bind(session)
}
