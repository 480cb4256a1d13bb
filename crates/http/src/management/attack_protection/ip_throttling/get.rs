//! `GET /api/v2/attack-protection/suspicious-ip-throttling`

use axum::http::StatusCode;
use axum::response::Response;

use super::view::IpThrottlingView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::reply;

/// Read what failures do to an address
#[utoipa::path(
    get, path = "/api/v2/attack-protection/suspicious-ip-throttling", tag = "attack-protection", operation_id = "get_suspicious-ip-throttling",
    responses(
        (status = 200, description = "The protection", body = IpThrottlingView),
        (status = 400, description = "There are no parameters", body = ErrorBody),
        (status = 403, description = "Scope read:attack_protection is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_ip_throttling(caller: Caller, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:attack_protection"])?;
    query.none()?;
    Ok(reply::json(StatusCode::OK, &IpThrottlingView::new(&caller.tenant.settings.ip_throttling)))
}
