//! `/api/v2/logs`

pub mod codes;
mod details;
pub mod filter;
pub mod get;
pub mod list;
mod location;
mod matching;
pub mod view;

use anteroom_model::Refusal;

use super::paging::out_of_range;

/// Whether the newest events come first: they do unless `date:1` is asked for.
///
/// # Errors
/// `invalid_query_string`.
pub fn newest_first(sort: Option<&str>) -> Result<bool, Refusal> {
    match sort {
        None | Some("date:-1") => Ok(true),
        Some("date:1") => Ok(false),
        Some(_) => Err(out_of_range("sort", "must be date:1 or date:-1")),
    }
}

/// The event behind which a page begins.
///
/// # Errors
/// `invalid_paging` when a page's number is said too; `invalid_query_string` when it is empty.
pub fn after(after: Option<String>, page: Option<u32>) -> Result<Option<String>, Refusal> {
    match after {
        Some(_) if page.is_some() => Err(mixed()),
        Some(id) if id.is_empty() => Err(out_of_range("after", "must be the id of a log event")),
        other => Ok(other),
    }
}

/// The refusal of several ways to say where a page begins.
pub fn mixed() -> Refusal {
    Refusal::new(&anteroom_model::codes::INVALID_PAGING, "Use one of page, after, and from with take.").field("after")
}
