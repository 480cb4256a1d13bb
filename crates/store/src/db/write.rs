//! The write transaction.

use std::pin::Pin;

use tokio::sync::oneshot;

use super::connection::{Connection, Link};
use super::error::Error;
use super::sqlite::{Answer, Job, Savepoints};
use super::{Db, Engine, poll, postgres, sqlite};

/// A boxed future that may move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// How often a transaction of PostgreSQL is run again after a collision.
const TRIES: u32 = 3;

/// A transaction of PostgreSQL whose commit does not wait for the disk.
const BEGIN_UNSYNCED: &str = "BEGIN; SET LOCAL synchronous_commit TO off";

/// Whether running a whole transaction again may succeed where it failed so.
pub trait Retry {
    /// True for collisions with other transactions.
    fn is_worth_another_try(&self) -> bool;
}

impl Retry for Error {
    fn is_worth_another_try(&self) -> bool {
        matches!(self, Self::Duplicate | Self::Collision)
    }
}

/// A piece of work for one transaction: what it needs, what it does, and what it leaves behind when it refuses.
///
/// It may run several times, so it borrows what it needs and changes nothing but the database.
pub trait Work: Send + Sync + 'static {
    /// What it answers.
    type Output: Send + 'static;
    /// How it refuses or fails.
    type Error: From<Error> + Retry + Send + Sync + 'static;

    /// Does the work.
    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<Self::Output, Self::Error>>;

    /// Whether the answer waits until the work is on disk, as it does by default. What need not wait is undone by a crash
    /// of the machine, or of PostgreSQL, that comes before the next work that does; a crash of this process undoes
    /// nothing. Only for what is worth nothing by itself and is begun anew where it is missing.
    fn is_synced(&self) -> bool {
        true
    }

    /// Whether this refusal leaves a record. By default none does.
    fn is_recorded(&self, _error: &Self::Error) -> bool {
        false
    }

    /// Records a refusal, after the work was undone.
    fn record<'a>(
        &'a self,
        _connection: &'a Connection<'a>,
        _error: &'a Self::Error,
    ) -> BoxFuture<'a, Result<(), Self::Error>> {
        Box::pin(async { Ok(()) })
    }
}

impl Db {
    /// Runs the work in a transaction and answers when it is committed; a refusal's answer waits for the commit too.
    ///
    /// # Errors
    /// What the work refused with; or the database's failure, after which nothing of the work is stored.
    pub async fn write<W: Work>(&self, work: W) -> Result<W::Output, W::Error> {
        match &*self.engine {
            Engine::Sqlite(database) => self.write_sqlite(database, work).await,
            Engine::Postgres(database) => self.write_postgres(database, &work).await,
        }
    }

    async fn write_sqlite<W: Work>(&self, database: &sqlite::Database, work: W) -> Result<W::Output, W::Error> {
        let (sender, receiver) = oneshot::channel();
        let is_synced = work.is_synced();
        let run = Box::new(move |savepoints: &Savepoints<'_>| {
            let result = run_recorded(savepoints, &work);
            let answer: Answer = Box::new(move |committed: Result<(), Error>| {
                // The caller may have gone away; the work is done all the same.
                let _ = sender.send(committed.map_err(W::Error::from).and(result));
            });
            answer
        });
        database.writer()?.queue(Job { run, is_synced })?;
        receiver.await.unwrap_or_else(|_| Err(Error::Unavailable("the writer has stopped".to_owned()).into()))
    }

    async fn write_postgres<W: Work>(&self, database: &postgres::Database, work: &W) -> Result<W::Output, W::Error> {
        let mut tries = 1;
        loop {
            let error = match self.run_once(database, work).await {
                Ok(output) => return Ok(output),
                Err(error) => error,
            };
            if tries < TRIES && error.is_worth_another_try() {
                tries += 1;
                continue;
            }
            if work.is_recorded(&error) {
                self.record_postgres(database, work, &error).await?;
            }
            return Err(error);
        }
    }

    async fn run_once<W: Work>(&self, database: &postgres::Database, work: &W) -> Result<W::Output, W::Error> {
        let begin = if work.is_synced() { "BEGIN" } else { BEGIN_UNSYNCED };
        let transaction = database.begin(begin).await?;
        let connection = Connection::new(Link::Postgres(transaction.client()?), &self.statements);
        let result = work.run(&connection).await;
        let word = if result.is_ok() { "COMMIT" } else { "ROLLBACK" };
        transaction.end(word).await?;
        result
    }

    async fn record_postgres<W: Work>(
        &self,
        database: &postgres::Database,
        work: &W,
        error: &W::Error,
    ) -> Result<(), W::Error> {
        let transaction = database.begin("BEGIN").await?;
        let connection = Connection::new(Link::Postgres(transaction.client()?), &self.statements);
        work.record(&connection, error).await?;
        transaction.end("COMMIT").await?;
        Ok(())
    }
}

/// On SQLite the work and the record of its refusal stand in the same burst, each in a savepoint.
fn run_recorded<W: Work>(savepoints: &Savepoints<'_>, work: &W) -> Result<W::Output, W::Error> {
    let result = savepoints.within(|connection| poll::ready(work.run(connection)));
    if let Err(error) = &result
        && work.is_recorded(error)
    {
        savepoints.within(|connection| poll::ready(work.record(connection, error)))?;
    }
    result
}
