//! Reading a whole database as it was at one moment.

use std::sync::atomic::AtomicU64;

use super::connection::{Connection, Link};
use super::error::Error;
use super::{Db, Engine, postgres, sqlite};

/// A connection for reading whose statements all see the moment of the first one. It is closed when dropped.
pub struct Snapshot<'a> {
    held: Held<'a>,
    statements: &'a AtomicU64,
}

enum Held<'a> {
    Sqlite(sqlite::Reader<'a>),
    Postgres(postgres::Transaction),
}

impl Db {
    /// Begins a snapshot. It holds back the tidying of what is deleted meanwhile: not for requests.
    ///
    /// # Errors
    /// As [`Db::session`].
    pub async fn snapshot(&self) -> Result<Snapshot<'_>, Error> {
        let held = match &*self.engine {
            Engine::Sqlite(database) => Held::Sqlite(database.reader().await?),
            Engine::Postgres(database) => {
                Held::Postgres(database.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        };
        let snapshot = Snapshot { held, statements: &self.statements };
        if matches!(snapshot.held, Held::Sqlite(_)) {
            snapshot.connection()?.batch("BEGIN").await?;
        }
        Ok(snapshot)
    }
}

impl Snapshot<'_> {
    /// The connection.
    ///
    /// # Errors
    /// Never while the snapshot is there; the type of the connection below demands it.
    pub fn connection(&self) -> Result<Connection<'_>, Error> {
        let link = match &self.held {
            Held::Sqlite(reader) => Link::Sqlite(reader.connection()),
            Held::Postgres(transaction) => Link::Postgres(transaction.client()?),
        };
        Ok(Connection::new(link, self.statements))
    }
}
