//! `locked`: whether an account is locked for a while after failed sign-ins.

use anteroom_model::query::Pattern;

use super::choice::is_true;
use super::{Scope, SearchError};
use crate::db::Sql;

/// What is asked of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Locked {
    /// Nothing: everyone is locked or not.
    Any,
    /// That a lock holds.
    Yes,
    /// That none does.
    No,
}

/// The locks that hold now, which stand in a small index of their own; its conditions are in the words in which SQLite
/// knows it.
const HELD: &str = "x.kind = 'account' AND x.locked_until > 0 AND x.locked_until > ";

/// The condition when the field is this one, `None` when it is another.
///
/// # Errors
/// When the value is neither true nor false.
pub(super) fn condition(field: &str, pattern: &Pattern) -> Result<Option<Locked>, SearchError> {
    if field != "locked" {
        return Ok(None);
    }
    Ok(Some(match is_true(field, pattern)? {
        None => Locked::Any,
        Some(true) => Locked::Yes,
        Some(false) => Locked::No,
    }))
}

impl Locked {
    /// Adds the condition on `users u`.
    pub(super) fn add(self, sql: Sql, scope: Scope) -> Sql {
        match self {
            Self::Any => sql.push("true"),
            Self::Yes => holds(sql, scope),
            Self::No => holds(sql.push("NOT "), scope),
        }
    }
}

fn holds(sql: Sql, scope: Scope) -> Sql {
    if scope.asks_each() {
        // By the primary key: SQLite knows of no smaller index by these words.
        let sql = sql.push("EXISTS (SELECT 1 FROM sign_in_failure x WHERE x.key = u.user_id AND x.tenant_id = ");
        let sql = sql.bind(scope.tenant).push(" AND x.kind = 'account' AND x.locked_until > ");
        return sql.bind(scope.now).push(")");
    }
    let sql = sql.push("u.user_id IN (SELECT x.key FROM sign_in_failure x WHERE x.tenant_id = ").bind(scope.tenant);
    sql.push(" AND ").push(HELD).bind(scope.now).push(")")
}

/// The statement for the keys of those who are locked: from the locks, each of which is one user's.
pub(super) fn keys(scope: Scope) -> Sql {
    let sql =
        Sql::new("SELECT u.key AS key FROM sign_in_failure x JOIN users u ON u.user_id = x.key AND u.tenant_id = ");
    let sql = sql.bind(scope.tenant).push(" WHERE x.tenant_id = ").bind(scope.tenant);
    sql.push(" AND ").push(HELD).bind(scope.now)
}
