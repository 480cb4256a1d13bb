//! `GET /api/v2/refresh-tokens/{id}`

use anteroom_accounts::access;
use axum::http::StatusCode;
use axum::response::Response;

use super::RefreshTokenView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Get a refresh token
#[utoipa::path(
    get, path = "/api/v2/refresh-tokens/{id}", tag = "refresh-tokens", operation_id = "get_refresh_token",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The refresh token's id")),
    responses(
        (status = 200, description = "The refresh token", body = RefreshTokenView),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:refresh_tokens is missing", body = ErrorBody),
        (status = 404, description = "There is no such refresh token, or it has ended", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_refresh_token(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:refresh_tokens"])?;
    query.none()?;
    let Id(id) = id?;
    let token = access::find_refresh_token(caller.services(), context, &id).await?;
    Ok(reply::json(StatusCode::OK, &RefreshTokenView::new(&token)))
}
