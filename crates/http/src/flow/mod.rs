//! The same steps as the hosted pages, as JSON, for applications that draw their own pages: `/api/flow`.
//!
//! The browser calls it, with its cookies, from an origin that an application registered, or from our own. A flow begins here
//! with the parameters of `/authorize`; every answer says what comes next, the last one where to send the browser.

mod begin;
mod reset;
mod steps;
mod view;

use anteroom_model::client::Client;
use anteroom_model::settings::web_origins;
use anteroom_model::{Refusal, codes};
use axum::Router;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_TYPE, ORIGIN};
use axum::routing::{get, post};
use serde::de::DeserializeOwned;

use crate::error::ApiError;
use crate::extract::Body;
use crate::origin::Arrival;
use crate::state::App;

/// The endpoints.
pub fn router() -> Router<App> {
    Router::new()
        .route("/api/flow", post(begin::begin_flow))
        .route("/api/flow/{flow}", get(view::get_flow))
        .route("/api/flow/{flow}/identifier", post(steps::give_identifier))
        .route("/api/flow/{flow}/password", post(steps::give_password))
        .route("/api/flow/{flow}/change-password", post(steps::choose_password))
        .route("/api/flow/{flow}/verify-email", post(steps::wait_for_proof))
        .route("/api/flow/{flow}/consent", post(steps::give_consent))
        .route("/api/flow/{flow}/forgot-password", post(reset::ask_for_mail))
        .route("/api/flow/{flow}/reset-code", post(reset::type_code))
        .route("/api/flow/{flow}/reset-password", post(reset::choose_password))
        .route("/api/flow/{flow}/sign-up", post(steps::make_account))
}

/// What a page sends: JSON, which another site's form cannot send, from an origin that may.
pub struct Sent {
    body: Body,
    /// The origin of the page, if it is not our own.
    foreign: Option<String>,
}

impl Sent {
    /// The body as this type.
    ///
    /// # Errors
    /// `invalid_body` naming the field.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        self.body.read()
    }

    /// Refuses a page of one application that begins a flow for another: it would read the answer that is for the other.
    ///
    /// # Errors
    /// `cross_site_request`.
    pub fn refuse_other_pages(&self, client: &Client) -> Result<(), Refusal> {
        match &self.foreign {
            Some(origin) if !web_origins(&client.settings).contains(origin) => Err(stranger()),
            _ => Ok(()),
        }
    }
}

impl FromRequest<App> for Sent {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let foreign = foreign_origin(&request)?;
        let is_json =
            request.headers().get(CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"application/json"));
        if !is_json {
            return Err(Refusal::new(&codes::MEDIA_TYPE, "Send the body as application/json.").into());
        }
        Ok(Self { body: Body::from_request(request, app).await?, foreign })
    }
}

/// The origin of the page that calls, if it is not our own. One that nobody registered is refused: cookies alone prove
/// nothing of who asks.
fn foreign_origin(request: &Request) -> Result<Option<String>, Refusal> {
    let Some(origin) = request.headers().get(ORIGIN) else { return Ok(None) };
    let origin = origin.to_str().unwrap_or_default();
    let arrival = request.extensions().get::<Arrival>().ok_or_else(stranger)?;
    match arrival.origin.to_string() == origin {
        true => Ok(None),
        false if arrival.tenant.web_origins.contains(origin) => Ok(Some(origin.to_owned())),
        false => Err(stranger()),
    }
}

fn stranger() -> Refusal {
    Refusal::new(&codes::CROSS_SITE, "The origin is not one of the application's.")
}
