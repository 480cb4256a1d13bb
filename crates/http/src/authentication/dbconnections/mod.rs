//! Auth0's endpoints for people of a database connection: signing up, and asking for another password.

mod change_password;
mod error;
mod sign_up;

use std::sync::Arc;

use anteroom_model::{Actor, Context, Language, Refusal};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

pub use change_password::change_password;
pub use sign_up::sign_up;

use crate::extract::request_origin;
use crate::origin::Arrival;
use crate::state::App;

/// The circumstances of somebody who comes from this client.
fn visitor(app: &App, arrival: &Arrival, parts: &Parts, client_id: &str) -> Result<Context, Refusal> {
    Ok(Context {
        tenant: arrival.tenant.tenant.id,
        actor: Actor::Visitor { client_id: Some(client_id.to_owned()) },
        clock: Arc::clone(&app.clock),
        random: Arc::clone(&app.random),
        origin: request_origin(app, parts, arrival.ip)?,
    })
}

/// The language that the person's browser asks for.
fn language(parts: &Parts) -> Language {
    Language::choose(None, parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()))
}
