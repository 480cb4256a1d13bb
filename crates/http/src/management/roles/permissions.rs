//! `GET`, `POST` and `DELETE /api/v2/roles/{id}/permissions`

use anteroom_accounts::roles::{self, ChangePermissions, PermissionHolder};
use axum::http::StatusCode;
use axum::response::Response;

use super::body::PermissionsBody;
use super::view::{EmptyObject, RolePermissionList, RolePermissionView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::management::pages::pages;
use crate::management::paging::page_of;
use crate::reply;

pages! {
    /// Which part.
    RolePermissionsQuery {}
}

/// List what a role permits
#[utoipa::path(
    get, path = "/api/v2/roles/{id}/permissions", tag = "roles", operation_id = "get_role_permission",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The role's id"), RolePermissionsQuery),
    responses(
        (status = 200, description = "An array of permissions; with include_totals=true {start, limit, length, total, permissions}", body = RolePermissionList),
        (status = 400, description = "The id or a parameter is malformed or out of range", body = ErrorBody),
        (status = 403, description = "Scope read:roles is missing", body = ErrorBody),
        (status = 404, description = "There is no such role", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_role_permissions(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:roles"])?;
    let (Id(id), wanted) = (id?, query.read::<RolePermissionsQuery>()?);
    let asked = wanted.asked();
    let paging = asked.check()?;
    let found = roles::role_permissions(caller.services(), &caller.tenant, context, &id).await?;
    let page = page_of(found.iter().collect(), "permissions", &paging, RolePermissionView::new)?;
    Ok(reply::json(StatusCode::OK, &page))
}

/// Add permissions to a role
///
/// Each is a scope of an API. The Management API is opened by `platform_role` alone.
#[utoipa::path(
    post, path = "/api/v2/roles/{id}/permissions", tag = "roles", operation_id = "post_role_permission_assignment",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The role's id")),
    request_body = PermissionsBody,
    responses(
        (status = 201, description = "The role permits them: an empty object", body = EmptyObject),
        (status = 400, description = "The id is malformed, the body breaks a rule of a field, names a scope that the API does not have or one of the Management API, or there are as many as there can be", body = ErrorBody),
        (status = 403, description = "Scope update:roles is missing, or the caller is no administrator", body = ErrorBody),
        (status = 404, description = "There is no such role or API", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn add_role_permissions(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:roles"])?;
    query.none()?;
    let Id(id) = id?;
    let permissions = body.read::<PermissionsBody>()?.names()?;
    let request = ChangePermissions { holder: PermissionHolder::Role(id), permissions };
    roles::add_permissions(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &EmptyObject {}))
}

/// Remove permissions from a role
///
/// Those that it does not have are not missed.
#[utoipa::path(
    delete, path = "/api/v2/roles/{id}/permissions", tag = "roles", operation_id = "delete_role_permission_assignment",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The role's id")),
    request_body = PermissionsBody,
    responses(
        (status = 204, description = "The role does not permit them any more"),
        (status = 400, description = "The id is malformed, or the body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope update:roles is missing, or the caller is no administrator", body = ErrorBody),
        (status = 404, description = "There is no such role", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn remove_role_permissions(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:roles"])?;
    query.none()?;
    let Id(id) = id?;
    let permissions = body.read::<PermissionsBody>()?.names()?;
    let request = ChangePermissions { holder: PermissionHolder::Role(id), permissions };
    roles::remove_permissions(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
