//! Answers.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;

/// JSON with this status.
pub fn json(status: StatusCode, value: &impl Serialize) -> Response {
    typed(status, "application/json; charset=utf-8", value)
}

/// JSON of a certain media type.
pub fn typed(status: StatusCode, media_type: &'static str, value: &impl Serialize) -> Response {
    // Our own types have text keys and no failing serializer: this cannot fail.
    let text = serde_json::to_vec(value).unwrap_or_default();
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    response
}

/// Nothing, with this status.
pub fn empty(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
