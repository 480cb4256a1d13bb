//! `DELETE /api/v2/users/{id}`

use anteroom_accounts::users;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Delete a user for good
///
/// A user that is not there is as deleted as can be: 204 too, as with Auth0.
#[utoipa::path(
    delete, path = "/api/v2/users/{id}", tag = "users", operation_id = "delete_users_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    responses(
        (status = 204, description = "The user is not there any more"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:users is missing, or the caller may not delete this user", body = ErrorBody),
        (status = 409, description = "The user is a super administrator and must be demoted first", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_user(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:users"])?;
    query.none()?;
    let Id(id) = id?;
    users::delete_user(caller.services(), context, id).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
