//! `GET /api/v2/attack-protection/brute-force-protection`

use axum::http::StatusCode;
use axum::response::Response;

use super::view::BruteForceView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::reply;

/// Read what wrong passwords do to an account
#[utoipa::path(
    get, path = "/api/v2/attack-protection/brute-force-protection", tag = "attack-protection", operation_id = "get_brute-force-protection",
    responses(
        (status = 200, description = "The protection", body = BruteForceView),
        (status = 400, description = "There are no parameters", body = ErrorBody),
        (status = 403, description = "Scope read:attack_protection is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_brute_force(caller: Caller, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:attack_protection"])?;
    query.none()?;
    Ok(reply::json(StatusCode::OK, &BruteForceView::new(&caller.tenant.settings.brute_force)))
}
