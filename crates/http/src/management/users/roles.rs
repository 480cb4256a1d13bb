//! `GET`, `POST` and `DELETE /api/v2/users/{id}/roles`

use anteroom_accounts::roles;
use axum::http::StatusCode;
use axum::response::Response;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::management::pages::pages;
use crate::management::paging::page_of;
use crate::management::roles::body::RolesBody;
use crate::management::roles::view::{RoleList, RoleView};
use crate::reply;

pages! {
    /// Which part.
    UserRolesQuery {}
}

/// List a user's roles
#[utoipa::path(
    get, path = "/api/v2/users/{id}/roles", tag = "users", operation_id = "get_user_roles",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id"), UserRolesQuery),
    responses(
        (status = 200, description = "An array of roles; with include_totals=true {start, limit, length, total, roles}", body = RoleList),
        (status = 400, description = "The id or a parameter is malformed or out of range", body = ErrorBody),
        (status = 403, description = "Scope read:users, read:roles or read:role_members is missing", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_user_roles(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:users"])?;
    caller.holding(&["read:roles"])?;
    let context = caller.holding(&["read:role_members"])?;
    let (Id(id), wanted) = (id?, query.read::<UserRolesQuery>()?);
    let asked = wanted.asked();
    let paging = asked.check()?;
    let found = roles::user_roles(caller.services(), context, &id).await?;
    Ok(reply::json(StatusCode::OK, &page_of(found.iter().collect(), "roles", &paging, RoleView::new)?))
}

/// Give a user roles
///
/// All of them, or none if one is not there.
#[utoipa::path(
    post, path = "/api/v2/users/{id}/roles", tag = "users", operation_id = "post_user_roles",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    request_body = RolesBody,
    responses(
        (status = 204, description = "The user has the roles"),
        (status = 400, description = "The id is malformed, the body breaks a rule of a field, or the user has as many roles as there can be", body = ErrorBody),
        (status = 403, description = "Scope update:users or create:role_members is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user, or one of the roles is not there", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn give_user_roles(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    caller.holding(&["update:users"])?;
    let context = caller.holding(&["create:role_members"])?;
    query.none()?;
    let Id(id) = id?;
    let wanted = body.read::<RolesBody>()?.ids()?;
    roles::give_roles(caller.services(), context, id, wanted).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}

/// Take roles from a user
///
/// Those that the user does not have are not missed.
#[utoipa::path(
    delete, path = "/api/v2/users/{id}/roles", tag = "users", operation_id = "delete_user_roles",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    request_body = RolesBody,
    responses(
        (status = 204, description = "The user does not have the roles any more"),
        (status = 400, description = "The id is malformed, or the body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope update:users or delete:role_members is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn take_user_roles(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    caller.holding(&["update:users"])?;
    let context = caller.holding(&["delete:role_members"])?;
    query.none()?;
    let Id(id) = id?;
    let wanted = body.read::<RolesBody>()?.ids()?;
    roles::take_roles(caller.services(), context, id, wanted).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
