//! The one writer: a thread that takes queued transactions and gives a burst of them one commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, mpsc};

use tokio::sync::oneshot;

use super::lock;
use crate::db::connection::{Connection, Link};
use crate::db::error::Error;

const BEGIN: &str = "BEGIN IMMEDIATE";

/// Transactions that may share one commit.
const BURST: usize = 128;

/// Work for the writer.
pub(in crate::db) struct Job {
    /// Runs inside the open transaction and says how to answer once the commit is known.
    pub(in crate::db) run: Box<dyn FnOnce(&Savepoints<'_>) -> Answer + Send>,
    /// Whether the commit must be on disk by then.
    pub(in crate::db) is_synced: bool,
}

/// What the writer's thread does in turn.
enum Task {
    Work(Job),
    /// Outside of any transaction.
    Set(Box<dyn FnOnce(&rusqlite::Connection) + Send>),
}

/// Tells the waiting caller; given the outcome of the commit.
pub(in crate::db) type Answer = Box<dyn FnOnce(Result<(), Error>) + Send>;

pub(in crate::db) struct Writer {
    jobs: Option<mpsc::Sender<Task>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(connection: rusqlite::Connection, statements: Arc<AtomicU64>) -> Result<Self, Error> {
        let (jobs, queue) = mpsc::channel();
        let connection = Mutex::new(connection);
        let thread = std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || serve(&connection, &statements, &queue))
            .map_err(|error| Error::Unavailable(error.to_string()))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    pub(in crate::db) fn queue(&self, job: Job) -> Result<(), Error> {
        self.send(Task::Work(job))
    }

    /// Changes how the connection is set up, when what is queued before is written.
    pub(in crate::db) async fn set<T: Send + 'static>(
        &self,
        set: fn(&rusqlite::Connection) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (sender, receiver) = oneshot::channel();
        let answer = move |connection: &rusqlite::Connection| {
            let _ = sender.send(set(connection));
        };
        self.send(Task::Set(Box::new(answer)))?;
        receiver.await.unwrap_or_else(|_| Err(stopped()))
    }

    fn send(&self, task: Task) -> Result<(), Error> {
        let sent = self.jobs.as_ref().is_some_and(|jobs| jobs.send(task).is_ok());
        if sent { Ok(()) } else { Err(stopped()) }
    }
}

fn stopped() -> Error {
    Error::Unavailable("the writer has stopped".to_owned())
}

/// What is queued is still written, and the connection closed: the last one to close leaves a single, clean file.
impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(connection: &Mutex<rusqlite::Connection>, statements: &AtomicU64, queue: &mpsc::Receiver<Task>) {
    // As the connection was opened.
    let mut waits_for_disk = true;
    let mut next = None;
    while let Some(first) = next.take().or_else(|| queue.recv().ok()) {
        let first = match first {
            Task::Work(job) => job,
            Task::Set(set) => {
                set(&lock(connection));
                continue;
            }
        };
        let must_wait = first.is_synced;
        // Where no transaction can be begun the work is not run; all who wait are told so at once.
        let begun = wait_for_disk(connection, &mut waits_for_disk, must_wait).and_then(|()| run(connection, BEGIN));
        let mut answers = vec![(first.run)(&Savepoints { connection, statements, first: true })];
        while answers.len() < BURST
            && let Ok(task) = queue.try_recv()
        {
            match task {
                // What must be on disk begins a burst of its own, which takes in all that comes after it.
                Task::Work(job) if must_wait || !job.is_synced => {
                    answers.push((job.run)(&Savepoints { connection, statements, first: false }));
                }
                other => {
                    next = Some(other);
                    break;
                }
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

/// Has commits wait for the disk, or not. The log keeps their order: one that waits takes all before it along, and a log
/// that was cut off ends with a whole commit either way (<https://sqlite.org/pragma.html#pragma_synchronous>).
fn wait_for_disk(connection: &Mutex<rusqlite::Connection>, waits: &mut bool, must: bool) -> Result<(), Error> {
    if *waits != must {
        lock(connection).pragma_update(None, "synchronous", if must { "FULL" } else { "NORMAL" })?;
        *waits = must;
    }
    Ok(())
}

fn run(connection: &Mutex<rusqlite::Connection>, text: &str) -> Result<(), Error> {
    lock(connection).prepare_cached(text)?.execute([])?;
    Ok(())
}

/// The open transaction, in which every piece of work gets a savepoint of its own.
pub(in crate::db) struct Savepoints<'a> {
    connection: &'a Mutex<rusqlite::Connection>,
    statements: &'a AtomicU64,
    /// Whether the work is the burst's first: then the transaction itself is its savepoint, and SQLite need not keep
    /// every page as it was.
    first: bool,
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
        self.mark("SAVEPOINT verb")?;
        let connection = Connection::new(Link::Sqlite(self.connection), self.statements);
        let result = catch_unwind(AssertUnwindSafe(|| work(&connection)))
            .unwrap_or_else(|_| Err(Error::Statement("the transaction's code panicked".to_owned()).into()));
        match (result.is_err(), self.first) {
            (true, true) => {
                run(self.connection, "ROLLBACK")?;
                run(self.connection, BEGIN)?;
            }
            (true, false) => run(self.connection, "ROLLBACK TO verb")?,
            (false, _) => {}
        }
        self.mark("RELEASE verb")?;
        result
    }

    fn mark(&self, text: &str) -> Result<(), Error> {
        if self.first { Ok(()) } else { run(self.connection, text) }
    }
}
