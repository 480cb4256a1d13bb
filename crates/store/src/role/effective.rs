//! The permissions that users have, by roles or without.

use std::collections::HashMap;

use anteroom_model::roles::{HeldPermission, Permission, Role};
use anteroom_model::{Scopes, TenantId, UserKey};

use super::COLUMNS;
use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// From the roles of a user `m` to their permissions `q`. The words say the order of the walk, which SQLite keeps to: a user
/// has few roles, but an API may have a permission in each of a thousand.
const BY_ROLES: &str = " FROM user_role m CROSS JOIN role_permission q JOIN role r ON r.id = m.role_key \
    AND r.tenant_id = m.tenant_id WHERE q.role_key = m.role_key AND q.tenant_id = m.tenant_id AND m.tenant_id = ";

/// Which permissions of a user.
#[derive(Clone, Debug)]
pub struct HeldFilter {
    /// The user.
    pub user: UserKey,
    /// Of the API of this key alone.
    pub resource_server: Option<i64>,
    /// Those whose names come behind this one.
    pub after: String,
}

/// All permissions of the user that the filter lets through, each once, as the table `e`.
fn union(sql: Sql, tenant: TenantId, filter: &HeldFilter) -> Sql {
    let narrowed = |sql: Sql, table: &str| match filter.resource_server {
        None => sql,
        Some(server) => {
            let sql = sql.push(" AND ").push(table).push(".resource_server_key = ").bind(server);
            sql.push(" AND ").push(table).push(".name > ").bind(&filter.after)
        }
    };
    let sql =
        sql.push("(SELECT p.resource_server_key, p.name FROM user_permission p WHERE p.tenant_id = ").bind(tenant);
    let sql = narrowed(sql.push(" AND p.user_key = ").bind(filter.user), "p");
    let sql = sql.push(
        " UNION SELECT q.resource_server_key, q.name FROM user_role m CROSS JOIN role_permission q \
         WHERE q.role_key = m.role_key AND q.tenant_id = m.tenant_id AND m.tenant_id = ",
    );
    narrowed(sql.bind(tenant).push(" AND m.user_key = ").bind(filter.user), "q").push(") e")
}

/// The scopes of an API that a user may have, in the order of their names: what tokens are made of.
///
/// # Errors
/// When the database cannot be asked.
pub async fn permitted(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    resource_server: i64,
) -> Result<Scopes, Error> {
    let filter = HeldFilter { user, resource_server: Some(resource_server), after: String::new() };
    let sql = union(Sql::new("SELECT e.name FROM "), tenant, &filter).push(" ORDER BY e.name");
    let names = connection.all::<(String,)>(sql).await?;
    Ok(Scopes::from_names(names.iter().map(|(name,)| name.as_str())))
}

/// How many permissions a user has.
///
/// # Errors
/// When the database cannot be asked.
pub async fn held_total(connection: &Connection<'_>, tenant: TenantId, filter: &HeldFilter) -> Result<i64, Error> {
    let sql = union(Sql::new("SELECT count(*) FROM "), tenant, filter);
    Ok(connection.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

/// Permissions of a user with where they come from, in the order in which the APIs were made and then by name.
///
/// # Errors
/// When the database cannot be asked.
pub async fn held(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &HeldFilter,
    offset: i64,
    limit: i64,
) -> Result<Vec<HeldPermission>, Error> {
    let sql = union(Sql::new("SELECT e.resource_server_key, a.identifier, a.name, e.name FROM "), tenant, filter)
        .push(" JOIN resource_server a ON a.id = e.resource_server_key AND a.tenant_id = ")
        .bind(tenant)
        .push(" ORDER BY e.resource_server_key, e.name LIMIT ")
        .bind(limit)
        .push(" OFFSET ")
        .bind(offset);
    let found: Vec<Permission> = connection.all(sql).await?;
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return Ok(Vec::new()) };
    let mut sources = sources(connection, tenant, filter.user, [first, last]).await?;
    let with_sources = |permission: Permission| {
        let place = (permission.resource_server, permission.name.clone());
        let (is_direct, roles) = sources.remove(&place).unwrap_or_default();
        HeldPermission { permission, is_direct, roles }
    };
    Ok(found.into_iter().map(with_sources).collect())
}

/// Whether a permission was given without a role, and by which roles it was.
type Sources = HashMap<(i64, String), (bool, Vec<(String, String)>)>;

/// From where a user has the permissions from one to another.
async fn sources(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    [first, last]: [&Permission; 2],
) -> Result<Sources, Error> {
    let between = |sql: Sql, columns: &str| {
        let sql = sql.push(" AND ").push(columns).push(" >= (").bind(first.resource_server).push(", ");
        let sql = sql.bind(&first.name).push(") AND ").push(columns).push(" <= (").bind(last.resource_server);
        sql.push(", ").bind(&last.name).push(")")
    };
    let mut found = Sources::new();
    let sql = Sql::new("SELECT p.resource_server_key, p.name FROM user_permission p WHERE p.tenant_id = ").bind(tenant);
    let sql = between(sql.push(" AND p.user_key = ").bind(user), "(p.resource_server_key, p.name)");
    for place in connection.all::<(i64, String)>(sql).await? {
        found.entry(place).or_default().0 = true;
    }
    let sql = Sql::new("SELECT q.resource_server_key, q.name, r.role_id, r.name").push(BY_ROLES).bind(tenant);
    let sql = between(sql.push(" AND m.user_key = ").bind(user), "(q.resource_server_key, q.name)");
    for ByRole { place, role } in connection.all(sql.push(" ORDER BY r.id")).await? {
        found.entry(place).or_default().1.push(role);
    }
    Ok(found)
}

struct ByRole {
    place: (i64, String),
    role: (String, String),
}

impl FromRow for ByRole {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self { place: (columns.take()?, columns.take()?), role: (columns.take()?, columns.take()?) })
    }
}

/// The roles by which a user has a scope of an API, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn roles_giving(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    resource_server: i64,
    name: &str,
) -> Result<Vec<Role>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(BY_ROLES).bind(tenant).push(" AND m.user_key = ").bind(user);
    let sql = sql.push(" AND q.resource_server_key = ").bind(resource_server).push(" AND q.name = ").bind(name);
    connection.all(sql.push(" ORDER BY r.id")).await
}
