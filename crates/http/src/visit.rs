//! A browser's request to a page of ours, or to an endpoint that people's applications send browsers to.

use std::sync::Arc;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_crypto::token::new_secret;
use anteroom_model::oauth::Parameters;
use anteroom_model::{Actor, Context, Language};
use anteroom_signin::flow::Place;
use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Uri};

use crate::cookies::{Cookies, Purpose};
use crate::error::ApiError;
use crate::extract::request_origin;
use crate::origin::Arrival;
use crate::state::App;

/// A browser's request.
pub struct Visit {
    /// What all routes share.
    pub app: App,
    /// The tenant as it is configured now.
    pub tenant: Arc<TenantConfiguration>,
    /// Where the request was sent to.
    pub arrival: Arrival,
    /// Who acts: somebody not yet known.
    pub context: Context,
    /// The parameters of its query; none if they cannot be read.
    pub query: Parameters,
    /// Its path and query.
    pub uri: Uri,
    /// The session's secret, if the browser sent one.
    pub session: Option<String>,
    /// The browser's secret, if it sent one.
    pub browser: Option<String>,
    /// The cookies of this tenant at this origin.
    pub cookies: Cookies,
    accepted: Option<String>,
}

impl Visit {
    /// The place of a flow whose secret the request names; without the browser's own secret there is none that fits.
    pub fn place(&self, flow: &str) -> Place {
        Place {
            tenant: Arc::clone(&self.tenant),
            flow: flow.to_owned(),
            browser: self.browser.clone().unwrap_or_default(),
            session: self.session.clone(),
        }
    }

    /// The browser's secret, made now if it has none yet, and the header that sets it: its day begins anew with each flow.
    pub fn bound_browser(&self) -> (String, Option<HeaderValue>) {
        let secret = self.browser.clone().unwrap_or_else(|| new_secret(&*self.app.random));
        let header = self.cookies.set_browser(&secret);
        (secret, header)
    }

    /// The language of its pages: what the address asks for, what the application asked for, or what the browser wants.
    pub fn language(&self, asked: Option<&str>) -> Language {
        Language::choose(self.query.get("ui_locales").or(asked), self.accepted.as_deref())
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let arrival = parts.extensions.get::<Arrival>().cloned();
        let arrival =
            arrival.ok_or_else(|| anteroom_model::Refusal::new(&anteroom_model::codes::NOT_FOUND, "Not Found"))?;
        // What an administrator changes counts at once, in every process (requirement S4.L24.5).
        let configuration = app.services.configuration.fresh().await?;
        let id = arrival.tenant.tenant.id;
        let tenant = configuration.tenant(id).cloned().unwrap_or_else(|| Arc::clone(&arrival.tenant));
        let cookies = Cookies::of(id, &arrival.origin);
        let pairs = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes());
        let query = Parameters::new(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())));
        let accepted = parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Ok(Self {
            app: app.clone(),
            tenant,
            context: Context {
                tenant: id,
                actor: Actor::Visitor { client_id: None },
                clock: Arc::clone(&app.clock),
                random: Arc::clone(&app.random),
                origin: request_origin(app, parts, arrival.ip)?,
            },
            query: query.unwrap_or_default(),
            uri: parts.uri.clone(),
            session: cookies.find(&parts.headers, Purpose::Session),
            browser: cookies.find(&parts.headers, Purpose::Browser),
            cookies,
            arrival,
            accepted,
        })
    }
}
