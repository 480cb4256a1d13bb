//! `POST /api/v2/clients`

use anteroom_accounts::clients::{self, CreateClient};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::body::CreateClientBody;
use super::view::ClientView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query, idempotency_key};
use crate::reply;

/// Make a client
///
/// The answer holds its secret. It may do nothing until it is granted something.
#[utoipa::path(
    post, path = "/api/v2/clients", tag = "clients", operation_id = "post_clients",
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "Makes the request safe to repeat for a day")),
    request_body = CreateClientBody,
    responses(
        (status = 201, description = "The client", body = ClientView),
        (status = 400, description = "The body breaks a rule of a field, or puts together what does not go together", body = ErrorBody),
        (status = 403, description = "Scope create:clients is missing, or the rank exceeds the caller's", body = ErrorBody),
        (status = 409, description = "The Idempotency-Key was used with another request", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_client(caller: Caller, query: Query, headers: HeaderMap, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:clients"])?;
    query.none()?;
    let mut sent: CreateClientBody = body.read()?;
    let idempotency = idempotency_key(caller.services(), &headers, &context.origin.operation, body.bytes())?;
    let client_secret = sent.client_secret.take();
    let request = CreateClient { client: sent.changes()?, client_secret, idempotency };
    let client = clients::create_client(caller.services(), context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &ClientView::new(&client, &caller, true)?))
}
