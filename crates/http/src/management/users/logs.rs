//! `GET /api/v2/users/{id}/logs`

use anteroom_accounts::events::{self, EventPage};
use anteroom_store::event::EventFilter;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::management::logs::{self, view::LogList, view::LogView};
use crate::management::paging::{Asked, Page};
use crate::reply;

/// Which part.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UserLogsQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Events of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// `date:1` for the oldest first; `date:-1`, the newest first, by default.
    #[param(pattern = "^date:-?1$")]
    sort: Option<String>,
    /// Whether the answer is an object that tells the number of all events found, counted up to 100,000.
    include_totals: Option<bool>,
    /// Only those that this finds too, as in `GET /api/v2/logs`: `type:(s OR f OR fp) AND ip:192.0.2.7`.
    #[param(max_length = 1024)]
    q: Option<String>,
    /// The `log_id` of the last event of the page before, instead of `page`: as deep as one likes, with any `q` and `sort`.
    #[param(min_length = 1)]
    after: Option<String>,
}

/// List what a user did and what was done to it
#[utoipa::path(
    get, path = "/api/v2/users/{id}/logs", tag = "users", operation_id = "get_logs_by_user",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id; deleted ones have their record still"), UserLogsQuery),
    responses(
        (status = 200, description = "An array of log events; with include_totals=true {start, limit, length, total, logs}", body = LogList),
        (status = 400, description = "The id or a parameter is malformed or out of range, or q is not understood", body = ErrorBody),
        (status = 403, description = "Scope read:logs or read:logs_users is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_user_logs(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:logs", "read:logs_users"])?;
    let (Id(user_id), wanted) = (id?, query.read::<UserLogsQuery>()?);
    let asked = Asked {
        page: wanted.page,
        per_page: wanted.per_page,
        include_totals: wanted.include_totals,
        ..Asked::default()
    };
    let (start, limit, totals) = asked.check()?.by_number()?;
    let filter = EventFilter::All(vec![EventFilter::of_user(&user_id), logs::filter::filter(wanted.q.as_deref())?]);
    let page = EventPage {
        filter,
        newest_first: logs::newest_first(wanted.sort.as_deref())?,
        after: logs::after(wanted.after, wanted.page)?,
        offset: start,
        limit,
        with_total: totals,
    };
    let (found, total) = events::list_events(caller.services(), context, page).await?;
    let rows = found.iter().map(LogView::new).collect();
    Ok(reply::json(StatusCode::OK, &Page::by_number("logs", rows, start, limit, total)))
}
