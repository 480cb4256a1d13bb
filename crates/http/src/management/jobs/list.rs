//! `GET /api/v2/jobs`

use anteroom_accounts::jobs::{self, JobList};
use anteroom_model::job::JobKind;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::view::JobView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::checkpoint::checkpoint;
use crate::management::paging::out_of_range;
use crate::reply;

/// Which jobs.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct JobListQuery {
    /// Only jobs that do this.
    #[param(pattern = "^(verification_email|users_import|users_export)$")]
    r#type: Option<String>,
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Jobs of a page, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
}

/// Jobs, the newest first.
#[derive(Serialize, ToSchema)]
#[schema(as = JobList)]
pub struct JobListView {
    /// The jobs.
    jobs: Vec<JobView>,
    /// The cursor to the jobs after these; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// List jobs
///
/// The newest first; jobs are known for a day after their end.
#[utoipa::path(
    get, path = "/api/v2/jobs", tag = "jobs", operation_id = "get_jobs",
    params(JobListQuery),
    responses(
        (status = 200, description = "The jobs", body = JobListView),
        (status = 400, description = "A parameter is malformed or out of range, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope create:users or read:users is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_jobs(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users", "read:users"])?;
    let wanted: JobListQuery = query.read()?;
    let page = checkpoint(wanted.from.as_deref(), wanted.take)?;
    let kind = |name: &str| JobKind::parse(name).ok_or_else(|| out_of_range("type", "must be a type of jobs"));
    let list = JobList {
        kind: wanted.r#type.as_deref().map(kind).transpose()?,
        before: Some(page.after).filter(|before| *before > 0),
        limit: page.take,
    };
    let (found, next) = jobs::list_jobs(caller.services(), context, list).await?;
    let jobs = found.iter().map(|stored| JobView::whole(stored, context.now())).collect();
    Ok(reply::json(StatusCode::OK, &JobListView { jobs, next: next.map(|next| next.to_string()) }))
}
