//! Ending authorizations: their codes and refresh tokens go with them, and their access tokens find nothing any more.

use anteroom_model::{TenantId, UserKey};

use super::AuthorizationFilter;
use crate::db::{Connection, Error, Sql};

/// Ends an authorization. Answers whether it stood.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(connection: &Connection<'_>, tenant: TenantId, authorization: i64) -> Result<bool, Error> {
    let sql = Sql::new("DELETE FROM authorizations WHERE tenant_id = ").bind(tenant);
    Ok(connection.execute(sql.push(" AND id = ").bind(authorization)).await? == 1)
}

/// Ends all authorizations that the filter names. Answers how many there were.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_matching(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &AuthorizationFilter,
) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM authorizations WHERE tenant_id = ").bind(tenant);
    connection.execute(filter.push(sql, "")).await
}

/// Ends all authorizations of a user but those that were given in this session. Answers how many there were.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_others(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    keep_session: &str,
) -> Result<u64, Error> {
    let sql =
        Sql::new("DELETE FROM authorizations WHERE tenant_id = ").bind(tenant).push(" AND user_key = ").bind(user);
    connection.execute(sql.push(" AND session_id <> ").bind(keep_session)).await
}

/// Ends what was given in a session and does not outlive it.
///
/// # Errors
/// When the database cannot be written.
pub async fn end_session(connection: &Connection<'_>, tenant: TenantId, session_id: &str) -> Result<u64, Error> {
    let filter = AuthorizationFilter {
        session_id: Some(session_id.to_owned()),
        offline: Some(false),
        ..AuthorizationFilter::default()
    };
    delete_matching(connection, tenant, &filter).await
}
