//! `DELETE /api/v2/sessions/{id}`

use anteroom_accounts::access;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// End a session
///
/// The access tokens given in it stop working at once; refresh tokens stay. A session that is not there is as ended as
/// can be: 202 too, as with Auth0.
#[utoipa::path(
    delete, path = "/api/v2/sessions/{id}", tag = "sessions", operation_id = "delete_session",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The session's id")),
    responses(
        (status = 202, description = "The session has ended"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:sessions is missing, or the caller may not do this to this user", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_session(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:sessions"])?;
    query.none()?;
    let Id(id) = id?;
    access::revoke_session(caller.services(), context, id, false).await?;
    Ok(reply::empty(StatusCode::ACCEPTED))
}
