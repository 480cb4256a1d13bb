//! `POST /api/v2/client-grants`

use anteroom_accounts::client_grants::{self, CreateGrant};
use axum::http::StatusCode;
use axum::response::Response;

use super::body::{CreateGrantBody, refuse_others};
use super::view::ClientGrantView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query};
use crate::reply;

/// Grant a client scopes of an API
///
/// Scopes of the Management API are granted by those who hold them.
#[utoipa::path(
    post, path = "/api/v2/client-grants", tag = "client-grants", operation_id = "post_client-grants",
    request_body = CreateGrantBody,
    responses(
        (status = 201, description = "The grant", body = ClientGrantView),
        (status = 400, description = "The body breaks a rule of a field, or names a scope that the API does not have", body = ErrorBody),
        (status = 403, description = "Scope create:client_grants is missing, the client or the scopes exceed the caller's, or the client is the server's own", body = ErrorBody),
        (status = 404, description = "There is no such client or API", body = ErrorBody),
        (status = 409, description = "The client has a grant for this API and kind of subject", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_client_grant(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:client_grants"])?;
    query.none()?;
    let sent: CreateGrantBody = body.read()?;
    refuse_others(sent.organization_usage.as_deref(), sent.allow_any_organization, sent.allow_all_scopes)?;
    let request = CreateGrant {
        client_id: sent.client_id,
        audience: sent.audience,
        scope: sent.scope.unwrap_or_default(),
        subject_type: sent.subject_type,
    };
    let grant = client_grants::create_grant(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &ClientGrantView::new(&grant, &caller.tenant)))
}
