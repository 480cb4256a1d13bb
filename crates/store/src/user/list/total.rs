//! How many users a filter finds.

use std::time::Duration;

use anteroom_model::TenantId;
use anteroom_model::query::{Pattern, Query};

use super::UserList;
use super::found::{FEW, Failure, is_of_words};
use crate::db::{Connection, Deadline, Dialect, Error, Plan, Sql};
use crate::search::{self, Scope, SearchError};

/// How long the way that looks best is tried.
const TRY: Duration = Duration::from_millis(80);

/// A number of users.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// The number.
    pub count: i64,
    /// Whether it is reckoned from a part of them.
    pub is_estimate: bool,
}

/// How many users the filter finds, exactly.
///
/// # Errors
/// As [`super::list`].
pub async fn total(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
    deadline: Deadline,
) -> Result<Result<i64, SearchError>, Error> {
    told(count(&Filter { connection, tenant, wanted, deadline }).await)
}

/// About how many users the filter finds, for little work: exactly where they are few, else reckoned from where the first
/// of them stand among all.
///
/// # Errors
/// As [`super::list`].
pub async fn estimate(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
    deadline: Deadline,
) -> Result<Result<Total, SearchError>, Error> {
    told(reckoned(&Filter { connection, tenant, wanted, deadline }).await)
}

fn told<T>(result: Result<T, Failure>) -> Result<Result<T, SearchError>, Error> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Search(error)) => Ok(Err(error)),
        Err(Failure::Store(error)) => Err(error),
    }
}

struct Filter<'a> {
    connection: &'a Connection<'a>,
    tenant: TenantId,
    wanted: &'a UserList,
    deadline: Deadline,
}

async fn count(filter: &Filter<'_>) -> Result<i64, Failure> {
    let Filter { connection, tenant, .. } = *filter;
    let query = &filter.wanted.query;
    if *query == Query::Everything {
        return Ok(super::super::count(connection, tenant).await?);
    }
    if let Query::Not(part) = query
        && let Some(others) = filter.others(part)?
    {
        return filter.number(others).await;
    }
    if let Some(others) = filter.others(query)? {
        // Both numbers of one moment.
        let sql = Sql::new("SELECT (SELECT CAST(coalesce(sum(c.delta), 0) AS BIGINT) FROM user_count c");
        let sql = sql.push(" WHERE c.tenant_id = ").bind(tenant).push(") - (").append(&others).push(")");
        return filter.number(sql).await;
    }
    if let Some(counted) = filter.told_by_index(query)? {
        return filter.number(counted).await;
    }
    let scope = filter.scope(connection.dialect());
    let sql = match search::sources(query, scope)?.iter().find(|source| is_of_words(source)) {
        Some(source) => {
            let sql = Sql::new("SELECT count(*) FROM (").append(&source.sql);
            let sql = sql.push(") t CROSS JOIN users u ON u.key = t.key WHERE u.tenant_id = ").bind(tenant);
            search::check(sql.push(" AND "), query, scope)?
        }
        None => {
            let sql = Sql::new("SELECT count(*) FROM users u WHERE u.tenant_id = ").bind(tenant).push(" AND ");
            search::predicate(sql, query, scope)?
        }
    };
    filter.number(sql).await
}

/// The users that a filter which finds nearly everybody leaves out: they have an index of their own.
fn left_out(field: &str, value: &str) -> Option<&'static str> {
    match (field, value) {
        ("status", "active") => Some("u.status <> 'active'"),
        ("blocked", "false") => Some("u.status IN ('suspended', 'deactivated', 'archived') AND u.status <> 'active'"),
        ("email_verified", "true") => Some("NOT u.email_verified"),
        ("phone_verified", "false") => Some("u.phone_verified"),
        _ => None,
    }
}

async fn reckoned(filter: &Filter<'_>) -> Result<Total, Failure> {
    let exactly = |count| Total { count, is_estimate: false };
    let query = &filter.wanted.query;
    let is_plain = *query == Query::Everything || filter.others(query)?.is_some();
    if is_plain || filter.told_by_index(query)?.is_some() {
        return count(filter).await.map(exactly);
    }
    let (found, last) = match filter.first().await {
        Err(Failure::Store(Error::TooSlow)) => return count(filter).await.map(exactly),
        first => first?,
    };
    if found < FEW {
        return Ok(exactly(found));
    }
    let all = super::super::count(filter.connection, filter.tenant).await?;
    let (first_key, last_key) = filter.ends().await?;
    // As if those found were spread evenly over all keys.
    let width = i128::from(last_key.saturating_sub(first_key)) + 1;
    let part = (i128::from(last.saturating_sub(first_key)) + 1).clamp(1, width);
    let count = i64::try_from(i128::from(found) * width / part).unwrap_or(i64::MAX);
    Ok(Total { count: count.clamp(found, all.max(found)), is_estimate: true })
}

impl Filter<'_> {
    fn scope(&self, dialect: Dialect) -> Scope {
        Scope::new(self.tenant, self.wanted.now, dialect)
    }

    /// The statement for the number of those whom a filter that finds nearly everybody leaves out.
    fn others(&self, query: &Query) -> Result<Option<Sql>, SearchError> {
        let Query::Term { field: Some(field), pattern: Pattern::Exact(value) | Pattern::Phrase(value) } = query else {
            return Ok(None);
        };
        let value = value.to_ascii_lowercase();
        if (field.as_str(), value.as_str()) == ("locked", "false") {
            let locked = Query::Term { field: Some(field.clone()), pattern: Pattern::Exact("true".to_owned()) };
            return self.told_by_index(&locked);
        }
        let sql = Sql::new("SELECT count(*) FROM users u WHERE u.tenant_id = ").bind(self.tenant).push(" AND ");
        Ok(left_out(field, &value).map(|others| sql.push(others)))
    }

    async fn number(&self, sql: Sql) -> Result<i64, Failure> {
        let deadline = self.deadline;
        let first = match self.connection.dialect() {
            Dialect::Sqlite => deadline,
            Dialect::Postgres => deadline.or_after(TRY * 2),
        };
        let rows: Result<Vec<(i64,)>, Error> = self.connection.all_until(sql.clone(), first, Plan::Best).await;
        let rows = match rows {
            // PostgreSQL may have read the whole table for what an index has few of.
            Err(Error::TooSlow) if !deadline.has_passed() => {
                self.connection.all_until(sql, deadline, Plan::ByIndex).await?
            }
            rows => rows?,
        };
        Ok(rows.first().map_or(0, |(count,)| *count))
    }

    /// The statement for the number of those who are exactly the users that an index of its own has. These statements are
    /// the same on both engines.
    fn told_by_index(&self, query: &Query) -> Result<Option<Sql>, SearchError> {
        let sources = search::sources(query, self.scope(Dialect::Sqlite))?;
        let source = sources.into_iter().find(|source| source.is_whole && !is_of_words(source));
        Ok(source.map(|source| Sql::new("SELECT count(*) FROM (").append(&source.distinct()).push(") t")))
    }

    /// How many of the first few there are in the order of keys, and the last one's key.
    async fn first(&self) -> Result<(i64, i64), Failure> {
        let (query, dialect) = (&self.wanted.query, self.connection.dialect());
        let scope = self.scope(dialect);
        let sql = Sql::new("SELECT count(*), coalesce(max(f.key), 0) FROM (SELECT u.key AS key FROM ");
        let sources = search::sources(query, scope)?;
        // The index of words has its users in this order, but SQLite knows that of its own key alone.
        let (sql, key) = match (dialect, sources.iter().find(|source| is_of_words(source))) {
            (Dialect::Sqlite, Some(source)) => {
                (sql.push("(").append(&source.sql).push(") t CROSS JOIN users u ON u.key = t.key"), "t.key")
            }
            (Dialect::Sqlite, None) => (sql.push("users u INDEXED BY users_key"), "u.key"),
            (Dialect::Postgres, _) => (sql.push("users u"), "u.key"),
        };
        let sql = sql.push(" WHERE u.tenant_id = ").bind(self.tenant).push(" AND ");
        let sql = search::check(sql, query, scope)?;
        let sql = sql.push(" ORDER BY ").push(key).push(" LIMIT ").bind(FEW).push(") f");
        let rows: Vec<(i64, i64)> = self.connection.all_until(sql, self.deadline.or_after(TRY), Plan::Best).await?;
        Ok(rows.first().copied().unwrap_or_default())
    }

    /// The least and the greatest key of all users.
    async fn ends(&self) -> Result<(i64, i64), Failure> {
        let end = |sql: Sql, word: &str| {
            let sql = sql.push("(SELECT u.key FROM users u WHERE u.tenant_id = ").bind(self.tenant);
            sql.push(" ORDER BY u.key").push(word).push(" LIMIT 1)")
        };
        let sql = end(end(Sql::new("SELECT coalesce("), " ASC").push(", 0), coalesce("), " DESC").push(", 0)");
        Ok(self.connection.one(sql).await?.unwrap_or_default())
    }
}
