//! `POST /oauth/revoke`

use anteroom_signin::revocation::revoke;
use axum::http::StatusCode;
use axum::response::Response;

use super::client_request::ClientRequest;
use crate::error::OAuthError;
use crate::reply;

/// Gives a token back (RFC 7009). The answer is the same whether it was one.
pub async fn revoke_token(request: Result<ClientRequest, OAuthError>) -> Result<Response, OAuthError> {
    let request = request?;
    let (client, tenant) = request.client().await?;
    let token = request.sent.required("token")?;
    revoke(&request.app.services, &request.context, &tenant, &client, token).await?;
    Ok(reply::empty(StatusCode::OK))
}
