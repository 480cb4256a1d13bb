//! Who calls, and with which scopes.

use std::sync::Arc;

use anteroom_accounts::Services;
use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::{Context, Refusal, RequestOrigin, codes};
use axum::extract::FromRequestParts;
use axum::http::header::{AUTHORIZATION, HeaderName, USER_AGENT};
use axum::http::request::Parts;

use crate::error::ApiError;
use crate::origin::Arrival;
use crate::rate_limit::{self, Noted};
use crate::state::App;

const CORRELATION_ID: HeaderName = HeaderName::from_static("x-correlation-id");

/// An authenticated caller of the Management API. A handler says first what the caller must hold.
pub struct Caller {
    app: App,
    /// The tenant.
    pub tenant: Arc<TenantConfiguration>,
    context: Context,
}

impl Caller {
    /// The request's context, if the caller holds one of these scopes.
    ///
    /// # Errors
    /// `insufficient_scope`, in Auth0's words.
    pub fn holding(&self, scopes: &[&str]) -> Result<&Context, Refusal> {
        if scopes.iter().any(|scope| self.context.actor.holds(scope)) {
            return Ok(&self.context);
        }
        let message = format!("Insufficient scope, expected any of: {}", scopes.join(","));
        Err(Refusal::new(&codes::INSUFFICIENT_SCOPE, message))
    }

    /// What verbs work with.
    pub fn services(&self) -> &Services {
        &self.app.services
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let arrival = parts.extensions.get::<Arrival>().cloned().ok_or_else(missing)?;
        let token = bearer_token(parts)?;
        let tenant = arrival.tenant.tenant.id;
        let actor = app.bearers.authenticate(&app.services, tenant, token, app.clock.now()).await?;
        rate_limit::count(app, parts.extensions.get::<Noted>(), tenant.0, actor.id())?;
        // The check may have found a newer configuration than the one the request arrived with.
        let current = app.services.configuration.current();
        let tenant = current.tenant(tenant).cloned().unwrap_or(arrival.tenant);
        let context = Context {
            tenant: tenant.tenant.id,
            actor,
            clock: Arc::clone(&app.clock),
            random: Arc::clone(&app.random),
            origin: request_origin(app, parts, arrival.ip)?,
        };
        Ok(Self { app: app.clone(), tenant, context })
    }
}

/// The access token (RFC 6750 §2.1).
pub(super) fn bearer_token(parts: &Parts) -> Result<&str, Refusal> {
    let header = parts.headers.get(AUTHORIZATION).ok_or_else(missing)?;
    let text = header.to_str().map_err(|_| malformed())?;
    let (scheme, token) = text.split_once(' ').ok_or_else(malformed)?;
    if scheme.eq_ignore_ascii_case("bearer") { Ok(token.trim()) } else { Err(malformed()) }
}

pub(super) fn missing() -> Refusal {
    Refusal::new(&codes::AUTHENTICATION_MISSING, "Missing authentication")
}

fn malformed() -> Refusal {
    Refusal::new(&codes::TOKEN_INVALID, "Bad HTTP authentication header format")
}

/// Where a request came from, as events record it.
pub fn request_origin(app: &App, parts: &Parts, ip: Option<std::net::IpAddr>) -> Result<RequestOrigin, Refusal> {
    let text = |name: &HeaderName| parts.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let correlation_id = text(&CORRELATION_ID).map(std::borrow::Cow::into_owned);
    if correlation_id.as_ref().is_some_and(|id| id.chars().count() > 64) {
        let message = "X-Correlation-ID must not have more than 64 characters.";
        return Err(Refusal::new(&codes::INVALID_HEADER, message).field("X-Correlation-ID"));
    }
    // PostgreSQL's text cannot hold U+0000; no header can either, so nothing needs to be looked for here.
    Ok(RequestOrigin {
        ip,
        user_agent: text(&USER_AGENT).map(|agent| agent.chars().take(512).collect()),
        correlation_id,
        operation: format!("{} {}", parts.method, parts.uri.path().chars().take(512).collect::<String>()),
        locator: app.services.locator.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::bearer_token;
    use axum::http::Request;

    fn token_of(header: Option<&str>) -> Result<String, &'static str> {
        let mut request = Request::builder();
        if let Some(header) = header {
            request = request.header("authorization", header);
        }
        let (parts, ()) = request.body(()).expect("a request").into_parts();
        bearer_token(&parts).map(str::to_owned).map_err(|refusal| refusal.code.name)
    }

    #[test]
    fn only_bearer_tokens_are_taken() {
        assert_eq!(token_of(Some("Bearer a.b.c")).as_deref(), Ok("a.b.c"));
        assert_eq!(token_of(Some("bearer a.b.c")).as_deref(), Ok("a.b.c"));
        assert_eq!(token_of(None), Err("missing_authentication"));
        assert_eq!(token_of(Some("Basic YTpi")), Err("invalid_token"));
        assert_eq!(token_of(Some("token")), Err("invalid_token"));
    }
}
