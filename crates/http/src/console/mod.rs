//! `/console`: the administrators' console, an application in the browser that uses the public API alone.

mod assets;
mod files;
mod page;
mod placeholder;

use anteroom_model::client::CONSOLE_PATH;
use axum::Router;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::pages::routes::secure_transport;
use crate::state::App;

pub use files::Files;

/// Where its files lie.
const ASSETS: &str = "/console/assets/";

/// The console, its files, and the way there from the bare origin.
pub fn router(app: &App) -> Router<App> {
    let pages = Router::new()
        .route("/console", get(page::show))
        .route("/console/", get(page::show))
        // Its own router decides what is shown where.
        .route("/console/{*path}", get(page::show))
        .layer(from_fn_with_state(app.clone(), secure_transport));
    Router::new()
        .route("/", get(home))
        .merge(pages)
        .route("/console/assets", get(assets::asset))
        .route("/console/assets/", get(assets::asset))
        .route("/console/assets/{*name}", get(assets::asset))
}

/// Whoever opens the bare origin is on the way to the console.
async fn home() -> Response {
    (StatusCode::FOUND, [(LOCATION, HeaderValue::from_static(CONSOLE_PATH))]).into_response()
}
