//! `POST /api/v2/users`

use anteroom_accounts::users::{self, CreateUser};
use anteroom_model::user::{NewUser, Source};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::body::{CreateUserBody, platform_role};
use super::reply_with;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query, idempotency_key};

/// Make a user
///
/// Needs no code or password of the user's. A repeated request with the same Idempotency-Key makes no second user.
#[utoipa::path(
    post, path = "/api/v2/users", tag = "users", operation_id = "post_users",
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "Makes the request safe to repeat for a day")),
    request_body = CreateUserBody,
    responses(
        (status = 201, description = "The user", body = super::view::UserView, headers(("ETag" = String, description = "The version, for If-Match"))),
        (status = 400, description = "The body breaks a rule of a field, the password is a common one, or the connection is unknown or disabled", body = ErrorBody),
        (status = 403, description = "Scope create:users is missing, or the platform role exceeds the caller's rank", body = ErrorBody),
        (status = 409, description = "The email, phone number, username, user id or external id is taken, or the Idempotency-Key was used with another request", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_user(caller: Caller, query: Query, headers: HeaderMap, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users"])?;
    query.none()?;
    let mut sent: CreateUserBody = body.read()?;
    let idempotency = idempotency_key(caller.services(), &headers, &context.origin.operation, body.bytes())?;
    let user = NewUser {
        user_id: sent.user_id.take(),
        fields: sent.changes().without_null()?,
        platform_role: sent.platform_role.as_deref().map(platform_role).transpose()?.unwrap_or_default(),
        source: Source::Admin,
    };
    let verify_email = sent.verify_email;
    let request = CreateUser { connection: sent.connection, user, password: sent.password, verify_email, idempotency };
    let user = users::create_user(caller.services(), &caller.tenant, context, request).await?;
    Ok(reply_with(StatusCode::CREATED, &user, &caller.tenant))
}
