//! The permissions that roles and users were given.

use anteroom_model::roles::Permission;
use anteroom_model::{TenantId, UserKey};

use crate::db::{Columns, Connection, Error, FromRow, Sql, Value};

/// Who was given a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The role of this key.
    Role(i64),
    /// The user of this key, without a role.
    User(UserKey),
}

impl Holder {
    const fn table(self) -> &'static str {
        match self {
            Self::Role(_) => "role_permission",
            Self::User(_) => "user_permission",
        }
    }

    const fn column(self) -> &'static str {
        match self {
            Self::Role(_) => "role_key",
            Self::User(_) => "user_key",
        }
    }

    fn key(self) -> Value {
        match self {
            Self::Role(key) => key.into(),
            Self::User(key) => key.into(),
        }
    }
}

/// The description stands with the API's scopes and is added by whoever knows them.
impl FromRow for Permission {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            resource_server: columns.take()?,
            resource_server_identifier: columns.take()?,
            resource_server_name: columns.take()?,
            name: columns.take()?,
            description: String::new(),
        })
    }
}

/// What a role or a user was given, in the order in which the APIs were made and then by name.
///
/// # Errors
/// When the database cannot be asked.
pub async fn permissions(
    connection: &Connection<'_>,
    tenant: TenantId,
    holder: Holder,
) -> Result<Vec<Permission>, Error> {
    let sql = Sql::new("SELECT p.resource_server_key, a.identifier, a.name, p.name FROM ")
        .push(holder.table())
        .push(" p JOIN resource_server a ON a.id = p.resource_server_key AND a.tenant_id = p.tenant_id WHERE p.tenant_id = ")
        .bind(tenant)
        .push(" AND p.")
        .push(holder.column())
        .push(" = ")
        .bind(holder.key());
    connection.all(sql.push(" ORDER BY p.resource_server_key, p.name")).await
}

/// Gives scopes of an API to a role or a user who does not have them.
///
/// # Errors
/// [`Error::Duplicate`] when one of them was given before.
pub async fn add(
    connection: &Connection<'_>,
    tenant: TenantId,
    holder: Holder,
    resource_server: i64,
    names: &[&str],
) -> Result<(), Error> {
    for name in names {
        let sql = Sql::new("INSERT INTO ")
            .push(holder.table())
            .push(" (tenant_id, ")
            .push(holder.column())
            .push(", resource_server_key, name) VALUES (")
            .bind(tenant)
            .push(", ")
            .bind(holder.key())
            .push(", ")
            .bind(resource_server)
            .push(", ")
            .bind(*name);
        connection.execute_one(sql.push(")")).await?;
    }
    Ok(())
}

/// Takes scopes of an API from a role or a user who has them.
///
/// # Errors
/// [`Error::AffectedRows`] when one of them was not given.
pub async fn remove(
    connection: &Connection<'_>,
    tenant: TenantId,
    holder: Holder,
    resource_server: i64,
    names: &[&str],
) -> Result<(), Error> {
    if names.is_empty() {
        return Ok(());
    }
    let sql = Sql::new("DELETE FROM ").push(holder.table()).push(" WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND ").push(holder.column()).push(" = ").bind(holder.key());
    let sql = sql.push(" AND resource_server_key = ").bind(resource_server).push(" AND name IN (");
    let changed = connection.execute(sql.bind_list(Sql::padded(names.to_vec())).push(")")).await?;
    if usize::try_from(changed) == Ok(names.len()) { Ok(()) } else { Err(Error::AffectedRows(changed)) }
}

/// Takes scopes that an API has no more from all roles and users.
///
/// # Errors
/// When the database cannot be written.
pub async fn forget(
    connection: &Connection<'_>,
    tenant: TenantId,
    resource_server: i64,
    names: &[&str],
) -> Result<(), Error> {
    if names.is_empty() {
        return Ok(());
    }
    for table in ["role_permission", "user_permission"] {
        let sql = Sql::new("DELETE FROM ").push(table).push(" WHERE tenant_id = ").bind(tenant);
        let sql = sql.push(" AND resource_server_key = ").bind(resource_server).push(" AND name IN (");
        connection.execute(sql.bind_list(Sql::padded(names.to_vec())).push(")")).await?;
    }
    Ok(())
}
