//! `DELETE /api/v2/grants/{id}`

use anteroom_accounts::access;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Withdraw a consent
///
/// What the user let the application do ends at once, refresh tokens among it. A grant that is not there is as withdrawn
/// as can be: 204 too, as with Auth0.
#[utoipa::path(
    delete, path = "/api/v2/grants/{id}", tag = "grants", operation_id = "delete_grants_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The grant's id")),
    responses(
        (status = 204, description = "The grant is not there any more"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:grants is missing, or the caller may not do this to this user", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_grant(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:grants"])?;
    query.none()?;
    let Id(id) = id?;
    access::withdraw_consent(caller.services(), context, id).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
