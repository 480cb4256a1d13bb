//! `POST /api/v2/sessions/{id}/revoke`

use anteroom_accounts::access;
use anteroom_model::{Refusal, codes};
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// End a session and its refresh tokens
///
/// Everything given in it stops working at once.
#[utoipa::path(
    post, path = "/api/v2/sessions/{id}/revoke", tag = "sessions", operation_id = "revoke_session",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The session's id")),
    responses(
        (status = 202, description = "The session and its refresh tokens have ended"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:sessions or delete:refresh_tokens is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such session, or it has ended", body = ErrorBody),
        Refusals
    )
)]
pub async fn revoke_session(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["delete:sessions"])?;
    let context = caller.holding(&["delete:refresh_tokens"])?;
    query.none()?;
    let Id(id) = id?;
    match access::revoke_session(caller.services(), context, id, true).await? {
        true => Ok(reply::empty(StatusCode::ACCEPTED)),
        false => Err(Refusal::new(&codes::SESSION_UNKNOWN, "The session does not exist.").into()),
    }
}
