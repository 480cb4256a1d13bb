//! `PATCH /api/v2/resource-servers/{id}`

use anteroom_accounts::resource_servers::{self, UpdateResourceServer};
use axum::http::StatusCode;
use axum::response::Response;

use super::body::UpdateResourceServerBody;
use super::view::ResourceServerView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::reply;

/// Change a resource server
///
/// Tokens issued from now on follow it. Of the Management API only the lifetimes can be changed.
#[utoipa::path(
    patch, path = "/api/v2/resource-servers/{id}", tag = "resource-servers", operation_id = "patch_resource-servers_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The id or the identifier")),
    request_body = UpdateResourceServerBody,
    responses(
        (status = 200, description = "The resource server", body = ResourceServerView),
        (status = 400, description = "The body breaks a rule of a field, or changes what is ours of the Management API", body = ErrorBody),
        (status = 403, description = "Scope update:resource_servers is missing, or the caller is no administrator", body = ErrorBody),
        (status = 404, description = "There is no such resource server", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_resource_server(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:resource_servers"])?;
    query.none()?;
    let Id(id) = id?;
    let mut sent: UpdateResourceServerBody = body.read()?;
    let request = UpdateResourceServer { id, changes: sent.changes() };
    let changed = resource_servers::update_resource_server(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::json(StatusCode::OK, &ResourceServerView::new(&changed, &caller.tenant)))
}
