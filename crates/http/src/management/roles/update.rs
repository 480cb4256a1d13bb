//! `PATCH /api/v2/roles/{id}`

use anteroom_accounts::roles::{self, UpdateRole};
use axum::http::StatusCode;
use axum::response::Response;

use super::body::UpdateRoleBody;
use super::view::RoleView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::reply;

/// Change a role
#[utoipa::path(
    patch, path = "/api/v2/roles/{id}", tag = "roles", operation_id = "patch_roles_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The role's id")),
    request_body = UpdateRoleBody,
    responses(
        (status = 200, description = "The role", body = RoleView),
        (status = 400, description = "The id is malformed, the body breaks a rule of a field, or as many roles are default ones as there can be", body = ErrorBody),
        (status = 403, description = "Scope update:roles is missing, or the caller is no administrator", body = ErrorBody),
        (status = 404, description = "There is no such role", body = ErrorBody),
        (status = 409, description = "The name is taken", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_role(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:roles"])?;
    query.none()?;
    let Id(role_id) = id?;
    let sent: UpdateRoleBody = body.read()?;
    let request = UpdateRole { role_id, changes: sent.into_changes() };
    let role = roles::update_role(caller.services(), context, request).await?;
    Ok(reply::json(StatusCode::OK, &RoleView::new(&role)))
}
