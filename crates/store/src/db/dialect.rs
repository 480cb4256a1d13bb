//! The few words in which the engines differ; nothing else in the code asks which one it talks to.

/// Which engine a connection talks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Dialect {
    /// What makes a SELECT lock the rows it reads until the transaction ends, but not against rows that point to them.
    /// SQLite has a single writer and needs none.
    #[must_use]
    pub const fn for_update(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR NO KEY UPDATE",
        }
    }

    /// The number of the oldest transaction still running: rows of transactions below it are complete.
    /// On SQLite every row that can be seen is complete.
    #[must_use]
    pub const fn oldest_running_transaction(self) -> &'static str {
        match self {
            Self::Sqlite => "9223372036854775807",
            Self::Postgres => "pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
        }
    }
}
