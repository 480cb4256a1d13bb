//! Going through all users of a tenant, a batch at a time, in the order they were made.

use anteroom_model::query::Query;
use anteroom_model::{TenantId, Timestamp, User, UserKey};

use super::list::by_keys;
use super::row::{COLUMNS, JOINS, gather};
use crate::db::{Connection, Dialect, Error, Sql};
use crate::search::{self, Scope, SearchError};

/// The next users behind this key (0 for the first) that the query finds now, at most so many. Whoever goes on from the last
/// of each answer meets every user that is there all the while exactly once.
///
/// # Errors
/// A filter that does not fit, as `Ok(Err(_))`; otherwise when the database cannot be asked.
pub async fn walk(
    connection: &Connection<'_>,
    tenant: TenantId,
    query: &Query,
    now: Timestamp,
    after: UserKey,
    limit: i64,
) -> Result<Result<Vec<User>, SearchError>, Error> {
    let sql = Sql::new("SELECT u.key FROM users u WHERE u.tenant_id = ").bind(tenant).push(" AND u.key > ").bind(after);
    let end = |sql: Sql| sql.push(" ORDER BY u.key LIMIT ").bind(limit);
    if *query == Query::Everything {
        let keys = connection.all::<(UserKey,)>(end(sql)).await?;
        let Some((last,)) = keys.last() else { return Ok(Ok(Vec::new())) };
        return between(connection, tenant, after, *last).await.map(Ok);
    }
    let sql = match search::predicate(sql.push(" AND "), query, Scope::new(tenant, now, connection.dialect())) {
        Ok(sql) => end(sql),
        Err(error) => return Ok(Err(error)),
    };
    let keys = connection.all_planned_anew::<(UserKey,)>(sql).await?;
    by_keys(connection, tenant, keys.into_iter().map(|(key,)| key).collect()).await.map(Ok)
}

async fn between(
    connection: &Connection<'_>,
    tenant: TenantId,
    after: UserKey,
    last: UserKey,
) -> Result<Vec<User>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(" FROM users u").push(JOINS).push(" WHERE u.tenant_id = ");
    let sql = sql.bind(tenant).push(" AND u.key > ").bind(after).push(" AND u.key <= ").bind(last);
    Ok(gather(connection.all(sql.push(" ORDER BY u.key, i.position")).await?))
}

/// Whether the query can be asked at all.
///
/// # Errors
/// When a field does not exist or a value does not fit its field.
pub fn check_query(query: &Query, tenant: TenantId, dialect: Dialect) -> Result<(), SearchError> {
    search::predicate(Sql::new(""), query, Scope::new(tenant, Timestamp(0), dialect)).map(|_| ())
}

/// The keys of the tenant's first and last user, to tell how far a walk is; none if it has no users.
///
/// # Errors
/// When the database cannot be asked.
pub async fn first_and_last(
    connection: &Connection<'_>,
    tenant: TenantId,
) -> Result<Option<(UserKey, UserKey)>, Error> {
    let end = |word| {
        Sql::new("SELECT key FROM users WHERE tenant_id = ")
            .bind(tenant)
            .push(" ORDER BY key")
            .push(word)
            .push(" LIMIT 1")
    };
    let first = connection.one::<(UserKey,)>(end(" ASC")).await?;
    let last = connection.one::<(UserKey,)>(end(" DESC")).await?;
    Ok(first.zip(last).map(|((first,), (last,))| (first, last)))
}
