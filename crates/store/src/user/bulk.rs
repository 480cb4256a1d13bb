//! Storing many new users with few statements.

use anteroom_model::user::Identifier;
use anteroom_model::{TenantId, Timestamp, User, UserKey};

use super::attribute::{self, Leaf};
use super::{count, write};
use crate::db::{Connection, Dialect, Error, Sql, Value};
use crate::json;

/// A new user with all rows that hang on it, worked out before the transaction.
#[derive(Clone, Debug)]
pub struct NewRows {
    /// The user; its key is 0.
    pub user: User,
    /// The user's sign-in identifiers.
    pub identifiers: Vec<Identifier>,
    hash: Option<String>,
    row: Vec<Value>,
    leaves: Vec<Leaf>,
}

impl NewRows {
    /// The rows of a user whose password has this hash.
    #[must_use]
    pub fn new(tenant: TenantId, user: User, hash: Option<String>) -> Self {
        let identifiers = user.identifiers();
        let mut row = write::fixed(tenant, &user);
        row.extend(write::columns(tenant, &user).into_iter().map(|(_, value)| value));
        let leaves = attribute::leaves(&user);
        Self { user, identifiers, hash, row, leaves }
    }

    /// The hash of the password.
    #[must_use]
    pub fn hash(&self) -> Option<&str> {
        self.hash.as_deref()
    }
}

/// Stores these users, each with these roles, and answers their keys in the same order.
///
/// # Errors
/// [`Error::Duplicate`] when one of their ids or identifiers is taken, also by another of them.
pub async fn insert_many(
    connection: &Connection<'_>,
    tenant: TenantId,
    users: &[&NewRows],
    roles: &[i64],
    now: Timestamp,
) -> Result<Vec<UserKey>, Error> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    let keys = insert_users(connection, tenant, users).await?;
    let keyed: Vec<_> = users.iter().copied().zip(keys.iter().copied()).collect();
    insert_beside(connection, tenant, &keyed).await?;
    let leaves = keyed.iter().flat_map(|(rows, key)| rows.leaves.iter().map(move |leaf| (leaf, *key)));
    attribute::insert_all(connection, tenant, &leaves.collect::<Vec<_>>()).await?;
    let role_rows = keys.iter().flat_map(|key| roles.iter().map(move |role| (*role, *key)));
    let role_rows: Vec<Vec<Value>> =
        role_rows.map(|(role, key)| vec![tenant.into(), role.into(), key.into(), now.into()]).collect();
    insert(connection, "INSERT INTO user_role (tenant_id, role_key, user_key, created_at) VALUES ", role_rows).await?;
    count::add(connection, tenant, i64::try_from(users.len()).unwrap_or(i64::MAX)).await?;
    Ok(keys)
}

async fn insert_users(
    connection: &Connection<'_>,
    tenant: TenantId,
    users: &[&NewRows],
) -> Result<Vec<UserKey>, Error> {
    let keys = next_keys(connection, users.len()).await?;
    let Some(first) = users.first() else { return Ok(keys) };
    let names = write::columns(tenant, &first.user).into_iter().map(|(name, _)| name);
    let names: Vec<_> = write::FIXED.into_iter().chain(names).collect();
    let head = format!("INSERT INTO users (key, tenant_id, {}) VALUES ", names.join(", "));
    let rows = users.iter().zip(&keys).map(|(rows, key)| [&[(*key).into()], rows.row.as_slice()].concat());
    insert(connection, &head, rows.collect()).await?;
    Ok(keys)
}

/// Keys that nobody has had, in order.
async fn next_keys(connection: &Connection<'_>, count: usize) -> Result<Vec<UserKey>, Error> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let keys: Vec<UserKey> = match connection.dialect() {
        // The only writer: nobody else takes one before these are used.
        Dialect::Sqlite => {
            let sql = Sql::new("SELECT seq FROM sqlite_sequence WHERE name = 'users'");
            let last = connection.one::<(i64,)>(sql).await?.map_or(0, |(last,)| last);
            (last + 1..=last + count).map(UserKey).collect()
        }
        Dialect::Postgres => {
            let sql = Sql::new("SELECT nextval(pg_get_serial_sequence('users', 'key')) FROM generate_series(1, ");
            let keys: Vec<(UserKey,)> = connection.all(sql.bind(count).push(")")).await?;
            keys.into_iter().map(|(key,)| key).collect()
        }
    };
    Ok(keys)
}

/// Identifiers, identities, passwords and activities.
async fn insert_beside(
    connection: &Connection<'_>,
    tenant: TenantId,
    users: &[(&NewRows, UserKey)],
) -> Result<(), Error> {
    let (mut identifiers, mut identities, mut passwords, mut activities) = (vec![], vec![], vec![], vec![]);
    for (rows, key) in users {
        let at = rows.user.connection;
        for identifier in &rows.identifiers {
            let kind = identifier.kind.name();
            identifiers.push(vec![tenant.into(), at.into(), kind.into(), (&identifier.key).into(), (*key).into()]);
        }
        for (position, identity) in (0_i64..).zip(&rows.user.identities) {
            let profile_data = identity.profile_data.as_ref().map(json::text);
            identities.push(vec![
                tenant.into(),
                (*key).into(),
                position.into(),
                at.into(),
                (&identity.provider).into(),
                (&identity.provider_user_id).into(),
                identity.is_social.into(),
                profile_data.into(),
            ]);
        }
        if let Some(hash) = &rows.hash {
            passwords.push(vec![(*key).into(), tenant.into(), hash.into()]);
        }
        activities.push(vec![(*key).into(), tenant.into(), Value::Int(0), Value::Int(0)]);
    }
    let head = "INSERT INTO identifier (tenant_id, connection_id, kind, key, user_key) VALUES ";
    insert(connection, head, identifiers).await?;
    let head = "INSERT INTO identity (tenant_id, user_key, position, connection_id, provider, provider_user_id, is_social, \
                profile_data) VALUES ";
    insert(connection, head, identities).await?;
    insert(connection, "INSERT INTO password (user_key, tenant_id, hash) VALUES ", passwords).await?;
    let head = "INSERT INTO user_activity (user_key, tenant_id, logins_count, last_login) VALUES ";
    insert(connection, head, activities).await
}

/// Stores these rows, each a list of values in the order of the columns that `head` names.
///
/// # Errors
/// [`Error::AffectedRows`] when not each of them was stored.
pub(crate) async fn insert(connection: &Connection<'_>, head: &str, values: Vec<Vec<Value>>) -> Result<(), Error> {
    if values.is_empty() {
        return Ok(());
    }
    let rows: Vec<&[Value]> = values.iter().map(Vec::as_slice).collect();
    match connection.insert_rows(head, &rows).await? {
        stored if stored == rows.len() as u64 => Ok(()),
        stored => Err(Error::AffectedRows(stored)),
    }
}
