//! Ending sessions.

use anteroom_model::{TenantId, Timestamp, UserKey};

use crate::db::{Connection, Error, Sql};

/// Ends a session. Answers whether it stood.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(connection: &Connection<'_>, tenant: TenantId, session_id: &str) -> Result<bool, Error> {
    let sql = Sql::new("DELETE FROM session WHERE tenant_id = ").bind(tenant);
    Ok(connection.execute(sql.push(" AND session_id = ").bind(session_id)).await? == 1)
}

/// Ends all sessions of a user. Answers how many there were.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_of_user(connection: &Connection<'_>, tenant: TenantId, user: UserKey) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM session WHERE tenant_id = ").bind(tenant);
    connection.execute(sql.push(" AND user_key = ").bind(user)).await
}

/// Ends all sessions of a user but this one. Answers how many there were.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_others(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    keep: &str,
) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM session WHERE tenant_id = ").bind(tenant).push(" AND user_key = ").bind(user);
    connection.execute(sql.push(" AND session_id <> ").bind(keep)).await
}

/// Forgets a tenant's sessions that began before, so many at most: they are over by the longest lifetime. Answers how
/// many.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_created_before(
    connection: &Connection<'_>,
    tenant: TenantId,
    before: Timestamp,
    limit: i64,
) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM session WHERE tenant_id = ").bind(tenant).push(" AND id IN (");
    let sql = sql.push("SELECT id FROM session WHERE tenant_id = ").bind(tenant).push(" AND created_at < ");
    connection.execute(sql.bind(before).push(" ORDER BY created_at, id LIMIT ").bind(limit).push(")")).await
}
