//! `GET /api/v2/users/{id}/effective-permissions/sources/effective-roles`

use anteroom_accounts::roles;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::EffectiveRolesView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::management::checkpoint::checkpoint;
use crate::management::pages::bounded;
use crate::reply;

/// The roles of which permission.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PermissionRolesQuery {
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Rows behind the cursor, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
    /// The API's identifier.
    #[param(min_length = 1, max_length = 600)]
    resource_server_identifier: String,
    /// One of its scopes.
    #[param(min_length = 1, max_length = 280)]
    permission_name: String,
}

/// List the roles by which a user has a permission
#[utoipa::path(
    get, path = "/api/v2/users/{id}/effective-permissions/sources/effective-roles", tag = "users",
    operation_id = "get_user_effective_permission_role_sources",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id"), PermissionRolesQuery),
    responses(
        (status = 200, description = "{roles, next}", body = EffectiveRolesView),
        (status = 400, description = "The id or a parameter is malformed or out of range, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:user_permission_source_roles is missing", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_permission_roles(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:user_permission_source_roles"])?;
    let (Id(id), wanted) = (id?, query.read::<PermissionRolesQuery>()?);
    let part = checkpoint(wanted.from.as_deref(), wanted.take)?;
    let (api, name) = (wanted.resource_server_identifier, wanted.permission_name);
    bounded("resource_server_identifier", &api, 1, 600)?;
    bounded("permission_name", &name, 1, 280)?;
    let found = roles::roles_giving(caller.services(), &caller.tenant, context, &id, &api, &name).await?;
    Ok(reply::json(StatusCode::OK, &EffectiveRolesView::new(&found, part)))
}
