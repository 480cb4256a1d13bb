//! What the indexes are asked for: a query that leaves nobody out.

use super::{AdvancedSearch, Field, Item, Joint, Test};
use crate::query::{MINIMUM_LITERAL, Pattern, Query};
use crate::text::{fold, search_form};

pub(super) fn query(search: &AdvancedSearch) -> Query {
    let parts: Vec<_> = search.items.iter().map(item).collect();
    match search.joint {
        Joint::And => all(parts),
        Joint::Or => any(parts),
    }
}

fn item(item: &Item) -> Query {
    any(item.fields.iter().flat_map(|field| names(*field)).map(|name| test(name, &item.test)).collect())
}

/// The fields of the query language.
fn names(field: Field) -> &'static [&'static str] {
    match field {
        Field::Id => &["user_id", "public_id"],
        Field::PrimaryEmail => &["email"],
        Field::PrimaryPhone => &["phone_number"],
        Field::Username => &["username"],
        Field::Name => &["name"],
    }
}

fn test(field: &str, test: &Test) -> Query {
    match test {
        Test::Exact { values, .. } => {
            any(values.iter().map(|value| term(field, Pattern::Phrase(value.clone()))).collect())
        }
        Test::Part { text, case_sensitive: false } => term(field, part(text)),
        Test::Part { text, case_sensitive: true } => term(field, candidates(text)),
        Test::Pattern { literal, .. } => term(field, literal.as_deref().map_or(Pattern::Any, candidates)),
    }
}

/// What finds all values that hold the text as it stands, if the index can.
///
/// Folding joins some letters to the sign behind them (`か` and a voicing mark become `が`), so that the folded value
/// need not hold the folded text: only scripts without such signs are asked for.
fn candidates(text: &str) -> Pattern {
    let stands_alone = |letter: char| letter <= '\u{24F}' || ('\u{3400}'..='\u{9FFF}').contains(&letter);
    let is_long = search_form(text).chars().count() >= MINIMUM_LITERAL;
    if is_long && text.chars().all(stands_alone) { part(text) } else { Pattern::Any }
}

fn part(text: &str) -> Pattern {
    if fold(text).is_empty() { Pattern::Any } else { Pattern::Contains(text.to_owned()) }
}

fn term(field: &str, pattern: Pattern) -> Query {
    Query::Term { field: Some(field.to_owned()), pattern }
}

fn any(mut parts: Vec<Query>) -> Query {
    if parts.len() == 1 { parts.swap_remove(0) } else { Query::Or(parts) }
}

fn all(mut parts: Vec<Query>) -> Query {
    if parts.len() == 1 { parts.swap_remove(0) } else { Query::And(parts) }
}
