//! Roles that a tenant makes for its own applications, who has them, and what they permit.

mod effective;
mod member;
mod permission;

pub use effective::{HeldFilter, held, held_total, permitted, roles_giving};
pub use member::{Member, count_members, give, lock_members, members, of_user, of_users, take, take_some, user_key};
pub use permission::{Holder, add, forget, permissions, remove};

use anteroom_model::TenantId;
use anteroom_model::roles::Role;

use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// The columns that a [`Role`] is read from, of `role r`.
const COLUMNS: &str = "r.id, r.role_id, r.name, r.description, r.is_default, r.created_at, r.updated_at";

impl FromRow for Role {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            role_id: columns.take()?,
            name: columns.take()?,
            description: columns.take()?,
            is_default: columns.take()?,
            created_at: columns.take()?,
            updated_at: columns.take()?,
        })
    }
}

fn select(tenant: TenantId) -> Sql {
    Sql::new("SELECT ").push(COLUMNS).push(" FROM role r WHERE r.tenant_id = ").bind(tenant)
}

/// The tenant's roles, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn all(connection: &Connection<'_>, tenant: TenantId) -> Result<Vec<Role>, Error> {
    connection.all(select(tenant).push(" ORDER BY r.id")).await
}

/// The roles that every new user of the tenant is given, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn defaults(connection: &Connection<'_>, tenant: TenantId) -> Result<Vec<Role>, Error> {
    connection.all(select(tenant).push(" AND r.is_default ORDER BY r.id")).await
}

/// The role of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id(connection: &Connection<'_>, tenant: TenantId, role_id: &str) -> Result<Option<Role>, Error> {
    connection.one(select(tenant).push(" AND r.role_id = ").bind(role_id)).await
}

/// The role of this id, locked until the transaction ends. Users are given it meanwhile all the same.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id_for_change(
    connection: &Connection<'_>,
    tenant: TenantId,
    role_id: &str,
) -> Result<Option<Role>, Error> {
    let sql = select(tenant).push(" AND r.role_id = ").bind(role_id);
    connection.one(sql.push(connection.dialect().for_update())).await
}

/// Those of these roles that there are, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_ids(connection: &Connection<'_>, tenant: TenantId, ids: &[String]) -> Result<Vec<Role>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = select(tenant).push(" AND r.role_id IN (").bind_list(Sql::padded(ids.to_vec()));
    connection.all(sql.push(") ORDER BY r.id")).await
}

/// The role whose name has this form.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_name_key(connection: &Connection<'_>, tenant: TenantId, key: &str) -> Result<Option<Role>, Error> {
    connection.one(select(tenant).push(" AND r.name_key = ").bind(key)).await
}

/// How many roles the tenant has.
///
/// # Errors
/// When the database cannot be asked.
pub async fn count(connection: &Connection<'_>, tenant: TenantId) -> Result<usize, Error> {
    let sql = Sql::new("SELECT count(*) FROM role WHERE tenant_id = ").bind(tenant);
    let count = connection.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count);
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Stores a new role and gives it its key.
///
/// # Errors
/// [`Error::Duplicate`] when the tenant has one of this name.
pub async fn insert(connection: &Connection<'_>, tenant: TenantId, new: &Role) -> Result<Role, Error> {
    let sql = Sql::new(
        "INSERT INTO role (tenant_id, role_id, name, name_key, description, is_default, created_at, updated_at) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind_list([&new.role_id, &new.name, &new.name_key(), &new.description])
    .push(", ")
    .bind(new.is_default)
    .push(", ")
    .bind_list([new.created_at, new.updated_at])
    .push(") RETURNING id");
    let key = connection.one::<(i64,)>(sql).await?.map(|(key,)| key).ok_or(Error::AffectedRows(0))?;
    Ok(Role { key, ..new.clone() })
}

/// Stores everything of a role but its ids.
///
/// # Errors
/// [`Error::Duplicate`] when another role has this name; [`Error::AffectedRows`] when it is not there.
pub async fn update(connection: &Connection<'_>, tenant: TenantId, changed: &Role) -> Result<(), Error> {
    let sql = Sql::new("UPDATE role SET name = ")
        .bind(&changed.name)
        .push(", name_key = ")
        .bind(changed.name_key())
        .push(", description = ")
        .bind(&changed.description)
        .push(", is_default = ")
        .bind(changed.is_default)
        .push(", updated_at = ")
        .bind(changed.updated_at)
        .push(" WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND id = ")
        .bind(changed.key);
    connection.execute_one(sql).await
}

/// Deletes a role with its permissions; whoever had it has it no more.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn delete(connection: &Connection<'_>, tenant: TenantId, role: i64) -> Result<(), Error> {
    let sql = Sql::new("DELETE FROM role WHERE tenant_id = ").bind(tenant).push(" AND id = ").bind(role);
    connection.execute_one(sql).await
}
