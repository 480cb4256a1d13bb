//! `GET /api/v2/resource-servers/{id}`

use anteroom_model::{Refusal, codes};
use axum::http::StatusCode;
use axum::response::Response;

use super::view::ResourceServerView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Read a resource server
#[utoipa::path(
    get, path = "/api/v2/resource-servers/{id}", tag = "resource-servers", operation_id = "get_resource-servers_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The id or the identifier")),
    responses(
        (status = 200, description = "The resource server", body = ResourceServerView),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:resource_servers is missing", body = ErrorBody),
        (status = 404, description = "There is no such resource server", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_resource_server(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:resource_servers"])?;
    query.none()?;
    let Id(id) = id?;
    let found = caller.tenant.find_resource_server(&id);
    let unknown = || Refusal::new(&codes::RESOURCE_SERVER_UNKNOWN, "The resource server does not exist.");
    Ok(reply::json(StatusCode::OK, &ResourceServerView::new(found.ok_or_else(unknown)?, &caller.tenant)))
}
