//! Sign-in identifiers: unique in their connection.

use anteroom_model::{TenantId, User, UserKey};

use crate::db::{Connection, Error, Sql};

/// What another user has already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The field on the wire.
    pub field: &'static str,
}

/// Whether another user has one of this user's ids or identifiers.
///
/// # Errors
/// When the database cannot be asked.
pub async fn taken(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<Option<Taken>, Error> {
    let identifiers = user.identifiers();
    let mut sql = Sql::new("SELECT kind, user_key FROM identifier WHERE tenant_id = ").bind(tenant);
    sql = sql.push(" AND connection_id = ").bind(user.connection).push(" AND (kind, key) IN (VALUES ");
    for (index, identifier) in identifiers.iter().enumerate() {
        sql = sql.push(if index == 0 { "(" } else { ", (" }).bind(identifier.kind.name()).push(", ");
        sql = sql.bind(&identifier.key).push(")");
    }
    let found: Vec<(String, UserKey)> = connection.all(sql.push(")")).await?;
    let is_anothers = |kind: &str| found.iter().any(|(known, key)| known == kind && *key != user.key);
    if let Some(identifier) = identifiers.iter().find(|identifier| is_anothers(identifier.kind.name())) {
        return Ok(Some(Taken { field: identifier.kind.field() }));
    }
    taken_id(connection, tenant, user).await
}

async fn taken_id(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<Option<Taken>, Error> {
    let sql = Sql::new("SELECT key, user_id FROM users WHERE tenant_id = ").bind(tenant);
    let sql =
        sql.push(" AND (user_id = ").bind(&user.user_id).push(" OR external_id = ").bind(user.external_id.as_ref());
    let found: Vec<(UserKey, String)> = connection.all(sql.push(")")).await?;
    let other = found.into_iter().find(|(key, _)| *key != user.key);
    Ok(other.map(|(_, id)| Taken { field: if id == user.user_id { "user_id" } else { "external_id" } }))
}

/// Stores the user's identifiers in place of those it had before.
pub(super) async fn replace(
    connection: &Connection<'_>,
    tenant: TenantId,
    before: &User,
    user: &User,
) -> Result<(), Error> {
    delete_all(connection, tenant, before).await?;
    insert(connection, tenant, user).await
}

/// Deletes the identifiers of a user.
pub(super) async fn delete_all(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    for identifier in user.identifiers() {
        let sql = Sql::new("DELETE FROM identifier WHERE tenant_id = ").bind(tenant).push(" AND connection_id = ");
        let sql = sql.bind(user.connection).push(" AND kind = ").bind(identifier.kind.name()).push(" AND key = ");
        let sql = sql.bind(identifier.key).push(" AND user_key = ").bind(user.key);
        connection.execute_one(sql).await?;
    }
    Ok(())
}

/// Stores the identifiers of a new user.
pub(super) async fn insert(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    let identifiers = user.identifiers();
    let mut sql = Sql::new("INSERT INTO identifier (tenant_id, connection_id, kind, key, user_key) VALUES ");
    for (index, identifier) in identifiers.iter().enumerate() {
        sql = sql
            .push(if index == 0 { "(" } else { ", (" })
            .bind(tenant)
            .push(", ")
            .bind(user.connection)
            .push(", ")
            .bind(identifier.kind.name())
            .push(", ")
            .bind(&identifier.key)
            .push(", ")
            .bind(user.key)
            .push(")");
    }
    connection.execute(sql).await?;
    Ok(())
}
