//! `GET /api/v2/refresh-tokens`

use anteroom_accounts::access::{self, RefreshTokenList};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::TokensView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::checkpoint::checkpoint;
use crate::management::fields::Fields;
use crate::reply;

/// Which refresh tokens, which fields.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RefreshTokenListQuery {
    /// Whose.
    user_id: String,
    /// Only those of this application.
    client_id: Option<String>,
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Rows behind the cursor, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
}

/// List a user's refresh tokens
#[utoipa::path(
    get, path = "/api/v2/refresh-tokens", tag = "refresh-tokens", operation_id = "get_refresh_tokens",
    params(RefreshTokenListQuery),
    responses(
        (status = 200, description = "{refresh_tokens, next}", body = TokensView),
        (status = 400, description = "A parameter is missing, malformed or out of range, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:refresh_tokens is missing", body = ErrorBody),
        (status = 404, description = "There is no such user or application", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_refresh_tokens(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:refresh_tokens"])?;
    let wanted: RefreshTokenListQuery = query.read()?;
    let part = checkpoint(wanted.from.as_deref(), wanted.take)?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let list = RefreshTokenList {
        user_id: wanted.user_id,
        client_id: wanted.client_id,
        after: part.after,
        limit: part.take,
        with_total: false,
    };
    let page = access::list_refresh_tokens(caller.services(), context, &list).await?;
    Ok(reply::json(StatusCode::OK, &TokensView::new(&page, &fields)))
}
