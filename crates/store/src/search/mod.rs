//! The search query compiler: from the tree of `q` to a condition in SQL.
//!
//! One text serves both engines, but for the question to the index of word parts: SQLite's is a table of its own.
//!
//! - Names, addresses, usernames and numbers are compared folded: without regard to case, accents and width. Ids, IP
//!   addresses, connections and providers are compared as stored, but their ends and parts without regard to the case
//!   of ASCII letters.
//! - Whole values, beginnings and ranges go through an index of the column, ends and parts through the trigram index and
//!   are then checked on the column.
//! - Texts in ranges are ordered by the code points of what is compared. Dates stand for their whole day, month or year.
//! - Every condition is true or false and never NULL, so that `NOT` finds exactly the other users.

mod attribute;
mod choice;
mod compare;
mod field;
mod locked;
mod related;
mod role;
mod source;
mod time;
mod token;
mod trigram;
mod words;

use anteroom_model::query::Query;
use anteroom_model::{TenantId, Timestamp};

pub(crate) use compare::{Form, compare, within};
pub use source::{Source, sources};
pub use token::tenant_token;

use crate::db::{Dialect, Sql};

/// Why a query that was understood cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SearchError {
    /// There is no such field, or it cannot be searched.
    #[error("there is no field `{field}` to search by")]
    UnknownField {
        /// The field as typed.
        field: String,
    },
    /// The field cannot have this value, or not be asked for in this way.
    #[error("`{field}` {message}")]
    WrongValue {
        /// The field as typed.
        field: String,
        /// What it takes instead: the rest of a sentence that begins with the field, without a full stop.
        message: String,
    },
}

impl SearchError {
    fn wrong(field: &str, message: &str) -> Self {
        Self::WrongValue { field: field.to_owned(), message: message.to_owned() }
    }
}

/// Whose users are searched, when, where, and how.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    tenant: TenantId,
    /// Locks that end later than this hold.
    now: Timestamp,
    dialect: Dialect,
    /// Whether users are met in some order and each is asked, see [`check`].
    is_walk: bool,
}

impl Scope {
    /// The users of this tenant, as they are now, in a database of this engine.
    #[must_use]
    pub const fn new(tenant: TenantId, now: Timestamp, dialect: Dialect) -> Self {
        Self { tenant, now, dialect, is_walk: false }
    }

    fn is_sqlite(self) -> bool {
        self.dialect == Dialect::Sqlite
    }

    /// Whether users are found by SQLite's index of word parts.
    fn asks_index(self) -> bool {
        self.is_sqlite() && !self.is_walk
    }

    /// Whether rows of other tables are asked for of every user met.
    fn asks_each(self) -> bool {
        self.is_sqlite() && self.is_walk
    }
}

/// Adds the query as one condition, in brackets where it needs them, over a table `users u` whose `u.tenant_id` the
/// statement has limited to the scope's tenant. It is written to find users by indexes.
///
/// # Errors
/// When a field does not exist or a value does not fit its field.
pub fn predicate(sql: Sql, query: &Query, scope: Scope) -> Result<Sql, SearchError> {
    condition(sql, Scope { is_walk: false, ..scope }, query)
}

/// Adds the same condition as [`predicate`], written to be asked of users that are met one by one, in the order of an
/// index or because a [`Source`] names them: on SQLite it looks at the user's row and, by their keys, at the rows that
/// hang on it, and gathers nothing beforehand.
///
/// # Errors
/// As [`predicate`].
pub fn check(sql: Sql, query: &Query, scope: Scope) -> Result<Sql, SearchError> {
    condition(sql, Scope { is_walk: true, ..scope }, query)
}

fn condition(sql: Sql, scope: Scope, query: &Query) -> Result<Sql, SearchError> {
    match query {
        Query::Everything => Ok(sql.push("true")),
        Query::And(parts) => joined(sql, scope, parts, " AND "),
        Query::Or(parts) => joined(sql, scope, parts, " OR "),
        Query::Not(part) => Ok(condition(sql.push("NOT ("), scope, part)?.push(")")),
        Query::Term { field: None, pattern } => Ok(words::term(sql, scope, pattern)),
        Query::Term { field: Some(field), pattern } => field::term(sql, scope, field, pattern),
    }
}

/// At least one part; the parser gives two.
fn joined(mut sql: Sql, scope: Scope, parts: &[Query], word: &str) -> Result<Sql, SearchError> {
    for (index, part) in parts.iter().enumerate() {
        sql = condition(sql.push(if index == 0 { "(" } else { word }), scope, part)?;
    }
    Ok(sql.push(")"))
}

#[cfg(test)]
mod tests;
