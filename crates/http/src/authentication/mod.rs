//! OAuth 2 and OpenID Connect.

mod authorize;
mod client_request;
mod dbconnections;
mod discovery;
mod introspect;
mod jwks;
mod revoke;
mod token;
mod token_request;
mod userinfo;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use crate::pages::routes::secure_transport;
use crate::state::App;

/// The endpoints, outside `/api/v2`.
pub fn router(app: &App) -> Router<App> {
    let authorize = get(authorize::authorize).post(authorize::authorize_by_form);
    Router::new()
        .route("/authorize", authorize.layer(from_fn_with_state(app.clone(), secure_transport)))
        .route("/oauth/token", post(token::issue_token))
        .route("/oauth/revoke", post(revoke::revoke_token))
        .route("/oauth/introspect", post(introspect::introspect_token))
        .route("/userinfo", get(userinfo::get_userinfo).post(userinfo::post_userinfo))
        .route("/dbconnections/signup", post(dbconnections::sign_up))
        .route("/dbconnections/change_password", post(dbconnections::change_password))
        .route("/.well-known/jwks.json", get(jwks::get_jwks))
        .route("/.well-known/openid-configuration", get(discovery::get_discovery))
        .route("/.well-known/oauth-authorization-server", get(discovery::get_discovery))
}
