//! `DELETE /api/v2/refresh-tokens/{id}`

use anteroom_accounts::access;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Revoke a refresh token
///
/// It and the access tokens given for it stop working at once; the user's other devices stay. One that is not there is as
/// revoked as can be: 204 too, as with Auth0.
#[utoipa::path(
    delete, path = "/api/v2/refresh-tokens/{id}", tag = "refresh-tokens", operation_id = "delete_refresh_token",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The refresh token's id")),
    responses(
        (status = 204, description = "The refresh token has ended"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:refresh_tokens is missing, or the caller may not do this to this user", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_refresh_token(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:refresh_tokens"])?;
    query.none()?;
    let Id(id) = id?;
    access::revoke_refresh_token(caller.services(), context, id).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
