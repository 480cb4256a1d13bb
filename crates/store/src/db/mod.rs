//! The engine room: SQLite and PostgreSQL behind one [`Sql`] text.
//!
//! Everything above sees a [`Connection`] and does not know which engine it talks to. [`Db::write`] runs a verb in a
//! transaction and answers only once it is on disk; [`Db::session`] reads.

mod alone;
mod connection;
mod deadline;
mod dialect;
mod error;
mod many;
mod poll;
mod postgres;
mod postgres_tls;
mod row;
mod snapshot;
mod sql;
mod sqlite;
mod url;
mod value;
mod write;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use alone::Alone;
pub use connection::Connection;
pub use deadline::{Deadline, Plan};
pub use dialect::Dialect;
pub use error::Error;
pub use row::{Column, Columns, FromRow, Row};
pub use snapshot::Snapshot;
pub use sql::Sql;
pub use url::DatabaseUrl;
pub use value::Value;
pub use write::{BoxFuture, Retry, Work};

use connection::Link;

/// A database, shared by everything that works on it.
#[derive(Clone)]
pub struct Db {
    engine: Arc<Engine>,
    statements: Arc<AtomicU64>,
}

enum Engine {
    Sqlite(sqlite::Database),
    Postgres(postgres::Database),
}

impl Db {
    /// Opens the database; SQLite's file is created if missing, PostgreSQL is connected to at first use.
    ///
    /// `max_connections` bounds the pool towards PostgreSQL.
    ///
    /// # Errors
    /// When the file cannot be opened or the URL is not understood.
    pub fn open(url: &DatabaseUrl, max_connections: usize) -> Result<Self, Error> {
        let statements = Arc::new(AtomicU64::new(0));
        let engine = match url {
            DatabaseUrl::Sqlite(path) => Engine::Sqlite(sqlite::Database::open(path, Arc::clone(&statements))?),
            DatabaseUrl::Postgres(url) => Engine::Postgres(postgres::Database::open(url, max_connections)?),
        };
        Ok(Self { engine: Arc::new(engine), statements })
    }

    /// Opens a database to read from it alone: a missing SQLite file is not made, and nothing is set up.
    /// `write` and `migrate` are refused on SQLite; on PostgreSQL they are not to be called.
    ///
    /// # Errors
    /// When the URL is not understood. Whether the database is there shows with the first session.
    pub fn open_for_reading(url: &DatabaseUrl, max_connections: usize) -> Result<Self, Error> {
        let engine = match url {
            DatabaseUrl::Sqlite(path) => Engine::Sqlite(sqlite::Database::open_for_reading(path)),
            DatabaseUrl::Postgres(url) => Engine::Postgres(postgres::Database::open(url, max_connections)?),
        };
        Ok(Self { engine: Arc::new(engine), statements: Arc::default() })
    }

    /// Which engine it is.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match *self.engine {
            Engine::Sqlite(_) => Dialect::Sqlite,
            Engine::Postgres(_) => Dialect::Postgres,
        }
    }

    /// A connection for reading. Each statement sees what was committed when it began.
    ///
    /// # Errors
    /// When no connection can be had within five seconds.
    pub async fn session(&self) -> Result<Session<'_>, Error> {
        // SQLite answers at once and never yields by itself: give other tasks their turn here.
        tokio::task::coop::consume_budget().await;
        let held = match &*self.engine {
            Engine::Sqlite(database) => Held::Sqlite(database.reader().await?),
            Engine::Postgres(database) => Held::Postgres(database.client().await?),
        };
        Ok(Session { held, statements: &self.statements })
    }

    /// How many statements this database was sent, transaction control not counted: for tests that bound them.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }
}

/// A connection for reading, given back when dropped.
pub struct Session<'a> {
    held: Held<'a>,
    statements: &'a AtomicU64,
}

enum Held<'a> {
    Sqlite(sqlite::Reader<'a>),
    Postgres(deadpool_postgres::Client),
}

impl Session<'_> {
    /// The connection.
    #[must_use]
    pub fn connection(&self) -> Connection<'_> {
        let link = match &self.held {
            Held::Sqlite(reader) => Link::Sqlite(reader.connection()),
            Held::Postgres(client) => Link::Postgres(client),
        };
        Connection::new(link, self.statements)
    }
}
