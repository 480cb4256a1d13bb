//! The search query compiler: from the tree of `q` to a condition in SQL.
//!
//! One text serves both engines, but for the question to the index of word parts: SQLite's is a table of its own.
//!
//! - Names, addresses, usernames and numbers are compared folded: without regard to case, accents and width. Ids, IP
//!   addresses, connections and providers are compared as stored, but their ends and parts without regard to the case
//!   of ASCII letters.
//! - Whole values and beginnings go through an index of the column, ends and parts through the trigram index and are
//!   then checked on the column.
//! - Every condition is true or false and never NULL, so that `NOT` finds exactly the other users.

mod compare;
mod field;
mod related;
mod token;
mod trigram;
mod words;

use anteroom_model::TenantId;
use anteroom_model::query::Query;

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

/// Whose users are searched, and where.
#[derive(Clone, Copy)]
struct Scope {
    tenant: TenantId,
    dialect: Dialect,
}

/// Adds the query as one condition, in brackets where it needs them, over a table `users u` whose `u.tenant_id` the
/// statement has limited to this tenant.
///
/// # Errors
/// When a field does not exist or a value does not fit its field.
pub fn predicate(sql: Sql, query: &Query, tenant: TenantId, dialect: Dialect) -> Result<Sql, SearchError> {
    condition(sql, Scope { tenant, dialect }, query)
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
