//! The users of a page.

use std::collections::HashMap;

use anteroom_model::{TenantId, User, UserKey};

use super::super::row::{COLUMNS, JOINS, gather};
use crate::db::{Connection, Error, Sql};

/// The users of these keys, in the keys' order.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_keys(connection: &Connection<'_>, tenant: TenantId, keys: Vec<UserKey>) -> Result<Vec<User>, Error> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new("SELECT ").push(COLUMNS).push(" FROM users u").push(JOINS);
    let sql =
        sql.push(" WHERE u.tenant_id = ").bind(tenant).push(" AND u.key IN (").bind_list(Sql::padded(keys.clone()));
    let rows = connection.all(sql.push(") ORDER BY u.key, i.position")).await?;
    let mut users = gather(rows);
    let places: HashMap<_, _> = keys.into_iter().zip(0_usize..).collect();
    users.sort_by_key(|user| places.get(&user.key).copied());
    Ok(users)
}
