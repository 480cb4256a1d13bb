//! Whether the process lives, and whether it can work. Any host may ask.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde::Serialize;

use crate::reply;
use crate::state::App;

#[derive(Serialize)]
struct Health {
    status: &'static str,
}

/// `/health/live` and `/health/ready`.
pub fn router() -> Router<App> {
    Router::new().route("/health/live", get(live)).route("/health/ready", get(ready))
}

async fn live() -> Response {
    reply::json(StatusCode::OK, &Health { status: "ok" })
}

async fn ready(State(app): State<App>) -> Response {
    match app.services.configuration.fresh().await {
        Ok(_) => reply::json(StatusCode::OK, &Health { status: "ok" }),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            reply::json(StatusCode::SERVICE_UNAVAILABLE, &Health { status: "the database does not answer" })
        }
    }
}
