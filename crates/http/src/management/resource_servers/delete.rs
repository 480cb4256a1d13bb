//! `DELETE /api/v2/resource-servers/{id}`

use anteroom_accounts::resource_servers;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Delete a resource server with the grants to it
#[utoipa::path(
    delete, path = "/api/v2/resource-servers/{id}", tag = "resource-servers", operation_id = "delete_resource-servers_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The id or the identifier")),
    responses(
        (status = 204, description = "The resource server is not there any more"),
        (status = 400, description = "The id is malformed, or it is the Management API or the default audience", body = ErrorBody),
        (status = 403, description = "Scope delete:resource_servers is missing, or the caller is no administrator", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_resource_server(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:resource_servers"])?;
    query.none()?;
    let Id(id) = id?;
    resource_servers::delete_resource_server(caller.services(), &caller.tenant, context, &id).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
