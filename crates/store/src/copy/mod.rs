//! Copies a whole installation from one database to another, of either engine.
//!
//! What is read is a snapshot, what is filled is filled in one transaction, and the rows go from one to the other in
//! batches: neither needs more memory for more users.

mod dialect;
mod error;
mod fill;
mod read;
mod tables;

use std::sync::Arc;

use tokio::sync::mpsc;

pub use error::CopyError;

use crate::db::{Connection, Db, Error, Sql, Value};
use tables::Table;

/// Batches that may wait between the two sides.
const WAITING: usize = 2;

enum Message {
    Rows(Batch),
    End(Vec<Total>),
}

struct Batch {
    table: &'static Table,
    columns: Arc<[String]>,
    rows: Vec<Vec<Value>>,
}

/// What was read of a table.
struct Total {
    table: &'static Table,
    rows: u64,
    /// Behind which number its numbered column goes on.
    last: i64,
}

impl Total {
    fn check(&self, found: u64) -> Result<(), CopyError> {
        match found == self.rows {
            true => Ok(()),
            false => Err(CopyError::Count { table: self.table.name, copied: self.rows, found }),
        }
    }
}

/// Copies everything, all tenants' alike, and tells `on_table` the rows of each table that was read. The database to
/// fill has the schema and nothing else. Gives the number of all rows, counted on both sides.
///
/// Values stay as they are, sealed ones too: the copy needs the same master key. Only the events' internal numbers are
/// given anew, in their order.
///
/// # Errors
/// [`CopyError`]; nothing is copied then.
pub async fn copy(from: &Db, to: &Db, on_table: impl FnMut(&'static str, u64)) -> Result<u64, CopyError> {
    let schema = from.schema().await.map_err(CopyError::Source)?;
    let filled = to.schema().await?;
    if schema != filled {
        return Err(CopyError::Schemas { from: schema, to: filled });
    }
    let (sender, receiver) = mpsc::channel(WAITING);
    let (read, filled) = tokio::join!(read::read(from, sender, on_table), to.write(fill::Fill::new(receiver)));
    // When both failed, it is because reading did.
    read?;
    let rows = filled?;
    dialect::settle(&to.session().await?.connection()).await?;
    Ok(rows)
}

async fn count(connection: &Connection<'_>, table: &Table) -> Result<u64, Error> {
    let found: Option<(i64,)> = connection.one(Sql::new("SELECT count(*) FROM ").push(table.name)).await?;
    Ok(found.map_or(0, |(count,)| count.unsigned_abs()))
}
