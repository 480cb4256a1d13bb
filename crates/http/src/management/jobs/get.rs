//! `GET /api/v2/jobs/{id}`

use anteroom_accounts::jobs;
use anteroom_model::job::{JobKind, JobStatus};
use axum::Extension;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::JobView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::origin::Arrival;
use crate::reply;

/// Read a job
///
/// Jobs are known for a day after their end.
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
pub async fn get_job(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    Extension(arrival): Extension<Arrival>,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users", "read:users"])?;
    query.none()?;
    let Id(id) = id?;
    let stored = jobs::find_job(caller.services(), context, &id).await?;
    let mut view = JobView::whole(&stored, context.now());
    let has_file = stored.job.kind == JobKind::UsersExport && stored.job.status == JobStatus::Completed;
    // Whoever may only make users does not get to read all of them.
    if has_file && context.actor.holds("read:users") {
        let token = jobs::file_token(caller.services(), context, &id);
        view = view.at(format!("{}/api/v2/jobs/{id}/file?token={token}", arrival.origin));
    }
    Ok(reply::json(StatusCode::OK, &view))
}
