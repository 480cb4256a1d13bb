//! Lists of the users that a filter finds.

use std::time::Duration;

use anteroom_model::query::{Query, times, whole_numbers};
use anteroom_model::{TenantId, UserKey};

use super::order::{Cursor, Order, SortColumn};
use super::{Page, UserList};
use crate::db::{Columns, Connection, Deadline, Dialect, Error, FromRow, Plan, Sql};
use crate::search::{self, Scope, SearchError, Source};

/// The most users that are sorted rather than met on a walk: as many as a walk through a million would have to pass
/// over to meet a page of them.
pub(super) const FEW: i64 = 2_000;

/// How long a walk may look for a page's users before all are looked up: those who are found may all stand at its end,
/// or be fewer than PostgreSQL thinks.
const WALK: Duration = Duration::from_millis(30);

/// How long all may be looked up before the walk goes on: they may be most users, who are soon met on a machine that has
/// the time.
const LOOK_UP: Duration = Duration::from_millis(150);

/// The places of the page.
pub(super) async fn page(
    connection: &Connection<'_>,
    tenant: TenantId,
    wanted: &UserList,
    deadline: Deadline,
) -> Result<Result<Page, SearchError>, Error> {
    let search = Search { connection, tenant, wanted, deadline };
    match search.page().await {
        Ok(page) => Ok(Ok(page)),
        Err(Failure::Search(error)) => Ok(Err(error)),
        Err(Failure::Store(error)) => Err(error),
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// The filter is at fault.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The database is.
    #[error(transparent)]
    Store(#[from] Error),
}

struct Search<'a> {
    connection: &'a Connection<'a>,
    tenant: TenantId,
    wanted: &'a UserList,
    deadline: Deadline,
}

impl Search<'_> {
    async fn page(&self) -> Result<Page, Failure> {
        // The statements of all sources but those of words are the same on both engines.
        let is_sqlite = self.connection.dialect() == Dialect::Sqlite;
        let all = search::sources(&self.wanted.query, self.scope(Dialect::Sqlite))?;
        let has_words = all.iter().any(is_of_words);
        let sources: Vec<_> = all.iter().filter(|source| is_sqlite || !is_of_words(source)).collect();
        for source in sources.iter().take(MOST_SOURCES) {
            if let Some(page) = self.sorted_if_few(source).await? {
                return Ok(page);
            }
        }
        let best = sources.iter().find(|source| is_of_words(source)).or(sources.first()).copied();
        let walk = match best.filter(|source| is_of_words(source) && self.wanted.order.column == SortColumn::Key) {
            Some(source) => self.along(source)?,
            None => self.walk()?,
        };
        // How many users hold a word PostgreSQL knows by itself; that the sources have many it does not, but we do now.
        let plan = if has_words || sources.is_empty() { Plan::Best } else { Plan::Walk };
        let quick = self.read(walk.clone(), plan, self.deadline.or_after(WALK)).await;
        if !is_too_slow(&quick) {
            return quick;
        }
        let all = self.sorted(best).await;
        if !is_too_slow(&all) {
            return all;
        }
        self.read(walk, plan, self.deadline).await
    }

    async fn read(&self, sql: Sql, plan: Plan, deadline: Deadline) -> Result<Page, Failure> {
        Ok(Page::of(self.connection.all_until(self.cut(sql), deadline, plan).await?, self.wanted.limit))
    }

    /// Adds which part of the list is wanted, and one more.
    fn cut(&self, sql: Sql) -> Sql {
        sql.push(" LIMIT ").bind(self.wanted.limit.saturating_add(1)).push(" OFFSET ").bind(self.wanted.offset)
    }

    /// Along the index of the order, asking of every user met whether the filter finds it.
    fn walk(&self) -> Result<Sql, SearchError> {
        let Order { column, .. } = self.wanted.order;
        let is_sqlite = self.connection.dialect() == Dialect::Sqlite;
        // SQLite must be told: it does not know how many users an index would find.
        let index = |sql: Sql| if is_sqlite { sql.push(" INDEXED BY ").push(column.index()) } else { sql };
        let key = if column.is_activity() { "s.user_key" } else { "u.key" };
        let sql = self.wanted.order.type_of_value(Sql::new("SELECT ").push(key)).push(column.sql());
        let sql = if column.is_activity() {
            let sql = index(sql.push(" FROM user_activity s"));
            let sql = sql.push(joined(self.connection.dialect())).push(" users u ON u.key = s.user_key");
            let sql = sql.push(" AND u.tenant_id = ").bind(self.tenant);
            self.bounded(sql.push(" WHERE s.tenant_id = ").bind(self.tenant))
        } else {
            index(sql.push(" FROM users u")).push(" WHERE u.tenant_id = ").bind(self.tenant)
        };
        let sql = self.wanted.order.behind(sql, self.wanted.after.as_ref(), column.sql(), key);
        let sql = self.of_each(sql.push(" AND "))?;
        Ok(self.wanted.order.sorted(sql, column.sql(), key))
    }

    /// Begins and ends the walk where a filter on the very column of the order does.
    fn bounded(&self, mut sql: Sql) -> Sql {
        let column = self.wanted.order.column;
        let parts = match &self.wanted.query {
            Query::And(parts) => parts.as_slice(),
            query => std::slice::from_ref(query),
        };
        for part in parts {
            let Query::Term { field: Some(field), pattern } = part else { continue };
            let span = match (column, field.as_str()) {
                (SortColumn::LastLogin, "last_login") => times(pattern),
                (SortColumn::LoginsCount, "logins_count") => whole_numbers(pattern),
                _ => None,
            };
            if let Some(span) = span {
                sql = sql.push(" AND ").push(column.sql()).push(" >= ").bind(span.first);
                sql = sql.push(" AND ").push(column.sql()).push(" <= ").bind(span.last);
            }
        }
        sql
    }

    /// Along an index of words, which has its users in the order of their keys.
    fn along(&self, source: &Source) -> Result<Sql, SearchError> {
        let sql = Sql::new("SELECT u.key, true, u.key FROM (").append(&source.sql);
        let sql = sql.push(") t CROSS JOIN users u ON u.key = t.key WHERE u.tenant_id = ").bind(self.tenant);
        let sql = self.wanted.order.behind(sql, self.wanted.after.as_ref(), "t.key", "t.key");
        let sql = self.of_each(sql.push(" AND "))?;
        Ok(self.wanted.order.sorted(sql, "t.key", "t.key"))
    }

    /// All that are found, sorted, with their number; `None` when the source has more than a few.
    async fn sorted_if_few(&self, source: &Source) -> Result<Option<Page>, Failure> {
        let sql = Sql::new("WITH few AS MATERIALIZED (SELECT t.key AS key FROM (").append(&source.sql);
        // In the text, where the test of plans sees it.
        let sql = sql.push(") t LIMIT ").push(&(FEW + 1).to_string());
        let sql = sql.push("), found AS MATERIALIZED (SELECT u.key AS key, ");
        // Only now is each key made one: PostgreSQL would read all of them for that.
        let keys = if source.repeats { "(SELECT DISTINCT d.key AS key FROM few d) t" } else { "few t" };
        let sql = sql.push(self.wanted.order.column.sql()).push(" AS place FROM ").push(keys).push(" CROSS JOIN ");
        let sql = match self.connection.dialect() {
            Dialect::Sqlite => sql.push("users u ON u.key = t.key"),
            // One by one: it might otherwise hold each key against all whom the filter finds, where it thinks them fewer.
            Dialect::Postgres => {
                let sql = sql.push("LATERAL (SELECT * FROM users v WHERE v.tenant_id = ").bind(self.tenant);
                sql.push(" AND v.key = t.key OFFSET 0) u")
            }
        };
        let sql = self.of_activity(sql).push(" WHERE u.tenant_id = ").bind(self.tenant);
        let sql = sql.push(" AND (SELECT count(*) FROM few) <= ").bind(FEW);
        let sql = if source.is_whole { sql } else { self.of_each(sql.push(" AND "))? };
        // A row of its own, of a user that there is not, says how many the source has.
        let sql = self.wanted.order.type_of_value(sql.push(") SELECT -1"));
        let sql = sql.push(if self.wanted.order.column.is_number() { "0" } else { "''" });
        let sql = sql.push(", count(*) FROM few UNION ALL SELECT * FROM (");
        let plan = if source.is_of_leaves() { Plan::Some } else { Plan::ByIndex };
        let rows = self.counted(self.cut(self.of_found(sql)).push(") p"), plan, self.deadline).await?;
        let (sources, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.place.key == UserKey(-1));
        Ok(sources.first().is_some_and(|row| row.total <= FEW).then(|| self.page_of(rows)))
    }

    /// All that are found, sorted, with their number.
    async fn sorted(&self, source: Option<&Source>) -> Result<Page, Failure> {
        let sql = Sql::new("WITH found AS MATERIALIZED (SELECT u.key AS key, ").push(self.wanted.order.column.sql());
        let sql = sql.push(" AS place FROM ");
        let sql = match source {
            Some(source) => {
                let sql = sql.push("(").append(&source.distinct()).push(") t").push(joined(self.connection.dialect()));
                let sql = sql.push(" users u ON u.key = t.key");
                let sql = self.of_activity(sql).push(" WHERE u.tenant_id = ").bind(self.tenant);
                if source.is_whole { sql } else { self.of_each(sql.push(" AND "))? }
            }
            None => {
                let sql = self.of_activity(sql.push("users u")).push(" WHERE u.tenant_id = ").bind(self.tenant);
                search::predicate(sql.push(" AND "), &self.wanted.query, self.scope(self.connection.dialect()))?
            }
        };
        let sql = self.cut(self.of_found(sql.push(") ")));
        let rows = self.counted(sql, Plan::ByIndex, self.deadline.or_after(LOOK_UP)).await?;
        Ok(self.page_of(rows))
    }

    fn of_activity(&self, sql: Sql) -> Sql {
        match self.wanted.order.column.is_activity() {
            true => sql.push(" JOIN user_activity s ON s.user_key = u.key AND s.tenant_id = ").bind(self.tenant),
            false => sql,
        }
    }

    /// Adds the question for the part of `found` that is wanted, in order.
    fn of_found(&self, sql: Sql) -> Sql {
        let (order, after) = (self.wanted.order, self.wanted.after.as_ref());
        let sql =
            order.type_of_value(sql.push("SELECT f.key")).push("f.place, (SELECT count(*) FROM found) FROM found f");
        order.sorted(order.behind(sql.push(" WHERE true"), after, "f.place", "f.key"), "f.place", "f.key")
    }

    async fn counted(&self, sql: Sql, plan: Plan, deadline: Deadline) -> Result<Vec<Counted>, Failure> {
        Ok(self.connection.all_until(sql, deadline, plan).await?)
    }

    fn page_of(&self, rows: Vec<Counted>) -> Page {
        // Without a row it is not known whether none is found or none behind the cursor.
        let total = rows.first().map(|row| row.total);
        Page { total, ..Page::of(rows.into_iter().map(|row| row.place).collect(), self.wanted.limit) }
    }

    fn scope(&self, dialect: Dialect) -> Scope {
        Scope::new(self.tenant, self.wanted.now, dialect)
    }

    /// Adds the filter as it is asked of users that are met one by one.
    fn of_each(&self, sql: Sql) -> Result<Sql, SearchError> {
        search::check(sql, &self.wanted.query, self.scope(self.connection.dialect()))
    }
}

/// The most sources that are tried: each costs a question.
const MOST_SOURCES: usize = 3;

const fn is_too_slow(answer: &Result<Page, Failure>) -> bool {
    matches!(answer, Err(Failure::Store(Error::TooSlow)))
}

/// How a table is joined to the one before it; SQLite then reads them in this order.
const fn joined(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => " CROSS JOIN",
        Dialect::Postgres => " JOIN",
    }
}

/// Whether it is SQLite's index of words, which has its rows in the order of the users' keys. It knows a tenant by a
/// word alone, which a user of another may have too, so that it never tells their number.
pub(super) fn is_of_words(source: &Source) -> bool {
    source.sql.text().contains(" FROM user_search ")
}

/// A place, and how many there are in all.
struct Counted {
    place: Cursor,
    total: i64,
}

impl FromRow for Counted {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self { place: Cursor::from_row(columns)?, total: columns.take()? })
    }
}
