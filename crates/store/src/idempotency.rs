//! What an `Idempotency-Key` made.

use anteroom_model::{TenantId, Timestamp};

use crate::db::{Connection, Error, Sql};

/// Whose key it is.
#[derive(Clone, Copy, Debug)]
pub struct Owner<'a> {
    /// The tenant.
    pub tenant: TenantId,
    /// The caller.
    pub actor: &'a str,
    /// The key the caller chose.
    pub key: &'a str,
}

/// The fingerprint of the request the key was first used with, and the id of what that request made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(connection: &Connection<'_>, owner: Owner<'_>) -> Result<Option<(String, String)>, Error> {
    let sql = Sql::new("SELECT fingerprint, made FROM idempotency WHERE tenant_id = ")
        .bind(owner.tenant)
        .push(" AND actor_id = ")
        .bind(owner.actor)
        .push(" AND key = ")
        .bind(owner.key);
    connection.one(sql).await
}

/// Remembers what the request made.
///
/// # Errors
/// [`Error::Duplicate`] when another request with this key was first.
pub async fn insert(
    connection: &Connection<'_>,
    owner: Owner<'_>,
    fingerprint: &str,
    made: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new("INSERT INTO idempotency (tenant_id, actor_id, key, fingerprint, made, created_at) VALUES (")
        .bind(owner.tenant)
        .push(", ")
        .bind_list([owner.actor, owner.key, fingerprint, made])
        .push(", ")
        .bind(now)
        .push(")");
    connection.execute_one(sql).await
}

/// Forgets the keys of all tenants that were used before.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_before(connection: &Connection<'_>, before: Timestamp) -> Result<u64, Error> {
    connection.execute(Sql::new("DELETE FROM idempotency WHERE created_at < ").bind(before)).await
}
