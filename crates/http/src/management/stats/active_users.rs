//! `GET /api/v2/stats/active-users`

use anteroom_accounts::stats;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::reply;

/// Tell how many users signed in within 30 days
///
/// Each once, today included; also those who were deleted since.
#[utoipa::path(
    get, path = "/api/v2/stats/active-users", tag = "stats", operation_id = "get_active-users",
    responses(
        (status = 200, description = "How many", body = i64, content_type = "application/json"),
        (status = 400, description = "There are no parameters", body = ErrorBody),
        (status = 403, description = "Scope read:stats is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn count_active_users(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:stats"])?;
    query.none()?;
    Ok(reply::json(StatusCode::OK, &stats::active_users(caller.services(), context).await?))
}
