//! SQLite: one writer that shares commits, several readers.

mod alone;
mod functions;
mod open;
mod readers;
mod writer;

use std::path::Path;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub(super) use alone::{have_alone, share};
pub(super) use readers::Reader;
pub(super) use writer::{Answer, Job, Savepoints};

use super::error::Error;
use readers::Readers;
use writer::Writer;

/// An SQLite database file: a writer thread, unless it is only read, and a pool of read-only connections.
pub(super) struct Database {
    // Closed first, so that the writer closes last and leaves the file without its log.
    readers: Readers,
    writer: Option<Writer>,
}

impl Database {
    pub(super) fn open(path: &Path, statements: Arc<AtomicU64>) -> Result<Self, Error> {
        let writer = Writer::start(open::writer(path)?, statements)?;
        Ok(Self { writer: Some(writer), readers: Readers::new(path.to_owned()) })
    }

    pub(super) fn open_for_reading(path: &Path) -> Self {
        Self { writer: None, readers: Readers::new(path.to_owned()) }
    }

    pub(super) fn writer(&self) -> Result<&Writer, Error> {
        self.writer.as_ref().ok_or_else(|| Error::Unusable("the database was opened for reading alone".to_owned()))
    }

    pub(super) fn close_idle_readers(&self) {
        self.readers.close_idle();
    }

    pub(super) async fn reader(&self) -> Result<Reader<'_>, Error> {
        self.readers.take().await
    }
}

/// The value behind a lock, even if a thread panicked while it held it: what we lock stays whole at every step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
