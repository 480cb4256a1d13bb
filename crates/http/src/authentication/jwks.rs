//! `GET /.well-known/jwks.json`

use axum::Extension;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::json;

use crate::origin::Arrival;
use crate::reply;

/// The public keys that check our signatures (RFC 7517 §5). They may be kept for an hour: a new key is published that
/// long before it signs.
pub async fn get_jwks(Extension(arrival): Extension<Arrival>) -> Response {
    let mut response = reply::json(StatusCode::OK, &json!({"keys": arrival.tenant.keys.public}));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}
