//! `GET /api/v2/jobs/{id}/errors`

use anteroom_accounts::{Services, jobs};
use anteroom_model::TenantId;
use anteroom_model::job::JobStatus;
use anteroom_store::job::EntryErrors;
use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use futures_util::stream;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::view::JobView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::management::checkpoint::checkpoint;
use crate::reply;

/// Rows read at once.
const AT_ONCE: i64 = 200;

/// Which part of the errors.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct JobErrorsQuery {
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Entries of a page. Without this and `from` all of them are answered, as an array.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
}

/// What went wrong in a job.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = JobErrors)]
#[expect(dead_code, reason = "it describes the three forms of the answer")]
pub enum JobErrorsView {
    /// The entries of its file that something was wrong with.
    Entries(Vec<EntryView>),
    /// A page of them.
    Page(EntryPage),
    /// The job, if it failed as a whole.
    Job(Box<JobView>),
}

/// An entry of a file that something was wrong with.
#[derive(Serialize, ToSchema)]
#[schema(as = JobEntryErrors)]
pub struct EntryView {
    /// The entry's place in the file, from 0.
    position: i64,
    /// The entry as it was sent, but for secrets.
    #[schema(value_type = Object)]
    user: Value,
    /// What was wrong.
    #[schema(value_type = Vec<EntryProblem>)]
    errors: Value,
}

/// One thing that was wrong with an entry.
#[derive(ToSchema)]
#[schema(as = JobEntryError)]
#[expect(dead_code, reason = "it describes what was stored")]
pub struct EntryProblem {
    /// Auth0's code: `CONFLICT_EMAIL`, `FORMAT` ….
    code: String,
    /// What is wrong, for people.
    message: String,
    /// The field at fault, `user_metadata.a`; empty for the whole entry.
    path: String,
}

/// A page of entries that something was wrong with.
#[derive(Serialize, ToSchema)]
#[schema(as = JobErrorPage)]
pub struct EntryPage {
    /// The entries.
    errors: Vec<EntryView>,
    /// The cursor to the entries after these; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

impl EntryView {
    fn new(entry: EntryErrors) -> Self {
        Self { position: entry.position, user: entry.entry, errors: entry.errors }
    }
}

/// Read what went wrong in a job
///
/// The entries of its file that something was wrong with, in their order.
#[utoipa::path(
    get, path = "/api/v2/jobs/{id}/errors", tag = "jobs", operation_id = "get_errors",
    params(
        ("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The job's id"),
        JobErrorsQuery
    ),
    responses(
        (status = 200, description = "An array of entries with their errors; with from or take {errors, next}; the job if it failed as a whole", body = JobErrorsView),
        (status = 204, description = "Nothing went wrong"),
        (status = 400, description = "The id is malformed, a parameter is out of range, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope create:users or read:users is missing", body = ErrorBody),
        (status = 404, description = "There is no such job", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_job_errors(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users", "read:users"])?;
    let wanted: JobErrorsQuery = query.read()?;
    let page = checkpoint(wanted.from.as_deref(), wanted.take)?;
    let Id(id) = id?;
    let (services, tenant) = (caller.services(), context.tenant);
    let stored = jobs::find_job(services, context, &id).await?;
    if wanted.from.is_some() || wanted.take.is_some() {
        // Cursors are above 0, positions may be 0.
        let mut rows = jobs::job_errors(services, tenant, stored.key, page.after - 1, page.take + 1).await?;
        let limit = usize::try_from(page.take).unwrap_or(usize::MAX);
        let has_more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| has_more).map(|row| (row.position + 1).to_string());
        let errors = rows.into_iter().map(EntryView::new).collect();
        return Ok(reply::json(StatusCode::OK, &EntryPage { errors, next }));
    }
    if jobs::job_has_errors(services, tenant, stored.key).await? {
        return Ok(all(services.clone(), tenant, stored.key));
    }
    match stored.job.status {
        JobStatus::Failed => Ok(reply::json(StatusCode::OK, &JobView::whole(&stored, context.now()))),
        _ => Ok(reply::empty(StatusCode::NO_CONTENT)),
    }
}

/// All of them, read while they are sent: there may be as many as a file has entries.
fn all(services: Services, tenant: TenantId, key: i64) -> Response {
    let pieces = stream::try_unfold(Some(-1), move |after| {
        let services = services.clone();
        async move {
            let Some(after) = after else { return Ok(None) };
            let rows = jobs::job_errors(&services, tenant, key, after, AT_ONCE).await?;
            let next = rows.last().map(|row| row.position);
            let mut piece = Vec::new();
            for row in rows {
                piece.push(if piece.is_empty() && after < 0 { b'[' } else { b',' });
                // Our own type has text keys and no failing serializer: this cannot fail.
                let _ = serde_json::to_writer(&mut piece, &EntryView::new(row));
            }
            if next.is_none() {
                piece.extend_from_slice(if after < 0 { b"[]" } else { b"]" });
            }
            Ok::<_, anteroom_accounts::Error>(Some((Bytes::from(piece), next)))
        }
    });
    let mut response = Response::new(Body::from_stream(pieces));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    response
}
