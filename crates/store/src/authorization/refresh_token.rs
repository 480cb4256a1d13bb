//! Refresh tokens: the chain of an authorization.

use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// A refresh token.
#[derive(Clone, Copy, Debug)]
pub struct RefreshToken {
    /// The authorization it stands for.
    pub authorization: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was first used, if it is of the kind that is used once; 0 before.
    pub used_at: Timestamp,
}

impl FromRow for RefreshToken {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self { authorization: columns.take()?, created_at: columns.take()?, used_at: columns.take()? })
    }
}

/// Stores a refresh token under its digest.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(
    connection: &Connection<'_>,
    tenant: TenantId,
    digest: &str,
    authorization: i64,
    now: Timestamp,
) -> Result<(), Error> {
    let sql =
        Sql::new("INSERT INTO refresh_token (tenant_id, digest, authorization_key, created_at, used_at) VALUES (")
            .bind(tenant)
            .push(", ")
            .bind(digest)
            .push(", ")
            .bind(authorization)
            .push(", ")
            .bind(now)
            .push(", 0)");
    connection.execute_one(sql).await
}

/// The refresh token of this digest, used or not.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(connection: &Connection<'_>, tenant: TenantId, digest: &str) -> Result<Option<RefreshToken>, Error> {
    let sql = Sql::new("SELECT authorization_key, created_at, used_at FROM refresh_token WHERE tenant_id = ");
    connection.one(sql.bind(tenant).push(" AND digest = ").bind(digest)).await
}

/// Notes that a refresh token was used. Answers whether this was the first time: of many at once, one is.
///
/// # Errors
/// When the database cannot be written.
pub async fn use_once(
    connection: &Connection<'_>,
    tenant: TenantId,
    digest: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let sql = Sql::new("UPDATE refresh_token SET used_at = ").bind(now).push(" WHERE tenant_id = ").bind(tenant);
    Ok(connection.execute(sql.push(" AND digest = ").bind(digest).push(" AND used_at = 0")).await? == 1)
}

/// Forgets refresh tokens of all tenants that were used before: about so many, the oldest first. They are not recognised
/// as used any more, only as unknown. Answers how many.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_used_before(connection: &Connection<'_>, before: Timestamp, limit: i64) -> Result<u64, Error> {
    // A range of the index, as with codes.
    let sql = Sql::new("SELECT used_at FROM refresh_token WHERE used_at > 0 AND used_at < ").bind(before);
    let last = connection.one(sql.push(" ORDER BY used_at LIMIT 1 OFFSET ").bind(limit - 1)).await?;
    let last = last.map_or(Timestamp(before.0 - 1), |(time,): (Timestamp,)| time);
    connection.execute(Sql::new("DELETE FROM refresh_token WHERE used_at > 0 AND used_at <= ").bind(last)).await
}
