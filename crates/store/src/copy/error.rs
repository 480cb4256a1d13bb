//! Why a copy was not made.

use crate::db::{Error, Retry};
use crate::migration::Schema;

/// Why a copy was not made. The database that was to be filled is then as it was.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The database to read failed.
    #[error("the database to read: {0}")]
    Source(Error),
    /// The database to fill failed.
    #[error("the database to fill: {0}")]
    Target(#[from] Error),
    /// The two do not have the same schema.
    #[error(
        "the database to read has schema {} and the one to fill has {}: bring the first to this version with `anteroom migrate`",
        from.version,
        to.version
    )]
    Schemas {
        /// Of the database to read.
        from: Schema,
        /// Of the database to fill.
        to: Schema,
    },
    /// The database to fill has rows in this table.
    #[error("the database to fill is not empty: its table {0} holds rows; name an empty database")]
    NotEmpty(&'static str),
    /// A table does not hold as many rows as were copied.
    #[error("of the table {table}, {copied} rows were copied, but {found} were counted")]
    Count {
        /// The table.
        table: &'static str,
        /// How many rows were copied.
        copied: u64,
        /// How many are there.
        found: u64,
    },
    /// Reading ended before the end.
    #[error("reading ended before the end")]
    Interrupted,
}

/// What was read once does not come again.
impl Retry for CopyError {
    fn is_worth_another_try(&self) -> bool {
        false
    }
}
