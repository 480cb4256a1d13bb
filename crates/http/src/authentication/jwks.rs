//! `GET /.well-known/jwks.json`

use axum::Extension;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::Response;
use serde_json::json;

use crate::error::{ApiError, on_path};
use crate::origin::Arrival;
use crate::reply;
use crate::state::App;

/// The public keys that check our signatures (RFC 7517 §5). They may be kept for an hour: a new key is published that
/// long before it signs.
pub async fn get_jwks(
    State(app): State<App>,
    Extension(arrival): Extension<Arrival>,
    uri: Uri,
) -> Result<Response, Response> {
    let fresh = app.services.configuration.fresh().await.map_err(|failure| on_path(&uri, ApiError::from(failure).0))?;
    let tenant = fresh.tenant(arrival.tenant.tenant.id).unwrap_or(&arrival.tenant);
    let mut response = reply::json(StatusCode::OK, &json!({"keys": tenant.keys.public}));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    Ok(response)
}
