//! Authorization codes.

use anteroom_model::authorization::AuthorizationCode;
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

impl FromRow for AuthorizationCode {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            authorization: columns.take()?,
            redirect_uri: columns.take()?,
            code_challenge: columns.take()?,
            nonce: columns.take()?,
            created_at: columns.take()?,
            used_at: columns.take()?,
        })
    }
}

/// Stores a code under its digest.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(
    connection: &Connection<'_>,
    tenant: TenantId,
    digest: &str,
    code: &AuthorizationCode,
) -> Result<(), Error> {
    let sql = Sql::new(
        "INSERT INTO authorization_code (tenant_id, digest, redirect_uri, authorization_key, code_challenge, nonce, \
         created_at, used_at) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind_list([digest, &code.redirect_uri])
    .push(", ")
    .bind(code.authorization)
    .push(", ")
    .bind_list([code.code_challenge.as_ref(), code.nonce.as_ref()])
    .push(", ")
    .bind_list([code.created_at, code.used_at])
    .push(")");
    connection.execute_one(sql).await
}

/// The code of this digest, used or not.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(
    connection: &Connection<'_>,
    tenant: TenantId,
    digest: &str,
) -> Result<Option<AuthorizationCode>, Error> {
    let sql = Sql::new(
        "SELECT authorization_key, redirect_uri, code_challenge, nonce, created_at, used_at FROM authorization_code \
         WHERE tenant_id = ",
    )
    .bind(tenant);
    connection.one(sql.push(" AND digest = ").bind(digest)).await
}

/// Notes that a code was used. Answers whether this was the first time: of many at once, one is.
///
/// # Errors
/// When the database cannot be written.
pub async fn use_once(
    connection: &Connection<'_>,
    tenant: TenantId,
    digest: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let sql = Sql::new("UPDATE authorization_code SET used_at = ").bind(now).push(" WHERE tenant_id = ").bind(tenant);
    Ok(connection.execute(sql.push(" AND digest = ").bind(digest).push(" AND used_at = 0")).await? == 1)
}

/// Forgets codes of all tenants that were made before: about so many, the oldest first. Answers how many.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_before(connection: &Connection<'_>, before: Timestamp, limit: i64) -> Result<u64, Error> {
    // A range of the index: rows named one by one by both columns of the key would be looked for among all of a tenant's.
    let sql = Sql::new("SELECT created_at FROM authorization_code WHERE created_at < ").bind(before);
    let last = connection.one(sql.push(" ORDER BY created_at LIMIT 1 OFFSET ").bind(limit - 1)).await?;
    let last = last.map_or(Timestamp(before.0 - 1), |(time,): (Timestamp,)| time);
    connection.execute(Sql::new("DELETE FROM authorization_code WHERE created_at <= ").bind(last)).await
}
