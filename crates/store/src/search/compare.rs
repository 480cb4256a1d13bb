//! Patterns as conditions on a column.

use anteroom_model::query::Pattern;
use anteroom_model::text::{escape_like, successor};

use crate::db::Sql;

/// The longest LIKE pattern asked for, in bytes: below SQLite's limit of 50,000, and above anything that is stored (a
/// name of 300 characters, each of which folding makes 18 of at most three bytes).
const LONGEST: usize = 32_768;

/// The pattern with its text in the form in which it is compared: never a phrase, and a part without text is any value.
pub(super) fn in_form(pattern: &Pattern, form: impl Fn(&str) -> String) -> Pattern {
    let part = |text: &str, kind: fn(String) -> Pattern| match form(text) {
        text if text.is_empty() => Pattern::Any,
        text => kind(text),
    };
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => Pattern::Exact(form(text)),
        Pattern::Prefix(text) => part(text, Pattern::Prefix),
        Pattern::Suffix(text) => part(text, Pattern::Suffix),
        Pattern::Contains(text) => part(text, Pattern::Contains),
        Pattern::Any => Pattern::Any,
    }
}

/// Adds the condition that the column matches the pattern, whose text has the column's form.
///
/// Whole values and beginnings are compared as they are and can use an index of the column; ends and parts without
/// regard to the case of ASCII letters, which LIKE on SQLite does anyway. NULL when the column is.
pub(super) fn compare(sql: Sql, column: &str, pattern: &Pattern) -> Sql {
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) => sql.push(column).push(" = ").bind(text),
        Pattern::Prefix(text) => begins(sql, column, text),
        Pattern::Suffix(text) => like(sql, &lower(column), format!("%{}", escape_like(&text.to_ascii_lowercase()))),
        Pattern::Contains(text) => like(sql, &lower(column), format!("%{}%", escape_like(&text.to_ascii_lowercase()))),
        Pattern::Any => sql.push(column).push(" <> ''"),
    }
}

/// Adds the condition that the column begins with the text, in brackets.
pub(super) fn begins(sql: Sql, column: &str, text: &str) -> Sql {
    let sql = sql.push("(").push(column).push(" >= ").bind(text);
    match successor(text) {
        Some(end) => sql.push(" AND ").push(column).push(" < ").bind(end).push(")"),
        None => sql.push(")"),
    }
}

/// Adds a LIKE with the backslash as escape character.
pub(super) fn like(sql: Sql, column: &str, pattern: String) -> Sql {
    if pattern.len() > LONGEST {
        return sql.push("false");
    }
    sql.push(column).push(" LIKE ").bind(pattern).push(" ESCAPE '\\'")
}

fn lower(column: &str) -> String {
    format!("lower({column})")
}
