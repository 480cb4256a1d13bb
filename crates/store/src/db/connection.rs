//! What every function of the store is given: a connection, inside a transaction or not.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use futures_util::future::join3;

use super::deadline::{Deadline, Plan};
use super::dialect::Dialect;
use super::error::Error;
use super::many;
use super::row::{Columns, FromRow, Row};
use super::sql::Sql;
use super::value::Value;

/// Steps of SQLite's between two looks at the clock: some hundredths of a millisecond.
const STEPS: i32 = 2_000;

/// A connection to either engine. Inside [`super::Db::write`] it stands in the transaction of the verb.
pub struct Connection<'a> {
    link: Link<'a>,
    statements: &'a AtomicU64,
}

/// The driver's side of a connection.
pub(super) enum Link<'a> {
    /// The lock is never contended: it only lets the future that uses the connection move between threads.
    Sqlite(&'a Mutex<rusqlite::Connection>),
    Postgres(&'a deadpool_postgres::Client),
}

impl<'a> Connection<'a> {
    pub(super) fn new(link: Link<'a>, statements: &'a AtomicU64) -> Self {
        Self { link, statements }
    }

    /// The engine's dialect, for the few places where one text cannot serve both.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match self.link {
            Link::Sqlite(_) => Dialect::Sqlite,
            Link::Postgres(_) => Dialect::Postgres,
        }
    }

    /// All rows of a statement's answer.
    ///
    /// # Errors
    /// When the engine refuses the statement or a row cannot be read.
    pub async fn all<T: FromRow>(&self, sql: Sql) -> Result<Vec<T>, Error> {
        self.note_statement(sql.text());
        match self.link {
            Link::Sqlite(connection) => sqlite_rows(connection, &sql),
            Link::Postgres(client) => {
                let statement = client.prepare_cached(sql.text()).await?;
                let rows = client.query(&statement, &postgres_values(sql.values())).await?;
                postgres_rows(&rows)
            }
        }
    }

    /// As [`Self::all`], planned anew for the values given: for searches, whose best plan depends on them.
    ///
    /// # Errors
    /// As [`Self::all`].
    pub async fn all_planned_anew<T: FromRow>(&self, sql: Sql) -> Result<Vec<T>, Error> {
        let Link::Postgres(client) = self.link else { return self.all(sql).await };
        self.note_statement(sql.text());
        let rows = client.query_typed(sql.text(), &typed_values(sql.values())).await?;
        postgres_rows(&rows)
    }

    /// As [`Self::all_planned_anew`], for no longer than the deadline allows.
    ///
    /// # Errors
    /// [`Error::TooSlow`] at the deadline; else as [`Self::all`].
    pub async fn all_until<T: FromRow>(&self, sql: Sql, deadline: Deadline, plan: Plan) -> Result<Vec<T>, Error> {
        self.note_statement(sql.text());
        match self.link {
            Link::Sqlite(connection) => {
                let mut held = connection.lock().unwrap_or_else(PoisonError::into_inner);
                held.progress_handler(STEPS, Some(move || deadline.has_passed()))?;
                let rows = rows_of(&held, &sql);
                held.progress_handler(0, None::<fn() -> bool>)?;
                rows
            }
            Link::Postgres(client) => {
                let values = typed_values(sql.values());
                let settings =
                    format!("BEGIN READ ONLY; SET LOCAL statement_timeout = {}{}", deadline.left()?, plan.settings());
                // All three are sent before the first is answered. The last undoes the settings, whatever comes of the
                // second, and whether or not anybody still waits: a connection never goes back to the pool with them.
                let begin = client.batch_execute(&settings);
                let rows = client.query_typed(sql.text(), &values);
                let (begun, rows, ended) = join3(begin, rows, client.batch_execute("COMMIT")).await;
                begun?;
                let rows = rows.map_err(Error::of_timed)?;
                ended?;
                postgres_rows(&rows)
            }
        }
    }

    /// The first row of a statement's answer, if there is one; the statement is always read to its end.
    ///
    /// # Errors
    /// As [`Self::all`].
    pub async fn one<T: FromRow>(&self, sql: Sql) -> Result<Option<T>, Error> {
        Ok(self.all(sql).await?.into_iter().next())
    }

    /// Runs a statement and tells how many rows it changed.
    ///
    /// # Errors
    /// When the engine refuses the statement.
    pub async fn execute(&self, sql: Sql) -> Result<u64, Error> {
        self.note_statement(sql.text());
        match self.link {
            Link::Sqlite(connection) => {
                let connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
                let mut statement = connection.prepare_cached(sql.text())?;
                let changed = statement.execute(rusqlite::params_from_iter(sql.values()))?;
                Ok(u64::try_from(changed).unwrap_or(u64::MAX))
            }
            Link::Postgres(client) => {
                let statement = client.prepare_cached(sql.text()).await?;
                Ok(client.execute(&statement, &postgres_values(sql.values())).await?)
            }
        }
    }

    /// Stores many rows: `head` is an INSERT up to its `VALUES `, each row a list of values in the order of the columns it
    /// names. Answers how many were stored.
    ///
    /// # Errors
    /// As [`Self::execute`].
    pub async fn insert_rows(&self, head: &str, rows: &[&[Value]]) -> Result<u64, Error> {
        self.note_statement(head);
        match self.link {
            Link::Sqlite(connection) => {
                let connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
                many::into_sqlite(&connection, head, rows)
            }
            Link::Postgres(client) => many::into_postgres(client, head, rows).await,
        }
    }

    /// Runs a statement that must change exactly one row.
    ///
    /// # Errors
    /// [`Error::AffectedRows`] when it changed none or several; else as [`Self::execute`].
    pub async fn execute_one(&self, sql: Sql) -> Result<(), Error> {
        match self.execute(sql).await? {
            1 => Ok(()),
            other => Err(Error::AffectedRows(other)),
        }
    }

    /// Runs several statements without values: migrations and settings only.
    ///
    /// # Errors
    /// When the engine refuses one of them.
    pub async fn batch(&self, text: &str) -> Result<(), Error> {
        self.note_statement(text);
        match self.link {
            Link::Sqlite(connection) => {
                connection.lock().unwrap_or_else(PoisonError::into_inner).execute_batch(text)?;
            }
            Link::Postgres(client) => client.batch_execute(text).await?,
        }
        Ok(())
    }

    /// Counts the statement, and shows its text, which never holds a value, to whoever listens at this level.
    fn note_statement(&self, text: &str) {
        tracing::trace!(target: "anteroom_store::statement", text);
        self.statements.fetch_add(1, Ordering::Relaxed);
    }
}

fn sqlite_rows<T: FromRow>(connection: &Mutex<rusqlite::Connection>, sql: &Sql) -> Result<Vec<T>, Error> {
    rows_of(&connection.lock().unwrap_or_else(PoisonError::into_inner), sql)
}

fn rows_of<T: FromRow>(connection: &rusqlite::Connection, sql: &Sql) -> Result<Vec<T>, Error> {
    let mut statement = connection.prepare_cached(sql.text())?;
    let mut rows = statement.query(rusqlite::params_from_iter(sql.values()))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(T::from_row(&mut Columns::new(Row::Sqlite(row)))?);
    }
    Ok(found)
}

fn postgres_rows<T: FromRow>(rows: &[tokio_postgres::Row]) -> Result<Vec<T>, Error> {
    rows.iter().map(|row| T::from_row(&mut Columns::new(Row::Postgres(row)))).collect()
}

fn typed_values(values: &[Value]) -> Vec<(&(dyn tokio_postgres::types::ToSql + Sync), tokio_postgres::types::Type)> {
    values.iter().map(|value| (value as _, value.postgres_type())).collect()
}

fn postgres_values(values: &[Value]) -> Vec<&(dyn tokio_postgres::types::ToSql + Sync)> {
    values.iter().map(|value| value as _).collect()
}
