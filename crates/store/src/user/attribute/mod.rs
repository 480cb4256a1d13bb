//! The leaves of free JSON and the texts of a profile that have no column of their own, indexed for search.
//!
//! `user_attribute` is made of the users' rows and can be made anew from them at any time. A row is deleted by its whole
//! key, which the row of its user tells.

mod leaf;
mod path;
mod rebuild;

use anteroom_model::{TenantId, User, UserKey};

pub(crate) use leaf::{COLUMNS, Kind, keys_at, number_key};
pub(super) use leaf::{Leaf, leaves};
use path::Paths;
pub(crate) use rebuild::rebuild;

use super::bulk;
use crate::db::{Connection, Dialect, Error, Sql, Value};

/// Stores the leaves of a new user.
pub(super) async fn insert(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    let leaves = leaves(user);
    insert_all(connection, tenant, &leaves.iter().map(|leaf| (leaf, user.key)).collect::<Vec<_>>()).await
}

/// Stores leaves that are not there yet.
pub(super) async fn insert_all(
    connection: &Connection<'_>,
    tenant: TenantId,
    leaves: &[(&Leaf, UserKey)],
) -> Result<(), Error> {
    if leaves.is_empty() {
        return Ok(());
    }
    let paths = Paths::made(connection, tenant, leaves.iter().map(|(leaf, _)| *leaf)).await?;
    let mut values = Vec::with_capacity(leaves.len());
    for (leaf, user) in leaves {
        let path = paths.of(leaf).ok_or_else(|| Error::Corrupt(format!("the path {} has no number", leaf.path)))?;
        values.push((path, &leaf.key, *user));
    }
    // Rows that come in the tree's order find their place at once.
    values.sort_unstable();
    let head = "INSERT INTO user_attribute (tenant_id, path, key, user_key) VALUES ";
    let rows = values
        .into_iter()
        .map(|(path, key, user)| vec![tenant.into(), Value::Int(path), Value::Text(key.clone()), user.into()]);
    bulk::insert(connection, head, rows.collect()).await
}

/// Stores the user's leaves in place of those it had before.
pub(super) async fn replace(
    connection: &Connection<'_>,
    tenant: TenantId,
    before: &User,
    user: &User,
) -> Result<(), Error> {
    let (had, has) = (leaves(before), leaves(user));
    let gone: Vec<_> = had.iter().filter(|leaf| has.binary_search(leaf).is_err()).collect();
    delete(connection, tenant, user.key, &gone).await?;
    let new = has.iter().filter(|leaf| had.binary_search(leaf).is_err());
    insert_all(connection, tenant, &new.map(|leaf| (leaf, user.key)).collect::<Vec<_>>()).await
}

/// Deletes all leaves of a user.
pub(super) async fn delete_all(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    if connection.dialect() == Dialect::Postgres {
        let sql = Sql::new("DELETE FROM user_attribute WHERE tenant_id = ").bind(tenant);
        connection.execute(sql.push(" AND user_key = ").bind(user.key)).await?;
        return Ok(());
    }
    let leaves = leaves(user);
    delete(connection, tenant, user.key, &leaves.iter().collect::<Vec<_>>()).await
}

async fn delete(connection: &Connection<'_>, tenant: TenantId, user: UserKey, leaves: &[&Leaf]) -> Result<(), Error> {
    if leaves.is_empty() {
        return Ok(());
    }
    let paths = Paths::known(connection, tenant, leaves.iter().copied()).await?;
    for leaf in leaves {
        let sql = Sql::new("DELETE FROM user_attribute WHERE tenant_id = ").bind(tenant).push(" AND path = ");
        let sql = sql.bind(paths.of(leaf)).push(" AND key = ").bind(&leaf.key).push(" AND user_key = ").bind(user);
        // One that stands otherwise, from before letters were folded as they are now, is nobody's and found by nobody.
        connection.execute(sql).await?;
    }
    Ok(())
}
