//! The fields that can be searched, and how those in `users` are asked for.

use anteroom_model::query::Pattern;

use super::compare::{Form, compare, like, like_pattern};
use super::{Scope, SearchError, choice, locked, related, time, words};
use crate::db::Sql;

/// The column of a text of `users u`, and how it is compared.
pub(super) fn column(field: &str) -> Option<(&'static str, Form)> {
    Some(match field {
        "email" => ("u.email_key", Form::Folded),
        "username" => ("u.username_key", Form::Folded),
        "phone_number" => ("u.phone_key", Form::Folded),
        "name" => ("u.name_key", Form::Folded),
        "nickname" => ("u.nickname_key", Form::Folded),
        "given_name" => ("u.given_name_key", Form::Folded),
        "family_name" => ("u.family_name_key", Form::Folded),
        "public_id" => ("u.public_id", Form::Folded),
        "user_id" => ("u.user_id", Form::Stored),
        "external_id" => ("u.external_id", Form::Stored),
        _ => return None,
    })
}

/// Adds the condition of a term with a field, in brackets where it needs them.
///
/// # Errors
/// When there is no such field, or the pattern does not fit it.
pub(super) fn term(sql: Sql, scope: Scope, field: &str, pattern: &Pattern) -> Result<Sql, SearchError> {
    if let Some((column, form)) = column(field) {
        let formed = form.pattern(pattern);
        return Ok(match field {
            "external_id" => text(sql.push("(u.external_id IS NOT NULL AND "), scope, column, form, &formed).push(")"),
            _ => text(sql, scope, column, form, &formed),
        });
    }
    if field == "email.domain" {
        return domain(sql, scope, pattern);
    }
    if let Some(condition) = choice::condition(field, pattern)? {
        return Ok(condition.add(sql));
    }
    if let Some(locked) = locked::condition(field, pattern)? {
        return Ok(locked.add(sql, scope));
    }
    if let Some(condition) = time::condition(field, pattern)? {
        return Ok(condition.add(sql, scope));
    }
    Ok(related::rows(scope, field, pattern)?.add(sql, scope))
}

/// A column whose values stand in the search text too, and where an empty text stands for none.
fn text(sql: Sql, scope: Scope, column: &str, form: Form, formed: &Pattern) -> Sql {
    match formed {
        Pattern::Exact(text) if text.is_empty() => sql.push("false"),
        Pattern::Suffix(_) | Pattern::Contains(_) | Pattern::Wildcard(_) => {
            let sql = words::candidates(sql.push("("), scope, form, &pieces(formed));
            compare(sql, column, form, formed).push(")")
        }
        _ => compare(sql, column, form, formed),
    }
}

/// The texts that a value of this pattern holds.
pub(super) fn pieces(pattern: &Pattern) -> Vec<String> {
    match pattern {
        Pattern::Suffix(text) | Pattern::Contains(text) => vec![text.clone()],
        Pattern::Wildcard(pieces) => pieces.clone(),
        _ => Vec::new(),
    }
}

/// The texts that an address whose domain matches the folded pattern holds one behind the other, the last at its end or
/// empty. The `@` is in an address only once.
pub(super) fn domain_pieces(formed: &Pattern) -> Vec<String> {
    let behind_at = |pieces: &[&str]| match pieces {
        // Where the domain begins with anything, the `@` stands somewhere before the rest.
        ["", rest @ ..] => ["", "@"].iter().chain(rest).map(|piece| (*piece).to_owned()).collect(),
        [first, rest @ ..] => {
            let mut found = vec![String::new(), format!("@{first}")];
            found.extend(rest.iter().map(|piece| (*piece).to_owned()));
            found
        }
        [] => Vec::new(),
    };
    match formed {
        Pattern::Exact(text) | Pattern::Phrase(text) => behind_at(&[text]),
        Pattern::Prefix(text) => behind_at(&[text, ""]),
        Pattern::Suffix(text) => behind_at(&["", text]),
        Pattern::Contains(text) => behind_at(&["", text, ""]),
        Pattern::Wildcard(pieces) => behind_at(&pieces.iter().map(String::as_str).collect::<Vec<_>>()),
        Pattern::Any | Pattern::Range { .. } => Vec::new(),
    }
}

fn domain(sql: Sql, scope: Scope, pattern: &Pattern) -> Result<Sql, SearchError> {
    let formed = Form::Folded.pattern(pattern);
    match &formed {
        Pattern::Any => return Ok(compare(sql, "u.email_key", Form::Folded, &formed)),
        Pattern::Range { .. } => return Err(SearchError::wrong("email.domain", "has no ranges")),
        // Every address has a domain; a text that ends in `@` would find those that end so.
        Pattern::Exact(text) if text.is_empty() => return Ok(sql.push("false")),
        _ => {}
    }
    let pieces = domain_pieces(&formed);
    let sql = words::candidates(sql.push("("), scope, Form::Folded, &pieces);
    Ok(like(sql, "u.email_key", like_pattern(&pieces)).push(")"))
}
