//! `POST /api/v2/jobs/{id}/cancel`

use anteroom_accounts::jobs;
use anteroom_model::job::JobKind;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::JobView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Cancel a job
///
/// What it has done stays done, and nothing more is done. Whoever may ask for such a job may cancel one.
#[utoipa::path(
    post, path = "/api/v2/jobs/{id}/cancel", tag = "jobs", operation_id = "post_cancel_job",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The job's id")),
    responses(
        (status = 200, description = "The job", body = JobView),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "The scope to ask for such a job is missing: create:users for an import, read:users for an export", body = ErrorBody),
        (status = 404, description = "There is no such job", body = ErrorBody),
        (status = 409, description = "The job is over already", body = ErrorBody),
        Refusals
    )
)]
pub async fn cancel_job(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users", "read:users"])?;
    query.none()?;
    let Id(id) = id?;
    let stored = jobs::find_job(caller.services(), context, &id).await?;
    caller.holding(match stored.job.kind {
        JobKind::UsersImport => &["create:users"],
        JobKind::UsersExport => &["read:users"],
        JobKind::VerificationEmail => &["update:users"],
    })?;
    let cancelled = jobs::cancel_job(caller.services(), context, &stored).await?;
    Ok(reply::json(StatusCode::OK, &JobView::whole(&cancelled, context.now())))
}
