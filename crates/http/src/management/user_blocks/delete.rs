//! `DELETE /api/v2/user-blocks/{id}`

use anteroom_accounts::access::{self, Whose};
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Lift a user's lock after failed sign-ins
#[utoipa::path(
    delete, path = "/api/v2/user-blocks/{id}", tag = "user-blocks", operation_id = "delete_user-blocks_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    responses(
        (status = 204, description = "The user is not locked any more"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope update:users is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_user_blocks(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:users"])?;
    query.none()?;
    let Id(id) = id?;
    access::lift_locks(caller.services(), &caller.tenant, context, Whose::User(id)).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
