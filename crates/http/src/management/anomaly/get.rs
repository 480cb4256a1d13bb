//! `GET /api/v2/anomaly/blocks/ips/{id}`

use anteroom_accounts::access;
use anteroom_model::{Refusal, codes};
use axum::http::StatusCode;
use axum::response::Response;

use super::address;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Tell whether an address is locked after failed sign-ins
#[utoipa::path(
    get, path = "/api/v2/anomaly/blocks/ips/{id}", tag = "anomaly", operation_id = "get_ips_by_id",
    params(("id" = String, Path, min_length = 2, max_length = 45, example = "192.0.2.7", description = "The address")),
    responses(
        (status = 200, description = "The address is locked"),
        (status = 400, description = "The id is no address", body = ErrorBody),
        (status = 403, description = "Scope read:anomaly_blocks is missing", body = ErrorBody),
        (status = 404, description = "The address is not locked", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_blocked_address(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:anomaly_blocks"])?;
    query.none()?;
    match access::is_address_locked(caller.services(), context, address(id)?).await? {
        true => Ok(reply::empty(StatusCode::OK)),
        false => Err(Refusal::new(&codes::ADDRESS_NOT_BLOCKED, "The address is not blocked.").into()),
    }
}
