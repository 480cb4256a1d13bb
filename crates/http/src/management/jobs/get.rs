//! `GET /api/v2/jobs/{id}`

use anteroom_accounts::jobs;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::JobView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Read a job
///
/// Jobs are known for a day.
#[utoipa::path(
    get, path = "/api/v2/jobs/{id}", tag = "jobs", operation_id = "get_jobs_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The job's id")),
    responses(
        (status = 200, description = "The job", body = JobView),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope create:users or read:users is missing", body = ErrorBody),
        (status = 404, description = "There is no such job", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_job(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users", "read:users"])?;
    query.none()?;
    let Id(id) = id?;
    let job = jobs::find_job(caller.services(), context, &id).await?;
    Ok(reply::json(StatusCode::OK, &JobView::new(&job)))
}
