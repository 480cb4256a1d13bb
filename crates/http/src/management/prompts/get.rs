//! `GET /api/v2/prompts`

use axum::http::StatusCode;
use axum::response::Response;

use super::view::PromptsView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::reply;

/// Read how sign-in asks
#[utoipa::path(
    get, path = "/api/v2/prompts", tag = "prompts", operation_id = "get_prompts",
    responses(
        (status = 200, description = "How sign-in asks", body = PromptsView),
        (status = 400, description = "There are no parameters", body = ErrorBody),
        (status = 403, description = "Scope read:prompts is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_prompts(caller: Caller, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:prompts"])?;
    query.none()?;
    Ok(reply::json(StatusCode::OK, &PromptsView::new(&caller.tenant.settings.sign_in)))
}
