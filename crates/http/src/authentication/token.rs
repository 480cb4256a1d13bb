//! `POST /oauth/token`

use anteroom_model::client::{AUTHORIZATION_CODE, CLIENT_CREDENTIALS, REFRESH_TOKEN};
use anteroom_model::{Refusal, codes};
use anteroom_signin::client_credentials::{MachineTokenRequest, issue_machine_token};
use anteroom_signin::grant::{CodeRequest, RefreshRequest, exchange_code, refresh};
use anteroom_signin::tokens::IssuedTokens;
use axum::http::header::{CACHE_CONTROL, PRAGMA};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;

use super::client_request::ClientRequest;
use crate::error::OAuthError;
use crate::reply;

/// Tokens (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3).
#[derive(Serialize)]
struct TokenBody {
    access_token: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    scope: String,
    expires_in: i64,
    token_type: &'static str,
}

/// Gives tokens for what the grant type asks with.
pub async fn issue_token(request: Result<ClientRequest, OAuthError>) -> Result<Response, OAuthError> {
    let request = request?;
    let body = match request.sent.required("grant_type")? {
        CLIENT_CREDENTIALS => for_machine(&request).await?,
        AUTHORIZATION_CODE => for_code(&request).await?,
        REFRESH_TOKEN => for_refresh_token(&request).await?,
        other => {
            let message = format!("Unsupported grant type: {}", other.chars().take(100).collect::<String>());
            return Err(Refusal::new(&codes::OAUTH_UNSUPPORTED_GRANT, message).into());
        }
    };
    let mut response = reply::json(StatusCode::OK, &body);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(PRAGMA, HeaderValue::from_static("no-cache"));
    Ok(response)
}

async fn for_machine(request: &ClientRequest) -> Result<TokenBody, OAuthError> {
    let sent = &request.sent;
    let asked = MachineTokenRequest {
        client_id: sent.required("client_id")?.to_owned(),
        client_secret: sent.required("client_secret")?.to_owned(),
        audience: sent.optional("audience").map(str::to_owned),
        scope: sent.optional("scope").map(str::to_owned),
        issuer: request.arrival.origin.clone(),
    };
    let tenant = request.tenant().await?;
    let issued = issue_machine_token(&request.app.services, &tenant, &request.context, &asked).await?;
    Ok(TokenBody {
        access_token: issued.access_token,
        refresh_token: None,
        id_token: None,
        scope: issued.scope.as_str().to_owned(),
        expires_in: issued.expires_in,
        token_type: "Bearer",
    })
}

async fn for_code(request: &ClientRequest) -> Result<TokenBody, OAuthError> {
    let (client, tenant) = request.client().await?;
    let sent = &request.sent;
    let asked = CodeRequest {
        code: sent.required("code")?.to_owned(),
        redirect_uri: sent.optional("redirect_uri").map(str::to_owned),
        code_verifier: sent.optional("code_verifier").map(str::to_owned),
    };
    let issued = exchange_code(&request.app.services, &request.context, &tenant, client, asked).await?;
    Ok(TokenBody::of(issued))
}

async fn for_refresh_token(request: &ClientRequest) -> Result<TokenBody, OAuthError> {
    let (client, tenant) = request.client().await?;
    let sent = &request.sent;
    let asked = RefreshRequest {
        refresh_token: sent.required("refresh_token")?.to_owned(),
        scope: sent.optional("scope").map(str::to_owned),
        audience: sent.optional("audience").map(str::to_owned),
    };
    Ok(TokenBody::of(refresh(&request.app.services, &request.context, &tenant, client, asked).await?))
}

impl TokenBody {
    fn of(issued: IssuedTokens) -> Self {
        Self {
            access_token: issued.access_token,
            refresh_token: issued.refresh_token,
            id_token: issued.id_token,
            scope: issued.scopes.as_str().to_owned(),
            expires_in: issued.expires_in,
            token_type: "Bearer",
        }
    }
}
