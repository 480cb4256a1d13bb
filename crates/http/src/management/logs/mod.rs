//! `/api/v2/logs`

pub mod codes;
pub mod filter;
pub mod get;
pub mod list;
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
