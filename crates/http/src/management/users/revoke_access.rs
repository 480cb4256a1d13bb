//! `POST /api/v2/users/{id}/revoke-access`

use anteroom_accounts::access::{self, RevokeAccess};
use anteroom_model::Refusal;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query, present};
use crate::reply;

/// What of a user's access to end: everything, unless said otherwise.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RevokeAccess)]
pub struct RevokeAccessBody {
    /// Only what was given in this session, and the session itself.
    #[serde(default)]
    #[schema(max_length = 50)]
    session_id: Option<String>,
    /// Only what was given to this application; the person stays signed in to others.
    #[serde(default)]
    #[schema(max_length = 64)]
    client_id: Option<String>,
    /// Whether refresh tokens stay, with the access tokens given for them; not by default.
    #[serde(default)]
    preserve_refresh_tokens: bool,
    /// Whether to tell the user by mail; not by default.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = bool)]
    notify: Option<bool>,
}

/// Force a user offline
///
/// Every device is refused at its next request; the person can sign in again.
#[utoipa::path(
    post, path = "/api/v2/users/{id}/revoke-access", tag = "users", operation_id = "user_revoke_access",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id")),
    request_body = RevokeAccessBody,
    responses(
        (status = 202, description = "The access has ended"),
        (status = 400, description = "The id is malformed, or the body breaks a rule of a field, as notify does for a user without an address", body = ErrorBody),
        (status = 403, description = "Scope delete:sessions or delete:refresh_tokens is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn revoke_user_access(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    caller.holding(&["delete:sessions"])?;
    let context = caller.holding(&["delete:refresh_tokens"])?;
    query.none()?;
    let Id(user_id) = id?;
    let sent: RevokeAccessBody = body.read()?;
    for (field, text, most, rule) in [
        ("session_id", &sent.session_id, 50, "must not have more than 50 characters"),
        ("client_id", &sent.client_id, 64, "must not have more than 64 characters"),
    ] {
        if text.as_ref().is_some_and(|text| text.chars().count() > most) {
            return Err(Refusal::invalid_field(field, rule).into());
        }
    }
    let request = RevokeAccess {
        user_id,
        session_id: sent.session_id,
        client_id: sent.client_id,
        preserve_refresh_tokens: sent.preserve_refresh_tokens,
        notify: sent.notify.unwrap_or_default(),
    };
    access::revoke_access(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply::empty(StatusCode::ACCEPTED))
}
