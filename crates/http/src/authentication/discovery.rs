//! `GET /.well-known/openid-configuration`

use anteroom_model::client::{AUTHORIZATION_CODE, CLIENT_CREDENTIALS, REFRESH_TOKEN};
use anteroom_model::oauth::{ResponseMode, STANDARD_SCOPES};
use anteroom_model::{Language, claims};
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
    let of_token = ["iss", "aud", "exp", "iat", "auth_time", "nonce", "amr", "sid"];
    let told: Vec<_> = claims::supported().into_iter().chain(of_token).collect();
    let document = json!({
        "issuer": origin.issuer(),
        "authorization_endpoint": format!("{origin}/authorize"),
        "token_endpoint": format!("{origin}/oauth/token"),
        "userinfo_endpoint": format!("{origin}/userinfo"),
        "jwks_uri": format!("{origin}/.well-known/jwks.json"),
        "revocation_endpoint": format!("{origin}/oauth/revoke"),
        "introspection_endpoint": format!("{origin}/oauth/introspect"),
        "end_session_endpoint": format!("{origin}/oidc/logout"),
        "scopes_supported": STANDARD_SCOPES,
        "response_types_supported": ["code"],
        "response_modes_supported": ResponseMode::ALL.map(ResponseMode::name),
        "grant_types_supported": [AUTHORIZATION_CODE, REFRESH_TOKEN, CLIENT_CREDENTIALS],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "revocation_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "introspection_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": ["S256"],
        "claims_supported": told,
        "claim_types_supported": ["normal"],
        "ui_locales_supported": Language::ALL.map(Language::code),
        "display_values_supported": ["page"],
        "prompt_values_supported": ["none", "login", "consent", "select_account"],
        "claims_parameter_supported": false,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
        "require_request_uri_registration": false,
        "authorization_response_iss_parameter_supported": true,
    });
    let mut response = reply::json(StatusCode::OK, &document);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    response
}
