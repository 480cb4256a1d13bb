//! `POST /oauth/token`

use anteroom_model::client::CLIENT_CREDENTIALS;
use anteroom_model::{Context, Refusal, codes};
use anteroom_signin::client_credentials::{MachineTokenRequest, issue_machine_token};
use axum::Extension;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, PRAGMA};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;

use super::token_request::TokenRequest;
use crate::error::{ApiError, OAuthError};
use crate::extract::{Body, request_origin};
use crate::origin::Arrival;
use crate::reply;
use crate::state::App;

/// A token (RFC 6749 §5.1).
#[derive(Serialize)]
struct TokenBody {
    access_token: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    scope: String,
    expires_in: i64,
    token_type: &'static str,
}

/// Gives a token for what the grant type asks with.
pub async fn issue_token(
    State(app): State<App>,
    Extension(arrival): Extension<Arrival>,
    parts: Parts,
    body: Result<Body, ApiError>,
) -> Result<Response, OAuthError> {
    let body = body.map_err(|refused| OAuthError(refused.0))?;
    let sent = TokenRequest::read(&parts.headers, body.bytes())?;
    match sent.required("grant_type")? {
        CLIENT_CREDENTIALS => {}
        other => {
            let message = format!("Unsupported grant type: {}", other.chars().take(100).collect::<String>());
            return Err(Refusal::new(&codes::OAUTH_UNSUPPORTED_GRANT, message).into());
        }
    }
    let request = MachineTokenRequest {
        client_id: sent.required("client_id")?.to_owned(),
        client_secret: sent.required("client_secret")?.to_owned(),
        audience: sent.optional("audience").map(str::to_owned),
        scope: sent.optional("scope").map(str::to_owned),
        issuer: arrival.origin.clone(),
    };
    let context = Context {
        tenant: arrival.tenant.tenant.id,
        actor: anteroom_model::Actor::System,
        clock: std::sync::Arc::clone(&app.clock),
        random: std::sync::Arc::clone(&app.random),
        origin: request_origin(&parts, arrival.ip)?,
    };
    let issued = issue_machine_token(&app.services, &context, &request).await?;
    let body = TokenBody {
        access_token: issued.access_token,
        scope: issued.scope.as_str().to_owned(),
        expires_in: issued.expires_in,
        token_type: "Bearer",
    };
    let mut response = reply::json(StatusCode::OK, &body);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(PRAGMA, HeaderValue::from_static("no-cache"));
    Ok(response)
}
