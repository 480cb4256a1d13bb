//! What a list of users is filtered by: `q`, and parameters for what is asked for most, all of which must hold.

use anteroom_model::advanced_search::{self, AdvancedSearch};
use anteroom_model::query::{self, Bound, Pattern, Query as Search};
use anteroom_model::{Refusal, Status, codes};

use super::list::UserListQuery;
use crate::management::paging::out_of_range;

/// The filter, and a text that is the same for the same filter.
pub struct Filter {
    /// The condition.
    pub query: Search,
    /// What those it finds are held against.
    pub search: Option<AdvancedSearch>,
    /// What cursors of the list are bound to.
    pub text: String,
}

/// The filter that the parameters make; `advanced` are those of the advanced search.
///
/// # Errors
/// `invalid_query_string` naming the parameter, `invalid_search_query` when `q` is not understood.
pub fn read(wanted: &UserListQuery, advanced: &[(String, String)]) -> Result<Filter, Refusal> {
    let mut parts = Vec::new();
    if let Some(status) = wanted.status.as_deref() {
        if !Status::ALL.iter().any(|known| known.name() == status) {
            return Err(out_of_range("status", "must be a status"));
        }
        parts.push(term("status", status));
    }
    if let Some(role) = wanted.role.as_deref() {
        if !role.starts_with("rol_") {
            return Err(out_of_range("role", "must be the id of a role"));
        }
        parts.push(term("roles", role));
    }
    parts.extend(wanted.connection.as_deref().map(|name| term("identities.connection", name)));
    let flag = |field, value: Option<bool>| value.map(|value| term(field, if value { "true" } else { "false" }));
    parts.extend(flag("email_verified", wanted.email_verified));
    parts.extend(flag("phone_verified", wanted.phone_verified));
    let created = (("created_from", &wanted.created_from), ("created_to", &wanted.created_to));
    parts.extend(between("created_at", created.0, created.1)?);
    let last_login = (("last_login_from", &wanted.last_login_from), ("last_login_to", &wanted.last_login_to));
    parts.extend(between("last_login", last_login.0, last_login.1)?);
    match words(wanted.q.as_deref())? {
        Search::Everything => {}
        found => parts.push(found),
    }
    let pairs = advanced.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let search = advanced_search::parse(pairs)?;
    parts.extend(search.as_ref().map(AdvancedSearch::query));
    let search = search.filter(|search| !search.is_query());
    let mut text = if parts.is_empty() { String::new() } else { format!("{parts:?}") };
    if search.is_some() {
        text.push_str(&format!("{advanced:?}"));
    }
    let query = match (parts.pop(), parts.is_empty()) {
        (None, _) => Search::Everything,
        (Some(only), true) => only,
        (Some(last), false) => {
            parts.push(last);
            Search::And(parts)
        }
    };
    Ok(Filter { query, search, text })
}

fn words(q: Option<&str>) -> Result<Search, Refusal> {
    // Not trimmed: white space at the end may be escaped.
    match q {
        None => Ok(Search::Everything),
        Some(text) => query::parse(text).map_err(|error| {
            let message = format!("{} (at position {})", error.message, error.position);
            Refusal::new(&codes::INVALID_SEARCH, message).field("q")
        }),
    }
}

fn term(field: &str, value: &str) -> Search {
    Search::Term { field: Some(field.to_owned()), pattern: Pattern::Phrase(value.to_owned()) }
}

/// Times from the beginning of one day or moment to the end of another.
fn between(
    field: &str,
    (from_name, from): (&str, &Option<String>),
    (to_name, to): (&str, &Option<String>),
) -> Result<Option<Search>, Refusal> {
    let (from, to) = (bound(from_name, from.as_deref())?, bound(to_name, to.as_deref())?);
    if from.is_none() && to.is_none() {
        return Ok(None);
    }
    Ok(Some(Search::Term { field: Some(field.to_owned()), pattern: Pattern::Range { from, to } }))
}

fn bound(name: &str, text: Option<&str>) -> Result<Option<Bound>, Refusal> {
    let Some(text) = text else { return Ok(None) };
    if query::period(text).is_none() {
        return Err(out_of_range(name, "must be a date such as 2026-11-20 or a time such as 2026-11-20T06:32:25Z"));
    }
    Ok(Some(Bound { text: text.to_owned(), is_inclusive: true, is_quoted: false }))
}
