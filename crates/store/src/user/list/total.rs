//! How many users a filter finds.

use anteroom_model::TenantId;
use anteroom_model::query::{Pattern, Query};

use super::found::{FEW, Failure, WALK, is_of_words};
use crate::db::{Connection, Deadline, Dialect, Error, Plan, Sql};
use crate::search::{self, SearchError, Source};

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
    query: &Query,
    deadline: Deadline,
) -> Result<Result<i64, SearchError>, Error> {
    told(count(&Filter { connection, tenant, query, deadline }).await)
}

/// About how many users the filter finds, for little work: exactly where they are few, else reckoned from where the first
/// of them stand among all.
///
/// # Errors
/// As [`super::list`].
pub async fn estimate(
    connection: &Connection<'_>,
    tenant: TenantId,
    query: &Query,
    deadline: Deadline,
) -> Result<Result<Total, SearchError>, Error> {
    told(reckoned(&Filter { connection, tenant, query, deadline }).await)
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
    query: &'a Query,
    deadline: Deadline,
}

async fn count(filter: &Filter<'_>) -> Result<i64, Failure> {
    let Filter { connection, tenant, query, .. } = *filter;
    if *query == Query::Everything {
        return Ok(super::super::count(connection, tenant).await?);
    }
    if let Query::Not(part) = query
        && let Some(others) = others(part)
    {
        let sql = Sql::new("SELECT count(*) FROM users u WHERE u.tenant_id = ").bind(tenant);
        return filter.number(sql.push(" AND ").push(others)).await;
    }
    if let Some(others) = others(query) {
        // Both numbers of one moment.
        let sql = Sql::new("SELECT (SELECT CAST(coalesce(sum(c.delta), 0) AS BIGINT) FROM user_count c");
        let sql = sql.push(" WHERE c.tenant_id = ").bind(tenant).push(") - (SELECT count(*) FROM users u");
        let sql = sql.push(" WHERE u.tenant_id = ").bind(tenant).push(" AND ").push(others).push(")");
        return filter.number(sql).await;
    }
    if let Some(source) = filter.told_by_index()? {
        return filter.number(Sql::new("SELECT count(*) FROM (").append(&source.distinct()).push(") t")).await;
    }
    let dialect = connection.dialect();
    let sql = match search::sources(query, tenant, dialect)?.iter().find(|source| is_of_words(source)) {
        Some(source) => {
            let sql = Sql::new("SELECT count(*) FROM (").append(&source.sql);
            let sql = sql.push(") t CROSS JOIN users u ON u.key = t.key WHERE u.tenant_id = ").bind(tenant);
            search::check(sql.push(" AND "), query, tenant, dialect)?
        }
        None => {
            let sql = Sql::new("SELECT count(*) FROM users u WHERE u.tenant_id = ").bind(tenant).push(" AND ");
            search::predicate(sql, query, tenant, dialect)?
        }
    };
    filter.number(sql).await
}

/// The users that a filter which finds nearly everybody leaves out: they have an index of their own.
fn others(query: &Query) -> Option<&'static str> {
    let Query::Term { field: Some(field), pattern: Pattern::Exact(value) | Pattern::Phrase(value) } = query else {
        return None;
    };
    match (field.as_str(), value.to_ascii_lowercase().as_str()) {
        ("status", "active") => Some("u.status <> 'active'"),
        ("blocked", "false") => Some("u.status IN ('suspended', 'deactivated', 'archived') AND u.status <> 'active'"),
        ("email_verified", "true") => Some("NOT u.email_verified"),
        ("phone_verified", "false") => Some("u.phone_verified"),
        _ => None,
    }
}

async fn reckoned(filter: &Filter<'_>) -> Result<Total, Failure> {
    let exactly = |count| Total { count, is_estimate: false };
    let is_plain = |query: &Query| *query == Query::Everything || others(query).is_some();
    if is_plain(filter.query) || filter.told_by_index()?.is_some() {
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
    async fn number(&self, sql: Sql) -> Result<i64, Failure> {
        let deadline = self.deadline;
        let first = match self.connection.dialect() {
            Dialect::Sqlite => deadline,
            Dialect::Postgres => deadline.or_after(WALK * 2),
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

    /// What has exactly the users found in an index of its own, to be counted there. These statements are the same on
    /// both engines.
    fn told_by_index(&self) -> Result<Option<Source>, Failure> {
        let sources = search::sources(self.query, self.tenant, Dialect::Sqlite)?;
        Ok(sources.into_iter().find(|source| source.is_whole && !is_of_words(source)))
    }

    /// How many of the first few there are in the order of keys, and the last one's key.
    async fn first(&self) -> Result<(i64, i64), Failure> {
        let dialect = self.connection.dialect();
        let sql = Sql::new("SELECT count(*), coalesce(max(f.key), 0) FROM (SELECT u.key AS key FROM ");
        let sources = search::sources(self.query, self.tenant, dialect)?;
        // The index of words has its users in this order, but SQLite knows that of its own key alone.
        let (sql, key) = match (dialect, sources.iter().find(|source| is_of_words(source))) {
            (Dialect::Sqlite, Some(source)) => {
                (sql.push("(").append(&source.sql).push(") t CROSS JOIN users u ON u.key = t.key"), "t.key")
            }
            (Dialect::Sqlite, None) => (sql.push("users u INDEXED BY users_key"), "u.key"),
            (Dialect::Postgres, _) => (sql.push("users u"), "u.key"),
        };
        let sql = sql.push(" WHERE u.tenant_id = ").bind(self.tenant).push(" AND ");
        let sql = search::check(sql, self.query, self.tenant, dialect)?;
        let sql = sql.push(" ORDER BY ").push(key).push(" LIMIT ").bind(FEW).push(") f");
        let rows: Vec<(i64, i64)> = self.connection.all_until(sql, self.deadline.or_after(WALK), Plan::Best).await?;
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
