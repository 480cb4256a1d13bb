//! `GET /api/v2/sessions/{id}`

use anteroom_accounts::access;
use axum::http::StatusCode;
use axum::response::Response;

use super::SessionView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Get a session
#[utoipa::path(
    get, path = "/api/v2/sessions/{id}", tag = "sessions", operation_id = "get_session",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The session's id")),
    responses(
        (status = 200, description = "The session", body = SessionView),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:sessions is missing", body = ErrorBody),
        (status = 404, description = "There is no such session, or it has ended", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_session(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:sessions"])?;
    query.none()?;
    let Id(id) = id?;
    let known = access::find_session(caller.services(), &caller.tenant, context, &id).await?;
    Ok(reply::json(StatusCode::OK, &SessionView::new(&known, access::session_lifetime(&caller.tenant))))
}
