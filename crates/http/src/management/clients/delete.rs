//! `DELETE /api/v2/clients/{id}`

use anteroom_accounts::clients;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Delete a client with its grants
#[utoipa::path(
    delete, path = "/api/v2/clients/{id}", tag = "clients", operation_id = "delete_clients_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The client's id")),
    responses(
        (status = 204, description = "The client is not there any more"),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:clients is missing, or the client exceeds the caller's rank or scopes or is the server's own", body = ErrorBody),
        (status = 409, description = "It is the client of this request", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_client(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:clients"])?;
    query.none()?;
    let Id(id) = id?;
    clients::delete_client(caller.services(), context, id).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
