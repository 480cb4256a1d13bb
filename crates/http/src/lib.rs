//! Routes: extract, call one verb, render. No rule lives here.
//!
//! `management/` is Auth0's Management API, one file an endpoint; `authentication/` is OAuth and OpenID Connect.

mod account;
mod authentication;
mod console;
mod cookies;
mod cors;
mod error;
mod extract;
mod flow;
mod health;
mod management;
mod observe;
mod origin;
pub mod pages;
mod public_limit;
pub mod rate_limit;
mod reply;
mod serve;
mod state;
mod visit;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};

pub use console::Files as ConsoleFiles;
pub use error::status;
pub use management::{UserShape, openapi};
pub use origin::{Peer, TrustedProxies};
pub use rate_limit::RateLimit;
pub use serve::{Listener, serve};
pub use state::{App, Settings};

/// All routes.
pub fn router(app: App) -> Router {
    let tenanted = Router::new()
        .merge(management::router())
        .merge(authentication::router(&app))
        .merge(pages::routes::router(&app))
        .merge(flow::router())
        .merge(account::router())
        .merge(console::router(&app))
        .fallback(pages::routes::nothing_here)
        .method_not_allowed_fallback(error::not_with_this_method)
        .layer(from_fn_with_state(app.clone(), rate_limit::headers))
        .layer(from_fn_with_state(app.clone(), public_limit::by_address))
        .layer(from_fn_with_state(app.clone(), cors::allow))
        .layer(from_fn_with_state(app.clone(), origin::find_tenant));
    Router::new()
        .merge(health::router())
        .method_not_allowed_fallback(error::not_with_this_method)
        .fallback_service(tenanted.with_state(app.clone()))
        .layer(from_fn_with_state(app.clone(), observe::guard))
        .layer(from_fn(observe::log))
        .with_state(app)
}
