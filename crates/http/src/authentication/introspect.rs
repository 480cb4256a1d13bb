//! `POST /oauth/introspect`

use anteroom_signin::introspection::Introspection;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::client_request::ClientRequest;
use crate::error::OAuthError;
use crate::reply;

/// Tells an application that proves itself whether a token holds at this moment (RFC 7662).
pub async fn introspect_token(request: Result<ClientRequest, OAuthError>) -> Result<Response, OAuthError> {
    let request = request?;
    let (client, tenant) = request.client().await?;
    let token = request.sent.required("token")?;
    let introspection = Introspection { bearers: &request.app.bearers, tenant: &tenant, client: &client };
    match introspection.of(&request.app.services, &request.context, token).await? {
        Some(told) => Ok(reply::json(StatusCode::OK, &told)),
        None => Ok(reply::json(StatusCode::OK, &json!({"active": false}))),
    }
}
