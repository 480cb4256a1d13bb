//! Who has which roles.

use anteroom_model::roles::Role;
use anteroom_model::{PlatformRole, TenantId, Timestamp, UserKey};

use super::COLUMNS;
use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// A user as far as roles and permissions need to know it.
#[derive(Clone, Debug)]
pub struct Member {
    /// The internal key.
    pub key: UserKey,
    /// The id.
    pub user_id: String,
    /// What the user may administer.
    pub platform_role: PlatformRole,
    /// The name for records, as [`anteroom_model::User::display_name`] tells it.
    pub name: String,
}

impl FromRow for Member {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            user_id: columns.take()?,
            platform_role: {
                let name: String = columns.take()?;
                PlatformRole::parse(&name).ok_or(Error::Corrupt(name))?
            },
            name: columns.take()?,
        })
    }
}

/// Those of these users that there are, in the order they were made, locked until the transaction ends.
///
/// # Errors
/// When the database cannot be asked.
pub async fn lock_members(
    connection: &Connection<'_>,
    tenant: TenantId,
    user_ids: &[String],
) -> Result<Vec<Member>, Error> {
    if user_ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new(
        "SELECT u.key, u.user_id, u.platform_role, coalesce(u.name, u.username, u.email, u.phone_number, u.user_id) \
         FROM users u WHERE u.tenant_id = ",
    )
    .bind(tenant)
    .push(" AND u.user_id IN (")
    .bind_list(Sql::padded(user_ids.to_vec()))
    .push(") ORDER BY u.key");
    connection.all(sql.push(connection.dialect().for_update())).await
}

/// The internal key of the user of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn user_key(connection: &Connection<'_>, tenant: TenantId, user_id: &str) -> Result<Option<UserKey>, Error> {
    let sql = Sql::new("SELECT key FROM users WHERE tenant_id = ").bind(tenant).push(" AND user_id = ").bind(user_id);
    Ok(connection.one::<(UserKey,)>(sql).await?.map(|(key,)| key))
}

/// The keys of the users who have a role, behind this one, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn members(
    connection: &Connection<'_>,
    tenant: TenantId,
    role: i64,
    after: UserKey,
    offset: i64,
    limit: i64,
) -> Result<Vec<UserKey>, Error> {
    let sql = Sql::new("SELECT m.user_key FROM user_role m WHERE m.tenant_id = ").bind(tenant);
    let sql = sql.push(" AND m.role_key = ").bind(role).push(" AND m.user_key > ").bind(after);
    let sql = sql.push(" ORDER BY m.user_key LIMIT ").bind(limit).push(" OFFSET ").bind(offset);
    Ok(connection.all::<(UserKey,)>(sql).await?.into_iter().map(|(key,)| key).collect())
}

/// How many users have a role.
///
/// # Errors
/// When the database cannot be asked.
pub async fn count_members(connection: &Connection<'_>, tenant: TenantId, role: i64) -> Result<i64, Error> {
    let sql = Sql::new("SELECT count(*) FROM user_role m WHERE m.tenant_id = ").bind(tenant);
    let sql = sql.push(" AND m.role_key = ").bind(role);
    Ok(connection.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

/// The roles of a user, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn of_user(connection: &Connection<'_>, tenant: TenantId, user: UserKey) -> Result<Vec<Role>, Error> {
    let sql = Sql::new("SELECT ")
        .push(COLUMNS)
        .push(" FROM user_role m JOIN role r ON r.id = m.role_key AND r.tenant_id = m.tenant_id WHERE m.tenant_id = ")
        .bind(tenant)
        .push(" AND m.user_key = ")
        .bind(user);
    connection.all(sql.push(" ORDER BY r.id")).await
}

/// The ids of the roles that each of these users has, in the order the roles were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn of_users(
    connection: &Connection<'_>,
    tenant: TenantId,
    users: &[UserKey],
) -> Result<Vec<(UserKey, String)>, Error> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new(
        "SELECT m.user_key, r.role_id FROM user_role m JOIN role r ON r.id = m.role_key AND r.tenant_id = m.tenant_id \
         WHERE m.tenant_id = ",
    )
    .bind(tenant)
    .push(" AND m.user_key IN (")
    .bind_list(Sql::padded(users.to_vec()));
    connection.all(sql.push(") ORDER BY m.user_key, m.role_key")).await
}

/// Gives a role to users who do not have it.
///
/// # Errors
/// [`Error::AffectedRows`] when one of them is not there; [`Error::Duplicate`] when one has it.
pub async fn give(
    connection: &Connection<'_>,
    tenant: TenantId,
    role: i64,
    users: &[UserKey],
    now: Timestamp,
) -> Result<(), Error> {
    if users.is_empty() {
        return Ok(());
    }
    let sql = Sql::new("INSERT INTO user_role (tenant_id, role_key, user_key, created_at) SELECT u.tenant_id, ")
        .bind(role)
        .push(", u.key, ")
        .bind(now)
        .push(" FROM users u WHERE u.tenant_id = ")
        .bind(tenant)
        .push(" AND u.key IN (")
        .bind_list(Sql::padded(users.to_vec()));
    changed(connection.execute(sql.push(")")).await?, users)
}

/// Takes a role from users who have it.
///
/// # Errors
/// [`Error::AffectedRows`] when one of them does not have it.
pub async fn take(connection: &Connection<'_>, tenant: TenantId, role: i64, users: &[UserKey]) -> Result<(), Error> {
    if users.is_empty() {
        return Ok(());
    }
    let sql = Sql::new("DELETE FROM user_role WHERE tenant_id = ").bind(tenant).push(" AND role_key = ").bind(role);
    let sql = sql.push(" AND user_key IN (").bind_list(Sql::padded(users.to_vec()));
    changed(connection.execute(sql.push(")")).await?, users)
}

/// Takes a role from some of those who have it, and tells from how many.
///
/// # Errors
/// When the database cannot be written.
pub async fn take_some(connection: &Connection<'_>, tenant: TenantId, role: i64, limit: i64) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM user_role WHERE tenant_id = ").bind(tenant).push(" AND role_key = ").bind(role);
    let sql = sql.push(" AND user_key IN (SELECT m.user_key FROM user_role m WHERE m.tenant_id = ").bind(tenant);
    let sql = sql.push(" AND m.role_key = ").bind(role).push(" ORDER BY m.user_key LIMIT ").bind(limit);
    connection.execute(sql.push(")")).await
}

fn changed(rows: u64, users: &[UserKey]) -> Result<(), Error> {
    if usize::try_from(rows) == Ok(users.len()) { Ok(()) } else { Err(Error::AffectedRows(rows)) }
}
