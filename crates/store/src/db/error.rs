//! What can go wrong between here and the database.

/// A failure of the database or of its use. Never a decision: refusals are made above.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// A unique constraint refused a row. On PostgreSQL the transaction is run again, so that its reads see the row
    /// that was there first; only what keeps colliding is answered with this.
    #[error("a row with this key exists already")]
    Duplicate,
    /// Two transactions stood in each other's way; running again may succeed.
    #[error("the transaction collided with another one")]
    Collision,
    /// The database did not answer in time, or refused or lost the connection.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A statement that may only take so long took longer; nothing is wrong with the database.
    #[error("the statement took longer than it may")]
    TooSlow,
    /// An update or delete did not find the row it was for.
    #[error("{0} rows were changed where one was expected")]
    AffectedRows(u64),
    /// Stored data does not have the form this version expects.
    #[error("stored data is not understood: {0}")]
    Corrupt(String),
    /// The database cannot be used as it is; the message says what to do.
    #[error("{0}")]
    Unusable(String),
    /// Anything else the engine said.
    #[error("the database refused a statement: {0}")]
    Statement(String),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::ConstraintViolation) if is_unique(&error) => Self::Duplicate,
            // Nothing else interrupts a statement but its deadline.
            Some(ErrorCode::OperationInterrupted) => Self::TooSlow,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::CannotOpen | ErrorCode::DiskFull) => {
                Self::Unavailable(error.to_string())
            }
            _ => Self::Statement(error.to_string()),
        }
    }
}

fn is_unique(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID, SQLITE_CONSTRAINT_UNIQUE};
    error.sqlite_error().is_some_and(|cause| {
        [SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID, SQLITE_CONSTRAINT_UNIQUE].contains(&cause.extended_code)
    })
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let Some(cause) = error.as_db_error() else {
            // Why a connection failed, it says in its source alone.
            let reason = std::error::Error::source(&error).map(|source| format!(": {source}")).unwrap_or_default();
            return Self::Unavailable(format!("{error}{reason}"));
        };
        match *cause.code() {
            SqlState::UNIQUE_VIOLATION => Self::Duplicate,
            // What a row was to point to went away in between: run again, the reads do not find it and refuse properly.
            SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED | SqlState::FOREIGN_KEY_VIOLATION => {
                Self::Collision
            }
            SqlState::ADMIN_SHUTDOWN
            | SqlState::CRASH_SHUTDOWN
            | SqlState::CANNOT_CONNECT_NOW
            | SqlState::TOO_MANY_CONNECTIONS
            | SqlState::QUERY_CANCELED => Self::Unavailable(cause.message().to_owned()),
            // The message alone: PostgreSQL's detail line repeats the row's values.
            _ => Self::Statement(format!("{} ({})", cause.message(), cause.code().code())),
        }
    }
}

impl Error {
    /// The failure of a statement that was given a time: being cancelled is that time's end.
    pub(super) fn of_timed(error: tokio_postgres::Error) -> Self {
        match error.code() {
            Some(&tokio_postgres::error::SqlState::QUERY_CANCELED) => Self::TooSlow,
            _ => error.into(),
        }
    }
}

impl From<deadpool_postgres::PoolError> for Error {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        match error {
            deadpool_postgres::PoolError::Backend(error) => error.into(),
            other => Self::Unavailable(other.to_string()),
        }
    }
}
