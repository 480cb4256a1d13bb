//! `PATCH /api/v2/clients/{id}`

use anteroom_accounts::clients::{self, UpdateClient};
use anteroom_model::client::ClientChanges;
use anteroom_model::{Refusal, codes};
use axum::http::StatusCode;
use axum::response::Response;

use super::body::UpdateClientBody;
use super::view::ClientView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::reply;

/// Change a client
///
/// All of it or nothing. Fields left out stay as they are; null gives a field its default; lists and objects are replaced,
/// but pairs of `client_metadata` are merged. A `client_secret` needs the scope update:client_keys; the answer holds a secret only if it is new.
#[utoipa::path(
    patch, path = "/api/v2/clients/{id}", tag = "clients", operation_id = "patch_clients_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The client's id")),
    request_body = UpdateClientBody,
    responses(
        (status = 200, description = "The client", body = ClientView),
        (status = 400, description = "The id is malformed, or the body breaks a rule of a field or puts together what does not go together", body = ErrorBody),
        (status = 403, description = "Scope update:clients or update:client_keys is missing, the client or the rank exceeds the caller's rank or scopes, or the client is the server's own", body = ErrorBody),
        (status = 404, description = "There is no such client", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_client(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:clients", "update:client_keys"])?;
    query.none()?;
    let Id(client_id) = id?;
    let mut sent: UpdateClientBody = body.read()?;
    let client_secret = sent.client_secret.take();
    let changes = sent.changes()?;
    if !context.actor.holds("update:clients") && changes != ClientChanges::default() {
        let message = "Insufficient scope, expected any of: update:clients";
        return Err(Refusal::new(&codes::INSUFFICIENT_SCOPE, message).into());
    }
    let request = UpdateClient { client_id, changes, client_secret };
    let updated = clients::update_client(caller.services(), context, request).await?;
    Ok(reply::json(StatusCode::OK, &ClientView::new(&updated.client, &caller, updated.has_new_secret)?))
}
