//! `PATCH /api/v2/client-grants/{id}`

use anteroom_accounts::client_grants::{self, UpdateGrant};
use axum::http::StatusCode;
use axum::response::Response;

use super::body::{UpdateGrantBody, refuse_others};
use super::view::ClientGrantView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::reply;

/// Change the scopes of a client grant
///
/// Tokens that hold more are taken for no more than is granted now.
#[utoipa::path(
    patch, path = "/api/v2/client-grants/{id}", tag = "client-grants", operation_id = "patch_client-grants_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The grant's id")),
    request_body = UpdateGrantBody,
    responses(
        (status = 200, description = "The grant", body = ClientGrantView),
        (status = 400, description = "The id is malformed, or the body breaks a rule of a field or names a scope that the API does not have", body = ErrorBody),
        (status = 403, description = "Scope update:client_grants is missing, the client or the scopes exceed the caller's, or the client is the server's own", body = ErrorBody),
        (status = 404, description = "There is no such grant", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_client_grant(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:client_grants"])?;
    query.none()?;
    let Id(grant_id) = id?;
    let sent: UpdateGrantBody = body.read()?;
    refuse_others(sent.organization_usage.as_deref(), sent.allow_any_organization, sent.allow_all_scopes)?;
    let request = UpdateGrant { grant_id, scope: sent.scope };
    let grant = client_grants::update_grant(caller.services(), context, request).await?;
    Ok(reply::json(StatusCode::OK, &ClientGrantView::new(&grant, &caller.tenant)))
}
