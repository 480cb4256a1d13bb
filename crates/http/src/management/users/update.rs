//! `PATCH /api/v2/users/{id}`

use anteroom_accounts::users::{self, UpdateUser};
use anteroom_model::user::UserChanges;
use anteroom_model::{Refusal, codes};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::body::{UpdateUserBody, platform_role};
use super::reply_with;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query, expected_version};

/// Change a user
///
/// All of it or nothing. Keys of the first level of metadata are merged, null removes one, an empty object wipes the bag;
/// sent as application/merge-patch+json, metadata is merged at every depth (RFC 7396).
#[utoipa::path(
    patch, path = "/api/v2/users/{id}", tag = "users", operation_id = "patch_users_by_id",
    params(
        ("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id"),
        ("If-Match" = Option<String>, Header, description = "The ETag of the version the change is meant for", pattern = "^(\\*|\"[0-9]{1,18}\")$", example = "\"1\"")
    ),
    request_body(content((UpdateUserBody = "application/json"), (UpdateUserBody = "application/merge-patch+json"))),
    responses(
        (status = 200, description = "The user", body = super::view::UserView, headers(("ETag" = String, description = "The version, for If-Match"))),
        (status = 400, description = "The body breaks a rule of a field, combines fields that cannot change together, or does not fit the user's status", body = ErrorBody),
        (status = 403, description = "A scope is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        (status = 409, description = "An identifier is taken, or the user is a super administrator who must be demoted first or must stay", body = ErrorBody),
        (status = 412, description = "The user has changed since", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_user(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:users", "update:users_app_metadata"])?;
    query.none()?;
    let Id(user_id) = id?;
    let mut sent: UpdateUserBody = body.read()?;
    let request = UpdateUser {
        user_id,
        expected_version: expected_version(&headers)?,
        changes: sent.changes(),
        merge: body.merge(),
        platform_role: sent.platform_role.as_deref().map(platform_role).transpose()?,
        password: sent.password,
        connection: sent.connection,
        verify_email: sent.verify_email,
        client_id: sent.client_id,
        notify: sent.notify.unwrap_or_default(),
    };
    if !context.actor.holds("update:users") {
        only_app_metadata(&request)?;
    }
    let changed = users::update_user(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply_with(StatusCode::OK, &changed.user, &caller.tenant))
}

/// What the scope update:users_app_metadata does not reach (requirement S2.L14.6).
fn only_app_metadata(request: &UpdateUser) -> Result<(), Refusal> {
    let rest = UserChanges { app_metadata: anteroom_model::Change::Keep, ..request.changes.clone() };
    let is_more = rest != UserChanges::default()
        || request.password.is_some()
        || request.platform_role.is_some()
        || request.verify_email == Some(true);
    if is_more {
        let message = "Insufficient scope, expected any of: update:users";
        return Err(Refusal::new(&codes::INSUFFICIENT_SCOPE, message));
    }
    Ok(())
}
