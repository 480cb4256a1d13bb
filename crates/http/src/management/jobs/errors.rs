//! `GET /api/v2/jobs/{id}/errors`

use anteroom_accounts::jobs;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Read what went wrong in a job
///
/// Nothing, so far: no job there is takes several users.
#[utoipa::path(
    get, path = "/api/v2/jobs/{id}/errors", tag = "jobs", operation_id = "get_errors",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The job's id")),
    responses(
        (status = 204, description = "Nothing went wrong"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope create:users or read:users is missing", body = ErrorBody),
        (status = 404, description = "There is no such job", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_job_errors(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users", "read:users"])?;
    query.none()?;
    let Id(id) = id?;
    jobs::find_job(caller.services(), context, &id).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
