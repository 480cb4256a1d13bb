//! `GET /api/v2/logs`

use anteroom_accounts::events::{self, EventPage};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::{LogView, PartialLogList};
use super::{after, filter, mixed, newest_first};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::fields::Fields;
use crate::management::paging::{Page, Paging, asked, out_of_range};
use crate::reply;

/// Which events, which part of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LogListQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Events of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// `date:1` for the oldest first; `date:-1`, the newest first, by default.
    #[param(pattern = "^date:-?1$")]
    sort: Option<String>,
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
    /// Whether the answer is an object that tells the number of all events found, counted up to 100,000.
    include_totals: Option<bool>,
    /// Terms on `type`, `description`, `date`, `user_id`, `user_name`, `client_id`, `client_name`, `connection`, `ip`,
    /// `user_agent`, `correlation_id` and `log_id`, or words without a field: `type:(f OR fp) AND date:[2026-01-01 TO *]`. docs/search.md
    /// shows the syntax.
    #[param(max_length = 1024)]
    q: Option<String>,
    /// The `log_id` of the last event of the page before, instead of `page`: as deep as one likes, with any `q` and `sort`.
    #[param(min_length = 1)]
    after: Option<String>,
    /// The id of the event to go on from, in the order in which events became visible; `q` does not count then.
    #[param(min_length = 1)]
    from: Option<String>,
    /// Events behind it, 50 by default; without `from` from the first event on.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
}

/// List log events
///
/// By page, newest first; or by `from` and `take`, oldest first: whoever goes on from the last `log_id` of each answer
/// misses no event, whatever is written meanwhile.
#[utoipa::path(
    get, path = "/api/v2/logs", tag = "logs", operation_id = "get_logs",
    params(LogListQuery),
    responses(
        (status = 200, description = "An array of log events; with include_totals=true {start, limit, length, total, logs}", body = PartialLogList),
        (status = 400, description = "A parameter is malformed or out of range, both kinds of paging are mixed, from names no event, or q is not understood", body = ErrorBody),
        (status = 403, description = "Scope read:logs is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_logs(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:logs"])?;
    let wanted: LogListQuery = query.read()?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    Ok(match asked!(wanted).check()? {
        Paging::Checkpoint { .. } if wanted.after.is_some() => return Err(mixed().into()),
        Paging::Checkpoint { from, take } => {
            if from.is_some_and(str::is_empty) {
                return Err(out_of_range("from", "must be the id of a log event").into());
            }
            let found = events::read_on(caller.services(), context, from, take).await?;
            let rows: Vec<_> = found.iter().map(|event| fields.of(LogView::new(event))).collect();
            reply::json(StatusCode::OK, &rows)
        }
        Paging::Offset { start, limit, totals } => {
            let page = EventPage {
                filter: filter::filter(wanted.q.as_deref())?,
                newest_first: newest_first(wanted.sort.as_deref())?,
                after: after(wanted.after, wanted.page)?,
                offset: start,
                limit,
                with_total: totals,
            };
            let (found, total) = events::list_events(caller.services(), context, page).await?;
            let rows = found.iter().map(|event| fields.of(LogView::new(event))).collect();
            reply::json(StatusCode::OK, &Page::by_number("logs", rows, start, limit, total))
        }
    })
}
