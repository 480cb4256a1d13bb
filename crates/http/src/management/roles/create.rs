//! `POST /api/v2/roles`

use anteroom_accounts::roles::{self, CreateRole};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::body::CreateRoleBody;
use super::view::RoleView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query, idempotency_key};
use crate::reply;

/// Make a role
///
/// It permits nothing and nobody has it, until both are said.
#[utoipa::path(
    post, path = "/api/v2/roles", tag = "roles", operation_id = "post_roles",
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "Makes the request safe to repeat for a day")),
    request_body = CreateRoleBody,
    responses(
        (status = 200, description = "The role", body = RoleView),
        (status = 400, description = "The body breaks a rule of a field, or there are as many roles as there can be", body = ErrorBody),
        (status = 403, description = "Scope create:roles is missing, or the caller is no administrator", body = ErrorBody),
        (status = 409, description = "The name is taken, or the Idempotency-Key was used with another request", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_role(caller: Caller, query: Query, headers: HeaderMap, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:roles"])?;
    query.none()?;
    let sent: CreateRoleBody = body.read()?;
    let idempotency = idempotency_key(caller.services(), &headers, &context.origin.operation, body.bytes())?;
    let request = CreateRole { fields: sent.into_changes(), idempotency };
    let made = roles::create_role(caller.services(), context, request).await?;
    Ok(reply::json(StatusCode::OK, &RoleView::new(&made)))
}
