//! `DELETE /api/v2/client-grants/{id}`

use anteroom_accounts::client_grants;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Take a client grant back
#[utoipa::path(
    delete, path = "/api/v2/client-grants/{id}", tag = "client-grants", operation_id = "delete_client-grants_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The grant's id")),
    responses(
        (status = 204, description = "The grant is not there any more"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:client_grants is missing, or the client exceeds the caller's rank or scopes or is the server's own", body = ErrorBody),
        (status = 409, description = "It is the grant that this request is made with", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_client_grant(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:client_grants"])?;
    query.none()?;
    let Id(id) = id?;
    client_grants::delete_grant(caller.services(), context, id).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
