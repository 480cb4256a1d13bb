//! Refusals on the wire: Auth0's shape on its paths, OAuth's on OAuth's, RFC 9457 elsewhere.

use anteroom_accounts::Error;
use anteroom_model::{Kind, Refusal, codes};
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::{IntoResponses, ToSchema};

use crate::reply;

/// A refusal at the Management API.
#[derive(Debug)]
pub struct ApiError(pub Refusal);

/// Auth0's error body.
#[derive(Clone, Serialize, ToSchema)]
#[schema(as = Error)]
pub struct ErrorBody {
    /// The HTTP status.
    #[serde(rename = "statusCode")]
    status: u16,
    /// The status's name.
    error: &'static str,
    /// What is wrong, for people.
    message: String,
    /// The stable code; docs/errors.md lists them.
    #[serde(rename = "errorCode")]
    code: &'static str,
    /// The field of the request at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

impl ErrorBody {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }
}

impl From<Refusal> for ErrorBody {
    fn from(refusal: Refusal) -> Self {
        let status = status(refusal.code.kind);
        Self {
            status: status.as_u16(),
            error: status.canonical_reason().unwrap_or_default(),
            message: refusal.message.into_owned(),
            code: refusal.code.name,
            field: refusal.field,
        }
    }
}

/// What every endpoint of the Management API may answer besides its own refusals.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "it only describes answers")]
pub enum Refusals {
    /// No access token, or not a valid one
    #[response(status = 401)]
    Unauthenticated(ErrorBody),
    /// Too many requests
    #[response(status = 429)]
    TooManyRequests(ErrorBody),
    /// Try again
    #[response(status = 503)]
    Unavailable(ErrorBody),
}

/// OAuth's error body (RFC 6749 §5.2).
#[derive(Serialize)]
struct OAuthErrorBody {
    error: &'static str,
    error_description: String,
}

/// A problem document (RFC 9457).
#[derive(Serialize)]
struct Problem {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    code: &'static str,
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        Self(told(error))
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        render_api(self.0)
    }
}

/// A refusal at the OAuth endpoints.
#[derive(Debug)]
pub struct OAuthError(pub Refusal);

impl From<Refusal> for OAuthError {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<Error> for OAuthError {
    fn from(error: Error) -> Self {
        Self(told(error))
    }
}

impl IntoResponse for OAuthError {
    fn into_response(self) -> Response {
        let refusal = self.0;
        let body = OAuthErrorBody { error: refusal.code.name, error_description: refusal.message.clone().into_owned() };
        let mut response = reply::json(status(refusal.code.kind), &body);
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if refusal.code.kind == Kind::Unauthenticated {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"token\""));
        }
        response
    }
}

/// A refusal where people call with a token of their own (RFC 6750 §3).
#[derive(Debug)]
pub struct BearerError(pub Refusal);

impl From<Refusal> for BearerError {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<Error> for BearerError {
    fn from(error: Error) -> Self {
        Self(told(error))
    }
}

impl IntoResponse for BearerError {
    fn into_response(self) -> Response {
        let refusal = self.0;
        let status = status(refusal.code.kind);
        let challenge = match refusal.code.name {
            // Without a token nothing is said but that one is needed (RFC 6750 §3.1).
            "missing_authentication" => Some("Bearer"),
            "invalid_token" => Some("Bearer error=\"invalid_token\""),
            "insufficient_scope" => Some("Bearer error=\"insufficient_scope\""),
            _ => None,
        };
        let body = OAuthErrorBody { error: refusal.code.name, error_description: refusal.message.into_owned() };
        let mut response = reply::json(status, &body);
        let headers = response.headers_mut();
        if let Some(challenge) = challenge {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        if refusal.code.kind == Kind::TooManyRequests {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("60"));
        }
        response
    }
}

/// What a caller is told; what failed on our side goes to the log.
pub fn told(error: Error) -> Refusal {
    if !matches!(error, Error::Refused(_)) {
        tracing::error!(%error, "a request could not be answered");
    }
    error.into_refusal()
}

/// The status of a kind of refusal.
pub fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::BAD_REQUEST,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::UriTooLong => StatusCode::URI_TOO_LONG,
        Kind::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Kind::Misdirected => StatusCode::MISDIRECTED_REQUEST,
        Kind::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

fn render_api(refusal: Refusal) -> Response {
    let kind = refusal.code.kind;
    let body = ErrorBody::from(refusal);
    let mut response = reply::json(status(kind), &body);
    let headers = response.headers_mut();
    match kind {
        Kind::Unauthenticated => {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        Kind::Unavailable => {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        _ => {}
    }
    response
}

/// A refusal in the shape that belongs to the path.
pub fn on_path(uri: &Uri, refusal: Refusal) -> Response {
    let path = uri.path();
    if path.starts_with("/api/") {
        return render_api(refusal);
    }
    if path.starts_with("/oauth/") {
        return OAuthError(refusal).into_response();
    }
    let status = status(refusal.code.kind);
    let problem = Problem {
        r#type: "about:blank",
        title: status.canonical_reason().unwrap_or_default(),
        status: status.as_u16(),
        detail: refusal.message.into_owned(),
        code: refusal.code.name,
    };
    reply::typed(status, "application/problem+json", &problem)
}

/// The answer where there is no route.
pub async fn nothing_here(uri: Uri) -> Response {
    on_path(&uri, Refusal::new(&codes::NOT_FOUND, "There is nothing at this path."))
}

/// The answer where there is a route for other methods.
pub async fn not_with_this_method(uri: Uri) -> Response {
    on_path(&uri, Refusal::new(&codes::METHOD_NOT_ALLOWED, "The path does not have this method."))
}
