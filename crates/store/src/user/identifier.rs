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
    for identifier in user.identifiers() {
        let sql = Sql::new("SELECT user_key FROM identifier WHERE tenant_id = ")
            .bind(tenant)
            .push(" AND connection_id = ")
            .bind(user.connection)
            .push(" AND kind = ")
            .bind(identifier.kind.name())
            .push(" AND key = ")
            .bind(&identifier.key);
        if is_anothers(connection, sql, user.key).await? {
            return Ok(Some(Taken { field: identifier.kind.field() }));
        }
    }
    for (field, value) in [("user_id", Some(&user.user_id)), ("external_id", user.external_id.as_ref())] {
        let Some(value) = value else { continue };
        let sql = Sql::new("SELECT key FROM users WHERE tenant_id = ").bind(tenant);
        let sql = sql.push(" AND ").push(field).push(" = ").bind(value);
        if is_anothers(connection, sql, user.key).await? {
            return Ok(Some(Taken { field }));
        }
    }
    Ok(None)
}

async fn is_anothers(connection: &Connection<'_>, sql: Sql, user: UserKey) -> Result<bool, Error> {
    Ok(connection.one::<(UserKey,)>(sql).await?.is_some_and(|(key,)| key != user))
}

/// Stores the user's identifiers in place of those it had.
pub(super) async fn replace(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    let sql = Sql::new("DELETE FROM identifier WHERE tenant_id = ").bind(tenant).push(" AND user_key = ").bind(user.key);
    connection.execute(sql).await?;
    insert(connection, tenant, user).await
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
