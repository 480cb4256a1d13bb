//! The same steps as the hosted pages, as JSON, for applications that draw their own pages: `/api/flow`.
//!
//! The browser calls it, with its cookies, from an origin that an application registered, or from our own. A flow begins here
//! with the parameters of `/authorize`; every answer says what comes next, the last one where to send the browser.

mod begin;
mod steps;
mod view;

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
        .route("/api/flow/{flow}/consent", post(steps::give_consent))
        .route("/api/flow/{flow}/sign-up", post(steps::make_account))
}

/// What a page sends: JSON, which another site's form cannot send, from an origin that may.
pub struct Sent(Body);

impl Sent {
    /// The body as this type.
    ///
    /// # Errors
    /// `invalid_body` naming the field.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        self.0.read()
    }
}

impl FromRequest<App> for Sent {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        refuse_strangers(&request)?;
        let is_json =
            request.headers().get(CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"application/json"));
        if !is_json {
            return Err(Refusal::new(&codes::MEDIA_TYPE, "Send the body as application/json.").into());
        }
        Ok(Self(Body::from_request(request, app).await?))
    }
}

/// Refuses pages of origins that nobody registered: cookies alone prove nothing of who asks.
fn refuse_strangers(request: &Request) -> Result<(), Refusal> {
    let Some(origin) = request.headers().get(ORIGIN) else { return Ok(()) };
    let origin = origin.to_str().unwrap_or_default();
    let arrival = request.extensions().get::<Arrival>();
    let is_known = arrival
        .is_some_and(|arrival| arrival.origin.to_string() == origin || arrival.tenant.web_origins.contains(origin));
    if is_known { Ok(()) } else { Err(Refusal::new(&codes::CROSS_SITE, "The origin is not one of the applications'.")) }
}
