//! The fields that can be searched, and how those in `users` are asked for.

use anteroom_model::query::Pattern;
use anteroom_model::text::{escape_like, fold};
use anteroom_model::{PlatformRole, Status};

use super::compare::{compare, in_form, like};
use super::{Scope, SearchError, related, words};
use crate::db::Sql;

/// Adds the condition of a term with a field, in brackets where it needs them.
///
/// # Errors
/// When there is no such field, or the pattern does not fit it.
pub(super) fn term(sql: Sql, scope: Scope, field: &str, pattern: &Pattern) -> Result<Sql, SearchError> {
    match field {
        "email" => Ok(folded(sql, scope, "u.email_key", pattern)),
        "email.domain" => Ok(domain(sql, scope, &in_form(pattern, fold))),
        "username" => Ok(folded(sql, scope, "u.username_key", pattern)),
        "phone_number" => Ok(folded(sql, scope, "u.phone_key", pattern)),
        "name" => Ok(folded(sql, scope, "u.name_key", pattern)),
        "nickname" => Ok(folded(sql, scope, "u.nickname_key", pattern)),
        "given_name" => Ok(folded(sql, scope, "u.given_name_key", pattern)),
        "family_name" => Ok(folded(sql, scope, "u.family_name_key", pattern)),
        "public_id" => Ok(folded(sql, scope, "u.public_id", pattern)),
        "user_id" => Ok(text(sql, scope, "u.user_id", &in_form(pattern, str::to_owned))),
        "external_id" => {
            let sql = sql.push("(u.external_id IS NOT NULL AND ");
            Ok(text(sql, scope, "u.external_id", &in_form(pattern, str::to_owned)).push(")"))
        }
        "email_verified" => flag(sql, field, "u.email_verified", pattern),
        "phone_verified" => flag(sql, field, "u.phone_verified", pattern),
        "blocked" => flag(sql, field, "u.status IN ('suspended', 'deactivated', 'archived')", pattern),
        "status" => status(sql, field, pattern),
        "platform_role" => platform_role(sql, field, pattern),
        _ => related::term(sql, scope, field, pattern),
    }
}

fn folded(sql: Sql, scope: Scope, column: &str, pattern: &Pattern) -> Sql {
    text(sql, scope, column, &in_form(pattern, fold))
}

/// A column whose values stand in the search text too, and where an empty text stands for none.
fn text(sql: Sql, scope: Scope, column: &str, pattern: &Pattern) -> Sql {
    match pattern {
        Pattern::Exact(text) if text.is_empty() => sql.push("false"),
        Pattern::Suffix(part) | Pattern::Contains(part) => {
            compare(words::holds(sql.push("("), scope, part).push(" AND "), column, pattern).push(")")
        }
        _ => compare(sql, column, pattern),
    }
}

/// What stands behind the `@`, which is in an address only once.
fn domain(sql: Sql, scope: Scope, pattern: &Pattern) -> Sql {
    let (part, before, behind) = match pattern {
        Pattern::Any => return compare(sql, "u.email_key", pattern),
        Pattern::Exact(text) | Pattern::Phrase(text) => (format!("@{text}"), "%", ""),
        Pattern::Prefix(text) => (format!("@{text}"), "%", "%"),
        Pattern::Suffix(text) => (text.clone(), "%", ""),
        Pattern::Contains(text) => (text.clone(), "%@%", "%"),
    };
    if matches!(pattern, Pattern::Suffix(_)) && part.contains('@') {
        return sql.push("false");
    }
    let sql = words::holds(sql.push("("), scope, &part).push(" AND ");
    like(sql, "u.email_key", format!("{before}{}{behind}", escape_like(&part))).push(")")
}

fn flag(sql: Sql, field: &str, condition: &str, pattern: &Pattern) -> Result<Sql, SearchError> {
    match chosen(field, &["true", "false"], pattern)? {
        None => Ok(sql.push("true")),
        Some("true") => Ok(sql.push(condition)),
        Some(_) => Ok(sql.push("NOT (").push(condition).push(")")),
    }
}

fn status(sql: Sql, field: &str, pattern: &Pattern) -> Result<Sql, SearchError> {
    Ok(match chosen(field, &Status::ALL.map(Status::name), pattern)? {
        None => sql.push("true"),
        Some(name) => sql.push("u.status = ").bind(name),
    })
}

fn platform_role(sql: Sql, field: &str, pattern: &Pattern) -> Result<Sql, SearchError> {
    Ok(match chosen(field, &PlatformRole::ALL.map(PlatformRole::name), pattern)? {
        None => sql.push("true"),
        Some("user") => sql.push("u.platform_role = 'user'"),
        // The second condition is the one of the small index of administrators, which SQLite uses for no other words.
        Some(name) => sql.push("(u.platform_role = ").bind(name).push(" AND u.platform_role <> 'user')"),
    })
}

/// Which of the names the pattern is; `None` for any, which every user has.
fn chosen(field: &str, names: &[&'static str], pattern: &Pattern) -> Result<Option<&'static str>, SearchError> {
    let found = match pattern {
        Pattern::Any => return Ok(None),
        Pattern::Exact(text) | Pattern::Phrase(text) => names.iter().find(|name| **name == fold(text)),
        Pattern::Prefix(_) | Pattern::Suffix(_) | Pattern::Contains(_) => None,
    };
    found.copied().map(Some).ok_or_else(|| SearchError::WrongValue {
        field: field.to_owned(),
        message: format!("must be one of {}", names.join(", ")),
    })
}
