//! Refusals in the shape that Auth0's libraries for signing up read.

use anteroom_accounts::Error;
use anteroom_model::{Refusal, codes};
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::error::{ApiError, status};
use crate::reply;

/// A refusal at `/dbconnections`.
pub struct SignUpError(Refusal);

#[derive(Serialize)]
struct SignUpErrorBody {
    name: &'static str,
    code: &'static str,
    description: String,
    #[serde(rename = "statusCode")]
    status: u16,
}

impl From<Refusal> for SignUpError {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<ApiError> for SignUpError {
    fn from(error: ApiError) -> Self {
        Self(error.0)
    }
}

impl From<Error> for SignUpError {
    fn from(error: Error) -> Self {
        ApiError::from(error).into()
    }
}

impl IntoResponse for SignUpError {
    fn into_response(self) -> Response {
        let Self(refusal) = self;
        let status = status(refusal.code.kind);
        let is_password = refusal.code == &codes::INVALID_PASSWORD;
        let name = if is_password { "PasswordStrengthError" } else { name(status) };
        let body = SignUpErrorBody {
            name,
            code: refusal.code.name,
            description: refusal.message.into_owned(),
            status: status.as_u16(),
        };
        let mut response = reply::json(status, &body);
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

fn name(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => "UnauthorizedError",
        StatusCode::FORBIDDEN => "ForbiddenError",
        StatusCode::NOT_FOUND => "NotFoundError",
        StatusCode::TOO_MANY_REQUESTS => "TooManyRequestsError",
        StatusCode::SERVICE_UNAVAILABLE => "ServiceUnavailableError",
        _ => "BadRequestError",
    }
}
