//! `GET` and `DELETE /api/v2/users/{id}/sessions`

use anteroom_accounts::access::{self, SessionList};
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::management::checkpoint::checkpoint;
use crate::management::sessions::{SessionPageView, query};
use crate::reply;

query! {
    /// Which part, which sessions.
    UserSessionsQuery {
        /// Only sessions in which this application was signed in to.
        client_id: Option<String>,
    }
}

/// List a user's sessions
///
/// With `client_id` the answer tells whether the user is signed in to that application now.
#[utoipa::path(
    get, path = "/api/v2/users/{id}/sessions", tag = "users", operation_id = "get_sessions_for_user",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id"), UserSessionsQuery),
    responses(
        (status = 200, description = "{sessions, next}; with include_totals=true total too", body = SessionPageView),
        (status = 400, description = "The id or a parameter is malformed or out of range, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:sessions is missing", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_user_sessions(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:sessions"])?;
    let (Id(user_id), wanted) = (id?, query.read::<UserSessionsQuery>()?);
    let part = checkpoint(wanted.from.as_deref(), wanted.take)?;
    let list = SessionList {
        user_id: Some(user_id),
        client_id: wanted.client_id,
        after: part.after,
        limit: part.take,
        with_users: false,
        with_total: wanted.include_totals.unwrap_or(false),
    };
    let page = access::list_sessions(caller.services(), &caller.tenant, context, &list).await?;
    Ok(reply::json(StatusCode::OK, &SessionPageView::new(&page, access::session_lifetime(&caller.tenant))))
}

/// End all sessions of a user
///
/// The access tokens given in them stop working at once; refresh tokens stay.
#[utoipa::path(
    delete, path = "/api/v2/users/{id}/sessions", tag = "users", operation_id = "delete_sessions_for_user",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    responses(
        (status = 202, description = "The sessions have ended"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:sessions is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_user_sessions(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:sessions"])?;
    query.none()?;
    let Id(user_id) = id?;
    access::revoke_sessions_of_user(caller.services(), context, user_id).await?;
    Ok(reply::empty(StatusCode::ACCEPTED))
}
