//! How connections to SQLite are set up.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::functions;
use crate::db::error::Error;

/// Kept prepared statements of one connection.
const STATEMENTS: usize = 256;

/// What the writer keeps of the file in memory, as SQLite takes it: 16 MB.
pub(super) const CACHE: i32 = -16_000;

/// Pages of the log after which it is written back, 8 MiB: a user made touches some sixty, so that a checkpoint writes
/// a page once that many users have changed.
const CHECKPOINT: i32 = 2_000;

/// How long to wait for another process, such as a command beside the server, that holds the write lock.
pub(super) const BUSY: Duration = Duration::from_secs(5);

/// The writer: commits are on disk before they are answered (`synchronous=FULL`).
pub(super) fn writer(path: &Path) -> Result<Connection, Error> {
    make_private(path)?;
    let connection = Connection::open(path)?;
    use_write_ahead_log(&connection)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", CACHE)?;
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT)?;
    connection.pragma_update(None, "journal_size_limit", 67_108_864)?;
    common(&connection)?;
    Ok(connection)
}

/// Makes the file for its owner alone if it is missing: SQLite would let everybody read it. The files that SQLite puts
/// beside it take over its mode.
fn make_private(path: &Path) -> Result<(), Error> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(Error::Unavailable(format!("{}: {error}", path.display())))
        }
        _ => Ok(()),
    }
}

/// Several processes that do this to one new file get in each other's way at a point where SQLite does not wait for locks
/// but says at once that there is one. It is tried for as long as SQLite waits elsewhere.
fn use_write_ahead_log(connection: &Connection) -> Result<(), Error> {
    const PAUSE: Duration = Duration::from_millis(10);
    let mut waited = Duration::ZERO;
    loop {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && waited < BUSY => {
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
            done => return Ok(done?),
        }
    }
}

/// A reader: cannot write, whatever statement reaches it.
pub(super) fn reader(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "cache_size", -8_000)?;
    common(&connection)?;
    Ok(connection)
}

fn common(connection: &Connection) -> Result<(), Error> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // Plans do not depend on the values bound: otherwise SQLite plans a kept statement anew whenever its tenant is bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    functions::add(connection)?;
    Ok(())
}
