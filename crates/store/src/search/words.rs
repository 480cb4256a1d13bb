//! The search text: what plain words find users by.
//!
//! `users.search_text` is the tenant's token and, a line each, the search forms of the ids, names, address, username
//! and number (see [`anteroom_model::User::search_keys`]). Folded text has no line breaks, so that a line break before
//! or behind a text means the beginning or the end of a field.

use anteroom_model::query::{MINIMUM_LITERAL, Pattern};
use anteroom_model::text::{escape_like, search_form};

use super::compare::{Form, begins, compare, like, like_pattern};
use super::{Scope, tenant_token, trigram};
use crate::db::Sql;

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
        _ if is_short(pattern) => short(sql, &Form::Folded.pattern(pattern)),
        Pattern::Exact(text) | Pattern::Phrase(text) | Pattern::Contains(text) => holds(sql, scope, text),
        Pattern::Prefix(text) => begins_field(sql, scope, text),
        Pattern::Suffix(text) => ends_field(sql, scope, text),
        Pattern::Wildcard(pieces) => several(sql, scope, pieces),
        // The parser gives neither without a field.
        Pattern::Range { .. } => sql.push("false"),
        Pattern::Any => sql.push("true"),
    }
}

/// Whether the pattern has no part that the index could find, but a beginning.
pub(super) fn is_short(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) | Pattern::Prefix(text) => !is_long(text),
        Pattern::Wildcard(pieces) => !pieces.iter().any(|piece| is_long(piece)),
        _ => false,
    }
}

fn is_long(text: &str) -> bool {
    search_form(text).chars().count() >= MINIMUM_LITERAL
}

fn short(mut sql: Sql, folded: &Pattern) -> Sql {
    for (index, key) in KEYS.into_iter().enumerate() {
        sql = sql.push(if index == 0 { "(" } else { " OR " });
        sql = match folded {
            Pattern::Exact(text) => begins(sql, key, text),
            _ => compare(sql, key, Form::Folded, folded),
        };
    }
    sql.push(")")
}

/// What the index is asked for when a term without a field is to be found that is not short, and whether that is the
/// whole truth; `None` when the index cannot find it.
pub(super) fn trigrams(scope: Scope, pattern: &Pattern) -> Option<(String, bool)> {
    let forms = match pattern {
        Pattern::Exact(text) | Pattern::Phrase(text) | Pattern::Contains(text) => {
            let form = search_form(text);
            let is_whole = trigram::is_one(scope.tenant, &form);
            return Some((trigram::all_of(&[form])?, is_whole));
        }
        Pattern::Suffix(text) => vec![search_form(text)],
        Pattern::Prefix(text) => vec![format!("\n{}", search_form(text))],
        Pattern::Wildcard(pieces) => forms_of(pieces),
        Pattern::Range { .. } | Pattern::Any => return None,
    };
    Some((trigram::all_of(&forms)?, false))
}

/// What the index is asked for when all these texts are to be found.
pub(super) fn trigrams_of(pieces: &[String]) -> Option<String> {
    trigram::all_of(&pieces.iter().map(|piece| search_form(piece)).collect::<Vec<_>>())
}

/// The forms of the parts of a pattern; the first stands behind a line break.
fn forms_of(pieces: &[String]) -> Vec<String> {
    let mut forms: Vec<String> = pieces.iter().map(|piece| search_form(piece)).collect();
    if let Some(first) = forms.first_mut().filter(|first| !first.is_empty()) {
        first.insert(0, '\n');
    }
    forms
}

/// Adds the condition that a field of the search text contains the text, in brackets.
fn holds(sql: Sql, scope: Scope, text: &str) -> Sql {
    let form = search_form(text);
    if scope.asks_index() && trigram::is_one(scope.tenant, &form) {
        return among(sql.push("("), scope, &[form]).push("true)");
    }
    let pattern = format!("\n%{}%", escape_like(&form));
    let sql = among(sql.push("("), scope, &[form]);
    search_text_like(sql, scope, &pattern).push(")")
}

fn begins_field(sql: Sql, scope: Scope, text: &str) -> Sql {
    let form = format!("\n{}", search_form(text));
    let pattern = format!("%{}%", escape_like(&form));
    let sql = among(sql.push("("), scope, &[form]);
    search_text_like(sql, scope, &pattern).push(")")
}

fn ends_field(sql: Sql, scope: Scope, text: &str) -> Sql {
    let form = search_form(text);
    let escaped = escape_like(&form);
    let sql = among(sql.push("("), scope, &[form]).push("(");
    let sql = search_text_like(sql, scope, &format!("\n%{escaped}\n%")).push(" OR ");
    search_text_like(sql, scope, &format!("\n%{escaped}")).push("))")
}

/// Adds the condition that one field holds these parts in this order: the search text says in which rows to look, each
/// field by itself whether it holds them all. The external id has no folded form beside the search text and is compared
/// as it is.
fn several(sql: Sql, scope: Scope, pieces: &[String]) -> Sql {
    let folded = Form::Folded.pattern(&Pattern::Wildcard(pieces.to_vec()));
    let mut sql = in_order(sql.push("("), scope, pieces).push("(");
    for key in KEYS.into_iter().chain(["u.public_id", "lower(u.user_id)"]) {
        sql = compare(sql, key, Form::Folded, &folded).push(" OR ");
    }
    let pattern = like_pattern(pieces).to_ascii_lowercase();
    like(sql.push("(u.external_id IS NOT NULL AND "), "lower(u.external_id)", pattern).push(")))")
}

/// Adds the condition that the search text holds these parts in this order, and `AND`.
fn in_order(sql: Sql, scope: Scope, pieces: &[String]) -> Sql {
    let forms = forms_of(pieces);
    let pattern = format!("%{}%", like_pattern(&forms));
    search_text_like(among(sql, scope, &forms), scope, &pattern).push(" AND ")
}

/// Adds what finds the rows in which a field may hold these parts in this order, and `AND`; the caller adds the
/// condition on the field itself, which is the whole truth of a folded column. Ids that are compared as stored must be
/// found by their folded form too, alike on both engines.
pub(super) fn candidates(sql: Sql, scope: Scope, form: Form, pieces: &[String]) -> Sql {
    let forms: Vec<String> = pieces.iter().map(|piece| search_form(piece)).collect();
    let pattern = format!("\n%{}%", like_pattern(&forms));
    match (form, scope.is_sqlite()) {
        (Form::Folded, true) => among(sql, scope, &forms),
        _ => search_text_like(among(sql, scope, &forms), scope, &pattern).push(" AND "),
    }
}

/// Beginning with the token keeps the token itself from being found, and names the tenant to PostgreSQL's index.
fn search_text_like(sql: Sql, scope: Scope, pattern: &str) -> Sql {
    like(sql, "u.search_text", format!("{}{pattern}", tenant_token(scope.tenant)))
}

/// On SQLite the index is a table that is asked beforehand; PostgreSQL's serves LIKE itself. Adds `AND` behind it.
fn among(sql: Sql, scope: Scope, forms: &[String]) -> Sql {
    match trigram::all_of(forms).filter(|_| scope.asks_index()) {
        Some(trigrams) => sql
            .push("u.key IN (SELECT rowid FROM user_search WHERE user_search MATCH ")
            .bind(trigram::of_tenant(scope.tenant, &trigrams))
            .push(") AND "),
        None => sql,
    }
}
