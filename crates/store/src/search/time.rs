//! The fields that are times or numbers of the user's own.

use anteroom_model::query::{Pattern, Span, times, whole_numbers};

use super::compare::within;
use super::related::Rows;
use super::{Scope, SearchError};
use crate::db::Sql;

/// What the times must be; `None` of a span means any.
pub(super) struct Times {
    field: Field,
    span: Option<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Created,
    Updated,
    StatusChanged,
    PasswordReset,
    LastLogin,
    LoginsCount,
}

/// The condition of such a field, `None` when the field is another one.
///
/// # Errors
/// When the pattern is neither a time nor a range of times; of `logins_count`, numbers.
pub(super) fn condition(field: &str, pattern: &Pattern) -> Result<Option<Times>, SearchError> {
    let known = match field {
        "created_at" => Field::Created,
        "updated_at" => Field::Updated,
        "status_changed_at" => Field::StatusChanged,
        "last_password_reset" => Field::PasswordReset,
        "last_login" => Field::LastLogin,
        "logins_count" => Field::LoginsCount,
        _ => return Ok(None),
    };
    let (span, message) = match known {
        Field::LoginsCount => (whole_numbers(pattern), "must be a whole number or a range of them, such as [1 TO 5]"),
        _ => (times(pattern), "must be a date such as 2026-11 or 2026-11-20T06:32:25Z, or a range of them"),
    };
    match (pattern, span) {
        (Pattern::Any, _) => Ok(Some(Times { field: known, span: None })),
        (_, Some(span)) => Ok(Some(Times { field: known, span: Some(span) })),
        (_, None) => Err(SearchError::wrong(field, message)),
    }
}

impl Times {
    /// Adds the condition, in brackets where it needs them.
    pub(super) fn add(&self, sql: Sql, scope: Scope) -> Sql {
        match (self.field, self.span) {
            (Field::LastLogin | Field::LoginsCount, _) => match self.activity() {
                Some(rows) => rows.add(sql, scope),
                None => sql.push("true"),
            },
            (Field::PasswordReset, None) => sql.push("u.password_reset_at IS NOT NULL"),
            (_, None) => sql.push("true"),
            (Field::Created, Some(span)) => within(sql, "u.created_at", span),
            (Field::PasswordReset, Some(span)) => {
                within(sql.push("(u.password_reset_at IS NOT NULL AND "), "u.password_reset_at", span).push(")")
            }
            (Field::StatusChanged, Some(span)) => status_changed(sql, span),
            (Field::Updated, Some(span)) => updated(sql, scope, span),
        }
    }

    /// The rows of the users' sign-ins, when it is them that are asked. A user who never signed in has 0 for the time.
    pub(super) fn activity(&self) -> Option<Rows<'static>> {
        match (self.field, self.span) {
            (Field::LastLogin, span) => {
                let span = span.unwrap_or(Span { first: 1, last: i64::MAX });
                Some(signed_in(Span { first: span.first.max(1), ..span }))
            }
            (Field::LoginsCount, Some(span)) => {
                let of_each = span.contains(0);
                let rows = Rows::new("user_activity", move |sql| within(sql, "x.logins_count", span));
                Some(if of_each { rows.asked_of_each() } else { rows })
            }
            _ => None,
        }
    }

    /// Whether an index of `users` holds those meant in a row.
    pub(super) const fn has_index(&self) -> bool {
        matches!(self.field, Field::Created | Field::StatusChanged) && self.span.is_some()
            || matches!(self.field, Field::PasswordReset)
    }
}

fn signed_in(span: Span) -> Rows<'static> {
    Rows::new("user_activity", move |sql| within(sql, "x.last_login", span))
}

/// Most users have the status with which they were made, so that the small index of the others serves beside the one of
/// their making.
fn status_changed(sql: Sql, span: Span) -> Sql {
    let sql = within(sql.push("(u.status_changed_at = u.created_at AND "), "u.created_at", span);
    let sql = sql.push(" OR u.status_changed_at <> u.created_at AND ");
    within(sql, "u.status_changed_at", span).push(")")
}

/// The later of the profile's change and the last sign-in, as it is shown (see
/// [`anteroom_model::User::last_changed_at`]): either is late enough, and neither too late.
fn updated(mut sql: Sql, scope: Scope, span: Span) -> Sql {
    if span.first > span.last {
        return sql.push("false");
    }
    sql = sql.push("(");
    if span.first > i64::MIN {
        let late = Span { last: i64::MAX, ..span };
        sql = within(sql.push("("), "u.updated_at", late).push(" OR ");
        sql = signed_in(late).add(sql, scope).push(")");
    }
    if span.last < i64::MAX {
        let after = Span { first: span.last + 1, last: i64::MAX };
        sql = if span.first > i64::MIN { sql.push(" AND ") } else { sql };
        sql = within(sql, "u.updated_at", Span { first: i64::MIN, ..span }).push(" AND NOT ");
        sql = signed_in(after).asked_of_each().add(sql, scope);
    }
    sql.push(")")
}
