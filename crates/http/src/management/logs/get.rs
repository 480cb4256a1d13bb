//! `GET /api/v2/logs/{id}`

use anteroom_accounts::events;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::LogView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Read a log event
#[utoipa::path(
    get, path = "/api/v2/logs/{id}", tag = "logs", operation_id = "get_logs_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The event's id")),
    responses(
        (status = 200, description = "The event", body = LogView),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:logs is missing", body = ErrorBody),
        (status = 404, description = "There is no such event", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_log(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:logs"])?;
    query.none()?;
    let Id(id) = id?;
    let event = events::find_event(caller.services(), context, &id).await?;
    Ok(reply::json(StatusCode::OK, &LogView::new(&event)))
}
