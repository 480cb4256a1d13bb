//! The one writer: a thread that takes queued transactions and gives a burst of them one commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, mpsc};

use super::lock;
use crate::db::connection::{Connection, Link};
use crate::db::error::Error;

/// Transactions that may share one commit.
const BURST: usize = 128;

/// Work for the writer. It runs inside the open transaction and says how to answer once the commit is known.
pub(in crate::db) type Job = Box<dyn FnOnce(&Savepoints<'_>) -> Answer + Send>;
/// Tells the waiting caller; given the outcome of the commit.
pub(in crate::db) type Answer = Box<dyn FnOnce(Result<(), Error>) + Send>;

pub(in crate::db) struct Writer {
    jobs: mpsc::Sender<Job>,
}

impl Writer {
    pub(super) fn start(connection: rusqlite::Connection, statements: Arc<AtomicU64>) -> Result<Self, Error> {
        let (jobs, queue) = mpsc::channel();
        let connection = Mutex::new(connection);
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || serve(&connection, &statements, &queue))
            .map_err(|error| Error::Unavailable(error.to_string()))?;
        Ok(Self { jobs })
    }

    pub(in crate::db) fn queue(&self, job: Job) -> Result<(), Error> {
        self.jobs.send(job).map_err(|_| Error::Unavailable("the writer has stopped".to_owned()))
    }
}

fn serve(connection: &Mutex<rusqlite::Connection>, statements: &AtomicU64, queue: &mpsc::Receiver<Job>) {
    let savepoints = Savepoints { connection, statements };
    while let Ok(first) = queue.recv() {
        let begun = run(connection, "BEGIN IMMEDIATE");
        let mut answers = Vec::new();
        let more = std::iter::from_fn(|| queue.try_recv().ok());
        for job in std::iter::once(first).chain(more).take(BURST) {
            answers.push(job(&savepoints));
            if begun.is_err() {
                break;
            }
        }
        let outcome = begun.and_then(|()| run(connection, "COMMIT"));
        if outcome.is_err() && !lock(connection).is_autocommit() {
            let _ = run(connection, "ROLLBACK");
        }
        for answer in answers {
            answer(outcome.clone());
        }
    }
}

fn run(connection: &Mutex<rusqlite::Connection>, text: &str) -> Result<(), Error> {
    lock(connection).prepare_cached(text)?.execute([])?;
    Ok(())
}

/// The open transaction, in which every piece of work gets a savepoint of its own.
pub(in crate::db) struct Savepoints<'a> {
    connection: &'a Mutex<rusqlite::Connection>,
    statements: &'a AtomicU64,
}

impl Savepoints<'_> {
    /// Runs the work in a savepoint; what it did is undone when it refuses, fails or panics.
    pub(in crate::db) fn within<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&Connection<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if lock(self.connection).is_autocommit() {
            return Err(Error::Unavailable("the database is busy".to_owned()).into());
        }
        run(self.connection, "SAVEPOINT verb")?;
        let connection = Connection::new(Link::Sqlite(self.connection), self.statements);
        let result = catch_unwind(AssertUnwindSafe(|| work(&connection)))
            .unwrap_or_else(|_| Err(Error::Statement("the transaction's code panicked".to_owned()).into()));
        if result.is_err() {
            run(self.connection, "ROLLBACK TO verb")?;
        }
        run(self.connection, "RELEASE verb")?;
        result
    }
}
