//! `DELETE /api/v2/anomaly/blocks/ips/{id}`

use anteroom_accounts::access;
use axum::http::StatusCode;
use axum::response::Response;

use super::address;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Lift an address's lock after failed sign-ins
///
/// One that is not locked is as free as can be: 204 too, as with Auth0.
#[utoipa::path(
    delete, path = "/api/v2/anomaly/blocks/ips/{id}", tag = "anomaly", operation_id = "delete_ips_by_id",
    params(("id" = String, Path, min_length = 2, max_length = 45, example = "192.0.2.7", description = "The address")),
    responses(
        (status = 204, description = "The address is not locked any more"),
        (status = 400, description = "The id is no address", body = ErrorBody),
        (status = 403, description = "Scope delete:anomaly_blocks is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_blocked_address(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:anomaly_blocks"])?;
    query.none()?;
    access::lift_address_lock(caller.services(), context, address(id)?).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
