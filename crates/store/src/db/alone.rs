//! Having a database alone: nobody else reads or writes it meanwhile.

use super::error::Error;
use super::{Db, Engine, postgres, sqlite};
use crate::db::connection::{Connection, Link};
use crate::db::sql::Sql;

/// Held while a database is to be had alone; on PostgreSQL whoever prepares a database for use waits for it.
const LOCK: &str = "7034216580123344981";

/// A database that is had alone, until this is given to [`Db::share`] or the process ends.
pub struct Alone {
    held: Option<deadpool_postgres::Client>,
}

impl Db {
    /// Has the database alone, if nobody else has it open.
    ///
    /// SQLite's file is locked against everybody, also against this process's sessions, and its log is put aside: what is
    /// written goes straight into the file. On PostgreSQL, processes that start meanwhile wait, see [`Db::wait_for_all`].
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn have_alone(&self) -> Result<Option<Alone>, Error> {
        match &*self.engine {
            Engine::Sqlite(database) => {
                database.close_idle_readers();
                let had = database.writer()?.set(sqlite::have_alone).await?;
                Ok(had.then_some(Alone { held: None }))
            }
            Engine::Postgres(database) => self.have_postgres_alone(database).await,
        }
    }

    async fn have_postgres_alone(&self, database: &postgres::Database) -> Result<Option<Alone>, Error> {
        let client = database.client().await?;
        let connection = Connection::new(Link::Postgres(&client), &self.statements);
        let text = format!("SELECT pg_try_advisory_lock({LOCK})");
        if connection.one::<(bool,)>(Sql::new(&text)).await? != Some((true,)) {
            return Ok(None);
        }
        // Those of this process are known; what has no user is PostgreSQL's own.
        let text = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usesysid IS NOT NULL";
        let sessions = connection.one::<(i64,)>(Sql::new(text)).await?.map_or(i64::MAX, |(count,)| count);
        if sessions > i64::try_from(database.size()).unwrap_or(0) {
            connection.batch(&format!("SELECT pg_advisory_unlock({LOCK})")).await?;
            return Ok(None);
        }
        Ok(Some(Alone { held: Some(client) }))
    }

    /// Lets others have it too.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn share(&self, alone: Alone) -> Result<(), Error> {
        match (&*self.engine, alone.held) {
            (Engine::Sqlite(database), _) => database.writer()?.set(sqlite::share).await,
            (Engine::Postgres(_), Some(client)) => {
                let connection = Connection::new(Link::Postgres(&client), &self.statements);
                connection.batch(&format!("SELECT pg_advisory_unlock({LOCK})")).await
            }
            (Engine::Postgres(_), None) => Ok(()),
        }
    }
}

impl Connection<'_> {
    /// Waits, within a transaction, until nobody has the database alone.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn wait_for_all(&self) -> Result<(), Error> {
        match self.dialect() {
            super::Dialect::Sqlite => Ok(()),
            super::Dialect::Postgres => self.batch(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await,
        }
    }
}
