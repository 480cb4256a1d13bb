//! OAuth 2 and OpenID Connect.

mod discovery;
mod jwks;
mod token;
mod token_request;

use axum::Router;
use axum::routing::{get, post};

use crate::state::App;

/// The endpoints, outside `/api/v2`.
pub fn router() -> Router<App> {
    Router::new()
        .route("/oauth/token", post(token::issue_token))
        .route("/.well-known/jwks.json", get(jwks::get_jwks))
        .route("/.well-known/openid-configuration", get(discovery::get_discovery))
        .route("/.well-known/oauth-authorization-server", get(discovery::get_discovery))
}
