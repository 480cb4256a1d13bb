//! `POST /api/v2/users`

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::idempotency::IdempotencyKey;
use anteroom_accounts::users::{self, CreateUser, CreatedUser, PasswordWish};
use anteroom_model::Refusal;
use anteroom_model::user::{NewUser, Source};
use axum::http::header::{CACHE_CONTROL, ETAG};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::{CreateUserBody, platform_role};
use super::view::UserView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query, etag, idempotency_key};
use crate::reply;

/// A user who was just made.
#[derive(Serialize, ToSchema)]
#[schema(as = CreatedUser)]
pub struct CreatedUserView<'a> {
    #[serde(flatten)]
    user: UserView<'a>,
    /// The password, if one was to be generated. It is not told again.
    #[serde(skip_serializing_if = "Option::is_none")]
    generated_password: Option<&'a str>,
}

impl<'a> CreatedUserView<'a> {
    pub(super) fn new(made: &'a CreatedUser, tenant: &'a TenantConfiguration) -> Self {
        let generated_password = made.generated_password.as_ref().map(|password| password.as_str());
        Self { user: UserView::new(&made.user, tenant), generated_password }
    }
}

/// Make a user
///
/// Needs no code or password of the user's. A repeated request with the same Idempotency-Key makes no second user.
#[utoipa::path(
    post, path = "/api/v2/users", tag = "users", operation_id = "post_users",
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "Makes the request safe to repeat for a day")),
    request_body = CreateUserBody,
    responses(
        (status = 201, description = "The user", body = CreatedUserView, headers(("ETag" = String, description = "The version, for If-Match"))),
        (status = 400, description = "The body breaks a rule of a field, the password is a common one, or the connection is unknown or disabled", body = ErrorBody),
        (status = 403, description = "Scope create:users is missing, or update:users or create:role_members where there are roles, or the platform role exceeds the caller's rank", body = ErrorBody),
        (status = 404, description = "There is no such role", body = ErrorBody),
        (status = 409, description = "The email, phone number, username, user id or external id is taken, or the Idempotency-Key was used with another request", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_user(caller: Caller, query: Query, headers: HeaderMap, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users"])?;
    query.none()?;
    let sent: CreateUserBody = body.read()?;
    let idempotency = idempotency_key(caller.services(), &headers, &context.origin.operation, body.bytes())?;
    let request = request(&caller, sent, idempotency)?;
    let made = users::create_user(caller.services(), &caller.tenant, context, request).await?;
    let mut response = reply::json(StatusCode::CREATED, &CreatedUserView::new(&made, &caller.tenant));
    let headers = response.headers_mut();
    headers.insert(ETAG, etag(made.user.version));
    if made.generated_password.is_some() {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    Ok(response)
}

/// What a body asks for.
///
/// # Errors
/// `invalid_body`; `insufficient_scope` when there are roles and the caller may not give any.
pub(super) fn request(
    caller: &Caller,
    mut sent: CreateUserBody,
    idempotency: Option<IdempotencyKey>,
) -> Result<CreateUser, Refusal> {
    if sent.roles.is_some() {
        caller.holding(&["update:users"])?;
        caller.holding(&["create:role_members"])?;
    }
    let user = NewUser {
        user_id: sent.user_id.take(),
        fields: sent.changes().without_null()?,
        platform_role: sent.platform_role.as_deref().map(platform_role).transpose()?.unwrap_or_default(),
        source: Source::Admin,
    };
    let wish = PasswordWish {
        password: sent.password,
        password_hash: sent.password_hash,
        custom_password_hash: sent.custom_password_hash,
        generate: sent.generate_password.unwrap_or_default(),
    };
    Ok(CreateUser {
        connection: sent.connection,
        user,
        password: wish.choose()?,
        roles: sent.roles.unwrap_or_default(),
        notify: sent.notify.unwrap_or_default(),
        verify_email: sent.verify_email,
        idempotency,
    })
}
