//! What applications send to the endpoints that know them: parameters, and who they are.

use std::sync::Arc;

use anteroom_accounts::configuration::{Configuration, TenantConfiguration};
use anteroom_model::client::Client;
use anteroom_model::{Actor, Context};
use anteroom_signin::client_authentication::{Credentials, authenticate};
use axum::extract::{FromRequest, Request};
use axum::http::request::Parts;

use super::token_request::TokenRequest;
use crate::error::{ApiError, OAuthError};
use crate::extract::{Body, request_origin};
use crate::origin::Arrival;
use crate::state::App;

/// An application's request.
pub struct ClientRequest {
    /// What all routes share.
    pub app: App,
    /// Where it was sent to.
    pub arrival: Arrival,
    /// Its circumstances.
    pub context: Context,
    /// Its parameters.
    pub sent: TokenRequest,
}

impl ClientRequest {
    /// The application, proven, and the tenant as it is configured now.
    ///
    /// # Errors
    /// `invalid_client`; `invalid_request` when it does not say which one it is.
    pub async fn client(&self) -> Result<(Client, Arc<TenantConfiguration>), OAuthError> {
        let credentials = Credentials {
            client_id: self.sent.required("client_id")?.to_owned(),
            client_secret: self.sent.optional("client_secret").map(str::to_owned),
        };
        let services = &self.app.services;
        let session = services.db.session().await.map_err(anteroom_accounts::Error::from)?;
        let dated = authenticate(services, &session.connection(), &self.context, &credentials).await?;
        drop(session);
        // Keys, APIs and lifetimes may have been changed by another process since they were read.
        let configuration = services.configuration.at_least(dated.config_version).await?;
        Ok((dated.client, self.tenant_in(&configuration)))
    }

    /// The tenant as it is configured now.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn tenant(&self) -> Result<Arc<TenantConfiguration>, OAuthError> {
        Ok(self.tenant_in(&*self.app.services.configuration.fresh().await?))
    }

    fn tenant_in(&self, configuration: &Configuration) -> Arc<TenantConfiguration> {
        configuration.tenant(self.context.tenant).cloned().unwrap_or_else(|| Arc::clone(&self.arrival.tenant))
    }
}

impl FromRequest<App> for ClientRequest {
    type Rejection = OAuthError;

    async fn from_request(request: Request, app: &App) -> Result<Self, OAuthError> {
        let (parts, body) = request.into_parts();
        let body = Body::from_request(Request::from_parts(parts.clone(), body), app).await;
        let body = body.map_err(|refused: ApiError| OAuthError(refused.0))?;
        Self::new(app, &parts, &body)
    }
}

impl ClientRequest {
    fn new(app: &App, parts: &Parts, body: &Body) -> Result<Self, OAuthError> {
        let arrival = parts.extensions.get::<Arrival>().cloned();
        let arrival = arrival
            .ok_or_else(|| OAuthError(anteroom_model::Refusal::new(&anteroom_model::codes::NOT_FOUND, "Not Found")))?;
        let sent = TokenRequest::read(&parts.headers, body.bytes())?;
        let client_id = sent.optional("client_id").map(|id| id.chars().take(64).collect());
        let context = Context {
            tenant: arrival.tenant.tenant.id,
            actor: Actor::Visitor { client_id },
            clock: Arc::clone(&app.clock),
            random: Arc::clone(&app.random),
            origin: request_origin(app, parts, arrival.ip)?,
        };
        Ok(Self { app: app.clone(), arrival, context, sent })
    }
}
