//! `PATCH /api/v2/refresh-tokens/{id}`

use anteroom_accounts::access;
use anteroom_model::Change;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::RefreshTokenView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::reply;

/// What to change of a refresh token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RefreshTokenUpdate)]
pub struct RefreshTokenBody {
    /// Up to 25 texts of at most 255 characters, set one by one; null removes one, an empty object all.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    refresh_token_metadata: Change<Map<String, Value>>,
}

/// Change a refresh token's metadata
#[utoipa::path(
    patch, path = "/api/v2/refresh-tokens/{id}", tag = "refresh-tokens", operation_id = "patch_refresh-tokens_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The refresh token's id")),
    request_body = RefreshTokenBody,
    responses(
        (status = 200, description = "The refresh token", body = RefreshTokenView),
        (status = 400, description = "The body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope update:refresh_tokens is missing", body = ErrorBody),
        (status = 404, description = "There is no such refresh token, or it has ended", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_refresh_token(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:refresh_tokens"])?;
    query.none()?;
    let Id(id) = id?;
    let sent: RefreshTokenBody = body.read()?;
    let token = access::set_refresh_token_metadata(caller.services(), context, id, sent.refresh_token_metadata).await?;
    Ok(reply::json(StatusCode::OK, &RefreshTokenView::new(&token)))
}
