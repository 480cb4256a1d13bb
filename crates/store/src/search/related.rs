//! The fields that stand in other tables than `users`.

use anteroom_model::query::Pattern;

use super::compare::{Form, compare};
use super::{Scope, SearchError, attribute, role};
use crate::db::Sql;

/// Rows `x` of another table whose users are meant.
pub(super) struct Rows<'a> {
    table: &'static str,
    condition: Box<dyn Fn(Sql) -> Sql + 'a>,
    /// Whether every user met is asked, instead of gathering all of them beforehand: because they are most users, or
    /// because no index finds them.
    of_each: bool,
    /// How SQLite asks a user that it meets, where no index finds the rows by user.
    in_row: Option<Box<dyn Fn(Sql) -> Sql + 'a>>,
    /// Whether a user may have several such rows.
    pub(super) repeats: bool,
}

impl<'a> Rows<'a> {
    /// The rows of a table with `tenant_id` and `user_key` for which the condition that is added holds.
    pub(super) fn new(table: &'static str, condition: impl Fn(Sql) -> Sql + 'a) -> Self {
        Self { table, condition: Box::new(condition), of_each: false, in_row: None, repeats: false }
    }

    pub(super) fn asked_of_each(self) -> Self {
        Self { of_each: true, ..self }
    }

    /// Says how the row of `users u` tells it by itself, for SQLite.
    pub(super) fn told_by_row(self, condition: impl Fn(Sql) -> Sql + 'a) -> Self {
        Self { in_row: Some(Box::new(condition)), ..self }
    }

    pub(super) fn repeating(self) -> Self {
        Self { repeats: true, ..self }
    }

    /// Adds the condition on the user met, in brackets.
    pub(super) fn add(&self, sql: Sql, scope: Scope) -> Sql {
        if let Some(in_row) = self.in_row.as_ref().filter(|_| scope.asks_each()) {
            return in_row(sql);
        }
        let sql = if self.of_each || scope.asks_each() {
            sql.push("EXISTS (SELECT 1 FROM ").push(self.table).push(" x WHERE x.user_key = u.key AND x.tenant_id = ")
        } else {
            sql.push("u.key IN (SELECT x.user_key FROM ").push(self.table).push(" x WHERE x.tenant_id = ")
        };
        (self.condition)(sql.bind(scope.tenant).push(" AND ")).push(")")
    }

    /// The statement for the users' keys, `None` when no index finds them.
    pub(super) fn keys(&self, scope: Scope) -> Option<Sql> {
        let sql = Sql::new("SELECT x.user_key AS key FROM ");
        let sql = sql.push(self.table).push(" x WHERE x.tenant_id = ").bind(scope.tenant).push(" AND ");
        (!self.of_each).then(|| (self.condition)(sql))
    }
}

/// The rows that a term on a field of another table means.
///
/// # Errors
/// When there is no such field, or the pattern does not fit it.
pub(super) fn rows<'a>(scope: Scope, field: &'a str, pattern: &Pattern) -> Result<Rows<'a>, SearchError> {
    let stored = Form::Stored.pattern(pattern);
    Ok(match field {
        "last_ip" => {
            let formed = Form::Folded.pattern(pattern);
            Rows::new("user_activity", move |sql| compare(sql, "x.last_ip", Form::Folded, &formed))
        }
        "identities.connection" => connection(scope, stored),
        // Few providers have many users each.
        "identities.provider" => {
            Rows::new("identity", move |sql| compare(sql, "x.provider", Form::Stored, &stored)).asked_of_each()
        }
        "identities.user_id" => {
            // Naming all connections lets the index be used, which begins with them.
            let condition = move |sql: Sql| {
                let sql = sql.push("x.connection_id IN (SELECT c.id FROM connection c WHERE c.tenant_id = ");
                compare(sql.bind(scope.tenant).push(") AND "), "x.provider_user_id", Form::Stored, &stored)
            };
            Rows::new("identity", condition).repeating()
        }
        "roles" => role::rows(scope, pattern),
        _ => attribute::rows(scope, field, pattern)?,
    })
}

/// A name is one connection's alone; said with `=`, PostgreSQL sees that it may be every user's.
fn connection<'a>(scope: Scope, stored: Pattern) -> Rows<'a> {
    let word = if matches!(stored, Pattern::Exact(_)) { " = " } else { " IN " };
    let condition = move |sql: Sql| {
        let sql = sql.push("x.connection_id").push(word).push("(SELECT c.id FROM connection c WHERE c.tenant_id = ");
        compare(sql.bind(scope.tenant).push(" AND "), "c.name", Form::Stored, &stored).push(")")
    };
    Rows::new("identity", condition).repeating()
}
