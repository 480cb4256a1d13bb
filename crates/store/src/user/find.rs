//! Finding users by what is unique of them.

use anteroom_model::email::normalize;
use anteroom_model::user::{Identifier, IdentifierKind, identifier_key};
use anteroom_model::{TenantId, User, UserKey};

use super::row::{COLUMNS, JOINS, gather};
use crate::db::{Connection, Error, Sql};

/// The user of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id(connection: &Connection<'_>, tenant: TenantId, user_id: &str) -> Result<Option<User>, Error> {
    let sql = select().push("u.tenant_id = ").bind(tenant).push(" AND u.user_id = ").bind(user_id);
    let rows = connection.all(sql.push(" ORDER BY i.position")).await?;
    Ok(gather(rows).pop())
}

/// The user of this id, locked until the transaction ends: nobody else changes it between reading and writing.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id_for_change(
    connection: &Connection<'_>,
    tenant: TenantId,
    user_id: &str,
) -> Result<Option<User>, Error> {
    let lock = connection.dialect().for_update();
    if !lock.is_empty() {
        let sql = Sql::new("SELECT key FROM users WHERE tenant_id = ").bind(tenant);
        let sql = sql.push(" AND user_id = ").bind(user_id).push(lock);
        let _: Option<(UserKey,)> = connection.one(sql).await?;
    }
    by_id(connection, tenant, user_id).await
}

/// The user of this internal key.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_key(connection: &Connection<'_>, tenant: TenantId, key: UserKey) -> Result<Option<User>, Error> {
    let sql = select().push("u.tenant_id = ").bind(tenant).push(" AND u.key = ").bind(key);
    let rows = connection.all(sql.push(" ORDER BY i.position")).await?;
    Ok(gather(rows).pop())
}

/// The user of the first of these identifiers that somebody has at the connection.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_identifiers(
    connection: &Connection<'_>,
    tenant: TenantId,
    user_connection: i64,
    identifiers: &[Identifier],
) -> Result<Option<User>, Error> {
    for identifier in identifiers {
        let sql = select().push("u.key = (SELECT user_key FROM identifier WHERE tenant_id = ").bind(tenant);
        let sql = sql.push(" AND connection_id = ").bind(user_connection).push(" AND kind = ");
        let sql = sql.bind(identifier.kind.name()).push(" AND key = ").bind(&identifier.key);
        let sql = sql.push(") AND u.tenant_id = ").bind(tenant).push(" ORDER BY i.position");
        if let Some(user) = gather(connection.all(sql).await?).pop() {
            return Ok(Some(user));
        }
    }
    Ok(None)
}

/// The users with this e-mail address, in any case, at any connection, in the order they were made.
///
/// The key finds them; the address itself decides, for two addresses that differ in accents only are two addresses.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_email(connection: &Connection<'_>, tenant: TenantId, email: &str) -> Result<Vec<User>, Error> {
    let Ok(address) = normalize(email) else { return Ok(Vec::new()) };
    let sql = select()
        .push("u.key IN (SELECT user_key FROM identifier WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND connection_id IN (SELECT id FROM connection WHERE tenant_id = ")
        .bind(tenant)
        .push(") AND kind = ")
        .bind(IdentifierKind::Email.name())
        .push(" AND key = ")
        .bind(identifier_key(&address))
        .push(") AND u.tenant_id = ")
        .bind(tenant)
        .push(" AND u.email = ")
        .bind(&address);
    let rows = connection.all(sql.push(" ORDER BY u.key, i.position")).await?;
    Ok(gather(rows))
}

/// How many active super administrators the tenant has besides this user.
///
/// # Errors
/// When the database cannot be asked.
pub async fn active_super_admins(
    connection: &Connection<'_>,
    tenant: TenantId,
    besides: UserKey,
) -> Result<i64, Error> {
    let sql = Sql::new("SELECT count(*) FROM users WHERE tenant_id = ")
        .bind(tenant)
        // The condition on 'user' lets the planner use the small index of administrators.
        .push(" AND platform_role = 'super_admin' AND platform_role <> 'user' AND status = 'active' AND key <> ")
        .bind(besides);
    Ok(connection.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

/// The hash of a user's password.
///
/// # Errors
/// When the database cannot be asked.
pub async fn password_hash(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
) -> Result<Option<String>, Error> {
    let sql = Sql::new("SELECT hash FROM password WHERE tenant_id = ").bind(tenant).push(" AND user_key = ").bind(user);
    Ok(connection.one::<(String,)>(sql).await?.map(|(hash,)| hash))
}

fn select() -> Sql {
    Sql::new("SELECT ").push(COLUMNS).push(" FROM users u").push(JOINS).push(" WHERE ")
}
