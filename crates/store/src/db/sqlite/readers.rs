//! The pool of read-only connections.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use tokio::sync::{Semaphore, SemaphorePermit};

use super::{lock, open};
use crate::db::error::Error;

/// Readers open at once. Reads run in the thread that asks, so more than a few could never be busy together.
const READERS: usize = 8;

pub(super) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Arc<Mutex<rusqlite::Connection>>>>,
    free: Semaphore,
}

impl Readers {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, idle: Mutex::new(Vec::with_capacity(READERS)), free: Semaphore::new(READERS) }
    }

    pub(super) fn close_idle(&self) {
        lock(&self.idle).clear();
    }

    pub(super) async fn take(&self) -> Result<Reader<'_>, Error> {
        let permit = self.free.acquire().await.map_err(|_| Error::Unavailable("the database is closed".to_owned()))?;
        let idle = lock(&self.idle).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => Arc::new(Mutex::new(open::reader(&self.path)?)),
        };
        Ok(Reader { connection, readers: self, _permit: permit })
    }
}

/// A connection for reading, back in the pool when dropped.
pub(in crate::db) struct Reader<'a> {
    connection: Arc<Mutex<rusqlite::Connection>>,
    readers: &'a Readers,
    _permit: SemaphorePermit<'a>,
}

impl Reader<'_> {
    pub(in crate::db) fn connection(&self) -> &Mutex<rusqlite::Connection> {
        &self.connection
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        // One that was abandoned inside a transaction is closed: its old snapshot would hold back checkpoints.
        if lock(&self.connection).is_autocommit() {
            lock(&self.readers.idle).push(Arc::clone(&self.connection));
        }
    }
}
