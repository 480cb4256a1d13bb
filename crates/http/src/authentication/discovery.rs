//! `GET /.well-known/openid-configuration`

use axum::Extension;
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use serde_json::json;

use crate::origin::Arrival;
use crate::reply;

/// What this issuer can do (OpenID Connect Discovery §3, RFC 8414 §2); all of it at the origin that was asked.
pub async fn get_discovery(Extension(arrival): Extension<Arrival>) -> Response {
    let origin = &arrival.origin;
    let document = json!({
        "issuer": origin.issuer(),
        "token_endpoint": format!("{origin}/oauth/token"),
        "jwks_uri": format!("{origin}/.well-known/jwks.json"),
        "grant_types_supported": ["client_credentials"],
        "response_types_supported": [],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
    });
    let mut response = reply::json(StatusCode::OK, &document);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    response
}
