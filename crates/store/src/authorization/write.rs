//! Storing authorizations and their use.

use anteroom_model::authorization::Authorization;
use anteroom_model::{TenantId, Timestamp};
use serde_json::{Map, Value};

use crate::db::{Connection, Error, Sql};
use crate::json;

/// Stores an authorization and gives its internal key.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(
    connection: &Connection<'_>,
    tenant: TenantId,
    authorization: &Authorization,
) -> Result<i64, Error> {
    let new = authorization;
    let device = &new.device;
    let sql = Sql::new(
        "INSERT INTO authorizations (tenant_id, user_key, authorization_id, client_id, session_id, issuer, audience, scopes, \
         methods, metadata, offline, authenticated_at, created_at, last_exchanged_at, initial_ip, initial_user_agent, last_ip, \
         last_user_agent) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind(new.user)
    .push(", ")
    .bind_list([&new.authorization_id, &new.client_id, &new.session_id, &new.issuer])
    .push(", ")
    .bind_list([new.audience.as_deref().unwrap_or_default(), new.scopes.as_str()])
    .push(", ")
    .bind_list([json::text(&new.methods), json::text(&new.metadata)])
    .push(", ")
    .bind(new.offline)
    .push(", ")
    .bind_list([new.authenticated_at, new.created_at, new.last_exchanged_at])
    .push(", ")
    .bind_list([&device.initial_ip, &device.initial_user_agent, &device.last_ip, &device.last_user_agent].map(Option::as_ref))
    .push(") RETURNING id");
    connection.one::<(i64,)>(sql).await?.map(|(key,)| key).ok_or(Error::AffectedRows(0))
}

/// Stores that the authorization was exchanged for tokens, and by which device.
///
/// # Errors
/// [`Error::AffectedRows`] when it has ended.
pub async fn touch(
    connection: &Connection<'_>,
    tenant: TenantId,
    authorization: i64,
    now: Timestamp,
    ip: Option<&str>,
    user_agent: Option<&str>,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE authorizations SET last_exchanged_at = ").bind(now).push(", last_ip = ").bind(ip);
    let sql = sql.push(", last_user_agent = ").bind(user_agent);
    connection.execute_one(of(sql, tenant, authorization)).await
}

/// Stores the customer's own texts.
///
/// # Errors
/// [`Error::AffectedRows`] when it has ended.
pub async fn set_metadata(
    connection: &Connection<'_>,
    tenant: TenantId,
    authorization: i64,
    metadata: &Map<String, Value>,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE authorizations SET metadata = ").bind(json::text(metadata));
    connection.execute_one(of(sql, tenant, authorization)).await
}

fn of(sql: Sql, tenant: TenantId, authorization: i64) -> Sql {
    sql.push(" WHERE tenant_id = ").bind(tenant).push(" AND id = ").bind(authorization)
}
