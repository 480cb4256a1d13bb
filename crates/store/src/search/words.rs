//! The search text: what plain words find users by.
//!
//! `users.search_text` is the tenant's token and, a line each, the search forms of the ids, names, address, username
//! and number (see [`anteroom_model::User::search_keys`]). Folded text has no line breaks, so that a line break before
//! or behind a text means the beginning or the end of a field.

use anteroom_model::query::{MINIMUM_LITERAL, Pattern};
use anteroom_model::text::{escape_like, fold, search_form};

use super::compare::{begins, like};
use super::{Scope, tenant_token, trigram};
use crate::db::{Dialect, Sql};

/// The keys whose beginnings are found by words too short for the index.
const KEYS: [&str; 7] = [
    "u.email_key",
    "u.username_key",
    "u.phone_key",
    "u.name_key",
    "u.nickname_key",
    "u.given_name_key",
    "u.family_name_key",
];

/// Adds the condition of a term without a field, in brackets.
pub(super) fn term(sql: Sql, scope: Scope, pattern: &Pattern) -> Sql {
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) | Pattern::Prefix(text) if is_short(text) => {
            short(sql, &fold(text))
        }
        Pattern::Exact(text) | Pattern::Phrase(text) | Pattern::Contains(text) => holds(sql, scope, text),
        Pattern::Prefix(text) => begins_field(sql, scope, text),
        Pattern::Suffix(text) => ends_field(sql, scope, text),
        Pattern::Any => sql.push("true"),
    }
}

fn is_short(text: &str) -> bool {
    search_form(text).chars().count() < MINIMUM_LITERAL
}

fn short(sql: Sql, folded: &str) -> Sql {
    let mut sql = sql.push("(");
    for (index, key) in KEYS.into_iter().enumerate() {
        sql = begins(if index == 0 { sql } else { sql.push(" OR ") }, key, folded);
    }
    sql.push(")")
}

/// Adds the condition that a field of the search text contains the text, in brackets.
pub(super) fn holds(sql: Sql, scope: Scope, text: &str) -> Sql {
    let form = search_form(text);
    let sql = candidates(sql.push("("), scope, &form);
    search_text_like(sql, scope, &format!("\n%{}%", escape_like(&form))).push(")")
}

fn begins_field(sql: Sql, scope: Scope, text: &str) -> Sql {
    let form = format!("\n{}", search_form(text));
    let sql = candidates(sql.push("("), scope, &form);
    search_text_like(sql, scope, &format!("%{}%", escape_like(&form))).push(")")
}

fn ends_field(sql: Sql, scope: Scope, text: &str) -> Sql {
    let form = search_form(text);
    let escaped = escape_like(&form);
    let sql = candidates(sql.push("("), scope, &form).push("(");
    let sql = search_text_like(sql, scope, &format!("\n%{escaped}\n%")).push(" OR ");
    search_text_like(sql, scope, &format!("\n%{escaped}")).push("))")
}

/// Beginning with the token keeps the token itself from being found, and names the tenant to PostgreSQL's index.
fn search_text_like(sql: Sql, scope: Scope, pattern: &str) -> Sql {
    like(sql, "u.search_text", format!("{}{pattern}", tenant_token(scope.tenant)))
}

/// On SQLite the index is a table that is asked beforehand; PostgreSQL's serves LIKE itself.
fn candidates(sql: Sql, scope: Scope, form: &str) -> Sql {
    match scope.dialect {
        Dialect::Sqlite => match trigram::expression(scope.tenant, form) {
            Some(expression) => sql
                .push("u.key IN (SELECT rowid FROM user_search WHERE user_search MATCH ")
                .bind(expression)
                .push(") AND "),
            None => sql,
        },
        Dialect::Postgres => sql,
    }
}
