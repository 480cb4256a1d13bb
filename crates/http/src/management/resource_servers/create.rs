//! `POST /api/v2/resource-servers`

use anteroom_accounts::resource_servers::{self, CreateResourceServer};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::body::CreateResourceServerBody;
use super::view::ResourceServerView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query, idempotency_key};
use crate::reply;

/// Make a resource server
///
/// A client gets tokens for it as soon as a client grant allows it.
#[utoipa::path(
    post, path = "/api/v2/resource-servers", tag = "resource-servers", operation_id = "post_resource-servers",
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "Makes the request safe to repeat for a day")),
    request_body = CreateResourceServerBody,
    responses(
        (status = 201, description = "The resource server", body = ResourceServerView),
        (status = 400, description = "The body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope create:resource_servers is missing, or the caller is no administrator", body = ErrorBody),
        (status = 409, description = "The identifier is taken, or the Idempotency-Key was used with another request", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_resource_server(
    caller: Caller,
    query: Query,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:resource_servers"])?;
    query.none()?;
    let mut sent: CreateResourceServerBody = body.read()?;
    let idempotency = idempotency_key(caller.services(), &headers, &context.origin.operation, body.bytes())?;
    let fields = sent.changes();
    let request = CreateResourceServer { identifier: sent.identifier, fields, idempotency };
    let made = resource_servers::create_resource_server(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &ResourceServerView::new(&made, &caller.tenant)))
}
