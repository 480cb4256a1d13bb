//! Having the file alone.
//!
//! Without its log a new page is written once, and what was in the file before an interrupted transaction is put back from
//! the journal, by whoever opens it next (<https://sqlite.org/lockingv3.html>).

use std::time::Duration;

use rusqlite::Connection;

use super::open;
use crate::db::error::Error;

/// Has the file alone, unless somebody else has it open.
pub(in crate::db) fn have_alone(connection: &Connection) -> Result<bool, Error> {
    connection.busy_timeout(Duration::ZERO)?;
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let had = mode(connection, "TRUNCATE").is_ok_and(|mode| mode == "truncate")
        && connection.execute_batch("BEGIN EXCLUSIVE; COMMIT").is_ok();
    connection.busy_timeout(open::BUSY)?;
    if !had {
        share(connection)?;
        return Ok(false);
    }
    connection.pragma_update(None, "cache_size", -32_000)?;
    // What is sorted may be more than memory is to hold.
    connection.pragma_update(None, "temp_store", "FILE")?;
    Ok(true)
}

/// As it was when it was opened.
pub(in crate::db) fn share(connection: &Connection) -> Result<(), Error> {
    connection.pragma_update(None, "locking_mode", "NORMAL")?;
    // The lock is let go with the next look at the file.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    mode(connection, "WAL")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", open::CACHE)?;
    connection.pragma_update(None, "shrink_memory", 0).or(Ok(()))
}

fn mode(connection: &Connection, mode: &str) -> Result<String, Error> {
    Ok(connection.pragma_update_and_check(None, "journal_mode", mode, |row| row.get(0))?)
}
