//! Storing many new users with few statements.

use std::collections::HashMap;

use anteroom_model::user::Identifier;
use anteroom_model::{TenantId, Timestamp, User, UserKey};

use super::attribute::{self, Leaf};
use super::{count, write};
use crate::db::{Connection, Dialect, Error, Sql, Value};
use crate::json;

/// The most values of one statement: 256 users. Many rows of one statement cost SQLite less than as many statements,
/// above all for its full-text index.
const VALUES: usize = 12_800;

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
    let Some(first) = users.first() else { return Ok(Vec::new()) };
    let names = write::columns(tenant, &first.user).into_iter().map(|(name, _)| name);
    let names: Vec<_> = write::FIXED.into_iter().chain(names).collect();
    let head = format!("INSERT INTO users (tenant_id, {}) VALUES ", names.join(", "));
    let width = names.len() + 1;
    let mut keys: HashMap<String, UserKey> = HashMap::with_capacity(users.len());
    for part in parts(users, width) {
        let values = part.iter().flat_map(|rows| rows.row.iter().cloned());
        // In which order rows come back, no engine promises.
        let sql = rows(connection.dialect(), &head, width, values).push(" RETURNING user_id, key");
        keys.extend(connection.all::<(String, UserKey)>(sql).await?);
    }
    let keys: Vec<_> = users.iter().filter_map(|rows| keys.get(&rows.user.user_id).copied()).collect();
    if keys.len() != users.len() {
        return Err(Error::AffectedRows(keys.len() as u64));
    }
    let keyed: Vec<_> = users.iter().copied().zip(keys.iter().copied()).collect();
    insert_beside(connection, tenant, &keyed).await?;
    insert_leaves(connection, tenant, &keyed).await?;
    let role_rows = keys.iter().flat_map(|key| roles.iter().map(move |role| (*role, *key)));
    let role_rows: Vec<Vec<Value>> =
        role_rows.map(|(role, key)| vec![tenant.into(), role.into(), key.into(), now.into()]).collect();
    insert(connection, "INSERT INTO user_role (tenant_id, role_key, user_key, created_at) VALUES ", role_rows).await?;
    count::add(connection, tenant, i64::try_from(users.len()).unwrap_or(i64::MAX)).await?;
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

async fn insert_leaves(
    connection: &Connection<'_>,
    tenant: TenantId,
    users: &[(&NewRows, UserKey)],
) -> Result<(), Error> {
    let leaves = users.iter().flat_map(|(rows, key)| rows.leaves.iter().map(move |leaf| (leaf, *key)));
    let values: Vec<Vec<Value>> = leaves
        .map(|(leaf, key)| {
            vec![tenant.into(), (&leaf.path).into(), (&leaf.text_key).into(), leaf.number.into(), key.into()]
        })
        .collect();
    let head = "INSERT INTO user_attribute (tenant_id, path, text_key, number, user_key) VALUES ";
    for part in parts(&values, 5) {
        // Arrays may hold a value twice.
        let sql = rows(connection.dialect(), head, 5, part.iter().flatten().cloned()).push(" ON CONFLICT DO NOTHING");
        connection.execute(sql).await?;
    }
    Ok(())
}

/// Stores these rows, each a list of values in the order of the columns that `head` names.
///
/// # Errors
/// [`Error::AffectedRows`] when not each of them was stored.
pub(crate) async fn insert(connection: &Connection<'_>, head: &str, values: Vec<Vec<Value>>) -> Result<(), Error> {
    let width = values.first().map_or(1, Vec::len);
    for part in parts(&values, width) {
        let stored =
            connection.execute(rows(connection.dialect(), head, width, part.iter().flatten().cloned())).await?;
        if stored != part.len() as u64 {
            return Err(Error::AffectedRows(stored));
        }
    }
    Ok(())
}

/// Parts of a list whose lengths are powers of two, so that few texts are made, with as many rows of this width as one
/// statement takes.
pub(crate) fn parts<T>(mut rows: &[T], width: usize) -> Vec<&[T]> {
    let most = (VALUES / width.max(1)).max(1);
    let most = if most.is_power_of_two() { most } else { most.next_power_of_two() / 2 };
    let mut parts = Vec::new();
    while !rows.is_empty() {
        let half = rows.len().next_power_of_two();
        let length = most.min(if half > rows.len() { half / 2 } else { half });
        let (part, rest) = rows.split_at(length);
        parts.push(part);
        rows = rest;
    }
    parts
}

/// `head` and these values in brackets, `width` at a time.
pub(crate) fn rows(dialect: Dialect, head: &str, width: usize, values: impl Iterator<Item = Value>) -> Sql {
    let mut sql = Sql::new(head);
    for (index, value) in values.enumerate() {
        let between = match (index, index % width) {
            (0, _) => "(",
            (_, 0) => "), (",
            _ => ", ",
        };
        sql = sql.push(between);
        sql = if dialect == Dialect::Sqlite { sql.bind_unnumbered(value) } else { sql.bind(value) };
    }
    sql.push(")")
}

#[cfg(test)]
mod tests {
    use super::{Dialect, Value, parts, rows};

    #[test]
    fn parts_have_few_lengths_and_lose_nothing() {
        for count in 0..300_usize {
            let all: Vec<_> = (0..count).collect();
            let found = parts(&all, 100);
            assert!(found.iter().all(|part| part.len().is_power_of_two() && part.len() <= 128));
            assert_eq!(found.concat(), all);
        }
        assert_eq!(parts(&[1, 2, 3], 100_000).len(), 3);
    }

    #[test]
    fn rows_stand_in_brackets() {
        let text =
            |dialect| rows(dialect, "INSERT INTO t (a, b) VALUES ", 2, (0..4_i64).map(Value::from)).text().to_owned();
        assert_eq!(text(Dialect::Postgres), "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)");
        assert_eq!(text(Dialect::Sqlite), "INSERT INTO t (a, b) VALUES (?, ?), (?, ?)");
    }
}
