//! `DELETE /api/v2/device-credentials/{id}`

use anteroom_accounts::access;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Unlink a device
///
/// Its refresh token and the access tokens given for it stop working at once: the device must sign in again, the user's
/// others stay. One that is not there is as unlinked as can be: 204 too, as with Auth0.
#[utoipa::path(
    delete, path = "/api/v2/device-credentials/{id}", tag = "device-credentials", operation_id = "delete_device-credentials_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The device's id")),
    responses(
        (status = 204, description = "The device is not linked any more"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:device_credentials is missing, or the caller may not do this to this user", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_device_credential(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:device_credentials"])?;
    query.none()?;
    let Id(id) = id?;
    access::revoke_refresh_token(caller.services(), context, id).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
