//! `POST /api/v2/clients/{id}/rotate-secret`

use anteroom_accounts::clients;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::ClientView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Give a client another secret
///
/// The old secret and every token the client was given stop working at once.
#[utoipa::path(
    post, path = "/api/v2/clients/{id}/rotate-secret", tag = "clients", operation_id = "post_rotate-secret",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The client's id")),
    responses(
        (status = 200, description = "The client with its new secret", body = ClientView),
        (status = 400, description = "The id is malformed, or the client is a public one", body = ErrorBody),
        (status = 403, description = "Scope update:client_keys is missing, or the client exceeds the caller's rank or scopes or is the server's own", body = ErrorBody),
        (status = 404, description = "There is no such client", body = ErrorBody),
        Refusals
    )
)]
pub async fn rotate_client_secret(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:client_keys"])?;
    query.none()?;
    let Id(id) = id?;
    let client = clients::rotate_secret(caller.services(), context, id).await?;
    Ok(reply::json(StatusCode::OK, &ClientView::new(&client, &caller, true)?))
}
