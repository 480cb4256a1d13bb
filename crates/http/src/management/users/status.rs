//! `PATCH /api/v2/users/{id}/status`: beside Auth0's `blocked`.

use anteroom_accounts::users::{self, SetStatus};
use anteroom_model::{Refusal, Status};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::reply_with;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query, present};
use crate::management::schema::words;

/// The new status.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UserStatus)]
pub struct StatusBody {
    /// The status.
    #[schema(value_type = words::AccountStatus)]
    status: String,
    /// Why.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: Option<String>,
    /// Whether to tell the user by mail, if the status becomes another one; not by default.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = bool)]
    notify: Option<bool>,
}

/// Set a user's status
///
/// Suspended, deactivated and archived accounts cannot sign in, and what they were given stops working at once. Who is
/// set active is not locked after failed sign-ins either.
#[utoipa::path(
    patch, path = "/api/v2/users/{id}/status", tag = "users", operation_id = "patch_users_status",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    request_body = StatusBody,
    responses(
        (status = 200, description = "The user", body = super::view::UserView, headers(("ETag" = String, description = "The version, for If-Match"))),
        (status = 400, description = "The status is unknown, the reason too long, or notify sent for a user without an address", body = ErrorBody),
        (status = 403, description = "Scope update:users is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        (status = 409, description = "The user is a super administrator and must be demoted first", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn set_user_status(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:users"])?;
    query.none()?;
    let Id(user_id) = id?;
    let sent: StatusBody = body.read()?;
    let known = "must be one of pending_activation, active, suspended, deactivated and archived";
    let status = Status::parse(&sent.status).ok_or_else(|| Refusal::invalid_field("status", known))?;
    let wanted = SetStatus { user_id, status, reason: sent.reason, notify: sent.notify.unwrap_or_default() };
    let changed = users::set_status(caller.services(), &caller.tenant, context, wanted).await?;
    Ok(reply_with(StatusCode::OK, &changed.user, &caller.tenant))
}
