//! `GET` and `DELETE /api/v2/users/{id}/refresh-tokens`

use anteroom_accounts::access::{self, RefreshTokenList};
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::management::checkpoint::checkpoint;
use crate::management::refresh_tokens::UserTokensView;
use crate::management::sessions::query;
use crate::reply;

query! {
    /// Which part.
    UserRefreshTokensQuery {}
}

/// List a user's refresh tokens
#[utoipa::path(
    get, path = "/api/v2/users/{id}/refresh-tokens", tag = "users", operation_id = "get_refresh_tokens_for_user",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id"), UserRefreshTokensQuery),
    responses(
        (status = 200, description = "{tokens, next}; with include_totals=true total too", body = UserTokensView),
        (status = 400, description = "The id or a parameter is malformed or out of range, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:refresh_tokens is missing", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_user_refresh_tokens(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:refresh_tokens"])?;
    let (Id(user_id), wanted) = (id?, query.read::<UserRefreshTokensQuery>()?);
    let part = checkpoint(wanted.from.as_deref(), wanted.take)?;
    let list = RefreshTokenList {
        user_id,
        client_id: None,
        after: part.after,
        limit: part.take,
        with_total: wanted.include_totals.unwrap_or(false),
    };
    let page = access::list_refresh_tokens(caller.services(), context, &list).await?;
    Ok(reply::json(StatusCode::OK, &UserTokensView::new(&page)))
}

/// Revoke all refresh tokens of a user
///
/// They and the access tokens given for them stop working at once; sessions stay.
#[utoipa::path(
    delete, path = "/api/v2/users/{id}/refresh-tokens", tag = "users", operation_id = "delete_refresh_tokens_for_user",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    responses(
        (status = 202, description = "The refresh tokens have ended"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:refresh_tokens is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_user_refresh_tokens(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:refresh_tokens"])?;
    query.none()?;
    let Id(user_id) = id?;
    access::revoke_refresh_tokens_of_user(caller.services(), &caller.tenant, context, user_id).await?;
    Ok(reply::empty(StatusCode::ACCEPTED))
}
