//! `GET /api/v2/users/{id}/effective-permissions`

use anteroom_accounts::roles::{self, EffectiveList};
use anteroom_model::Refusal;
use axum::http::StatusCode;
use axum::response::Response;
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::{EffectivePermissionView, EffectivePermissionsView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::management::checkpoint::checkpoint;
use crate::management::pages::bounded;
use crate::management::paging::not_of_this_list;
use crate::reply;

/// Which permissions.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EffectivePermissionsQuery {
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Rows behind the cursor, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
    /// The API's identifier.
    #[param(min_length = 1, max_length = 600)]
    resource_server_identifier: String,
}

/// List the permissions that a user has for an API
///
/// What a token for the API may hold where the API asks for roles. An API that is not there permits nothing.
#[utoipa::path(
    get, path = "/api/v2/users/{id}/effective-permissions", tag = "users", operation_id = "get_user_effective_permissions",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id"), EffectivePermissionsQuery),
    responses(
        (status = 200, description = "{permissions, next}, in the order of their names", body = EffectivePermissionsView),
        (status = 400, description = "The id or a parameter is malformed or out of range, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:user_effective_permissions is missing", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_effective_permissions(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:user_effective_permissions"])?;
    let (Id(user_id), wanted) = (id?, query.read::<EffectivePermissionsQuery>()?);
    let part = checkpoint(None, wanted.take)?;
    let resource_server_identifier = wanted.resource_server_identifier;
    bounded("resource_server_identifier", &resource_server_identifier, 1, 600)?;
    let after = wanted.from.as_deref().map_or(Ok(String::new()), read_cursor)?;
    let list = EffectiveList { user_id, resource_server_identifier, after, limit: part.take };
    let page = roles::effective_permissions(caller.services(), &caller.tenant, context, &list).await?;
    let last = page.permissions.last().filter(|_| page.has_more);
    let body = EffectivePermissionsView {
        permissions: page.permissions.iter().map(EffectivePermissionView::new).collect(),
        next: last.map(|held| BASE64URL_NOPAD.encode(held.permission.name.as_bytes())),
    };
    Ok(reply::json(StatusCode::OK, &body))
}

/// The name behind which a page begins.
fn read_cursor(text: &str) -> Result<String, Refusal> {
    let name = BASE64URL_NOPAD.decode(text.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    name.filter(|name| !name.is_empty() && !name.contains('\0')).ok_or_else(not_of_this_list)
}
