//! `GET`, `POST` and `DELETE /api/v2/users/{id}/permissions`

use anteroom_accounts::roles::{self, ChangePermissions, PermissionHolder};
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::management::pages::pages;
use crate::management::paging::Page;
use crate::management::roles::body::PermissionsBody;
use crate::management::roles::view::{EmptyObject, UserPermissionList, UserPermissionView};
use crate::reply;

pages! {
    /// Which part.
    UserPermissionsQuery {}
}

/// List a user's permissions
///
/// By roles and without, each once, with all that it comes from.
#[utoipa::path(
    get, path = "/api/v2/users/{id}/permissions", tag = "users", operation_id = "get_permissions",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id"), UserPermissionsQuery),
    responses(
        (status = 200, description = "An array of permissions; with include_totals=true {start, limit, length, total, permissions}", body = UserPermissionList),
        (status = 400, description = "The id or a parameter is malformed or out of range", body = ErrorBody),
        (status = 403, description = "Scope read:users is missing", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_user_permissions(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:users"])?;
    let (Id(id), wanted) = (id?, query.read::<UserPermissionsQuery>()?);
    let part = wanted.asked().check()?.by_number()?;
    let page = roles::user_permissions(caller.services(), &caller.tenant, context, &id, part).await?;
    let rows = page.permissions.iter().map(UserPermissionView::new).collect();
    let (start, limit, _) = part;
    Ok(reply::json(StatusCode::OK, &Page::by_number("permissions", rows, start, limit, page.total)))
}

/// Give a user permissions
///
/// Without a role. Each is a scope of an API; the Management API is opened by `platform_role` alone.
#[utoipa::path(
    post, path = "/api/v2/users/{id}/permissions", tag = "users", operation_id = "post_permissions",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    request_body = PermissionsBody,
    responses(
        (status = 201, description = "The user has them: an empty object", body = EmptyObject),
        (status = 400, description = "The id is malformed, the body breaks a rule of a field, names a scope that the API does not have or one of the Management API, or there are as many as there can be", body = ErrorBody),
        (status = 403, description = "Scope update:users is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user or API", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn give_user_permissions(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:users"])?;
    query.none()?;
    let Id(id) = id?;
    let permissions = body.read::<PermissionsBody>()?.names()?;
    let request = ChangePermissions { holder: PermissionHolder::User(id), permissions };
    roles::add_permissions(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &EmptyObject {}))
}

/// Take permissions from a user
///
/// Those that the user does not have without a role are not missed; what roles permit stays.
#[utoipa::path(
    delete, path = "/api/v2/users/{id}/permissions", tag = "users", operation_id = "delete_permissions",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    request_body = PermissionsBody,
    responses(
        (status = 204, description = "The user does not have them any more"),
        (status = 400, description = "The id is malformed, or the body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope update:users is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn take_user_permissions(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:users"])?;
    query.none()?;
    let Id(id) = id?;
    let permissions = body.read::<PermissionsBody>()?.names()?;
    let request = ChangePermissions { holder: PermissionHolder::User(id), permissions };
    roles::remove_permissions(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
