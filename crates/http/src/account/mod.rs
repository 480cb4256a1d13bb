//! What people do to their own account with an access token of their own: `/api/account`. A token of the Management API is
//! none (requirements S0.L19.1, S0.L19.7).

mod password;

use axum::Router;
use axum::routing::post;

use crate::state::App;

/// The endpoints under `/api/account`.
pub fn router() -> Router<App> {
    Router::new().route("/api/account/password", post(password::change_password))
}
