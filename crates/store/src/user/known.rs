//! Which of many users are there already.

use std::collections::{BTreeMap, HashMap};

use anteroom_model::user::{Identifier, IdentifierKind};
use anteroom_model::{TenantId, User, UserKey};

use super::list::by_keys;
use crate::db::{Connection, Error, Sql};

/// Who has which of the ids and identifiers that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// By kind and key of the identifier.
    pub identifiers: HashMap<(IdentifierKind, String), UserKey>,
    /// By user id.
    pub user_ids: HashMap<String, UserKey>,
    /// By external id.
    pub external_ids: HashMap<String, UserKey>,
}

/// Finds who has these identifiers at the connection, and these ids in the tenant: a statement for each kind.
///
/// # Errors
/// When the database cannot be asked.
pub async fn known(
    connection: &Connection<'_>,
    tenant: TenantId,
    user_connection: i64,
    identifiers: impl Iterator<Item = &Identifier>,
    user_ids: Vec<String>,
    external_ids: Vec<String>,
) -> Result<Known, Error> {
    let mut by_kind: BTreeMap<&str, (Option<IdentifierKind>, Vec<String>)> = BTreeMap::new();
    for identifier in identifiers {
        let (kind, keys) = by_kind.entry(identifier.kind.name()).or_default();
        *kind = Some(identifier.kind);
        keys.push(identifier.key.clone());
    }
    let mut known = Known::default();
    for (kind, keys) in by_kind.into_values().filter_map(|(kind, keys)| Some((kind?, keys))) {
        let sql = Sql::new("SELECT key, user_key FROM identifier WHERE tenant_id = ").bind(tenant);
        let sql = sql.push(" AND connection_id = ").bind(user_connection).push(" AND kind = ").bind(kind.name());
        let sql = sql.push(" AND key IN (").bind_list(Sql::padded(keys)).push(")");
        let found: Vec<(String, UserKey)> = connection.all(sql).await?;
        known.identifiers.extend(found.into_iter().map(|(key, user)| ((kind, key), user)));
    }
    known.user_ids = by_id(connection, tenant, "user_id", user_ids).await?;
    known.external_ids = by_id(connection, tenant, "external_id", external_ids).await?;
    Ok(known)
}

async fn by_id(
    connection: &Connection<'_>,
    tenant: TenantId,
    column: &str,
    ids: Vec<String>,
) -> Result<HashMap<String, UserKey>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = Sql::new("SELECT ").push(column).push(", key FROM users WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND ").push(column).push(" IN (").bind_list(Sql::padded(ids)).push(")");
    Ok(connection.all::<(String, UserKey)>(sql).await?.into_iter().collect())
}

/// The users of these keys, locked until the transaction ends, in the order of their keys, so that two transactions that
/// lock some of the same wait for each other and not in a circle.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_keys_for_change(
    connection: &Connection<'_>,
    tenant: TenantId,
    mut keys: Vec<UserKey>,
) -> Result<Vec<User>, Error> {
    keys.sort_unstable();
    keys.dedup();
    let lock = connection.dialect().for_update();
    if !lock.is_empty() && !keys.is_empty() {
        let sql = Sql::new("SELECT key FROM users WHERE tenant_id = ").bind(tenant).push(" AND key IN (");
        let sql = sql.bind_list(Sql::padded(keys.clone())).push(") ORDER BY key").push(lock);
        let _: Vec<(UserKey,)> = connection.all(sql).await?;
    }
    by_keys(connection, tenant, keys).await
}
