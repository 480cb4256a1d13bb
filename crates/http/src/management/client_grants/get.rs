//! `GET /api/v2/client-grants/{id}`

use anteroom_accounts::client_grants;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::ClientGrantView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Read a client grant
#[utoipa::path(
    get, path = "/api/v2/client-grants/{id}", tag = "client-grants", operation_id = "get_client-grant",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The grant's id")),
    responses(
        (status = 200, description = "The grant", body = ClientGrantView),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:client_grants is missing", body = ErrorBody),
        (status = 404, description = "There is no such grant", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_client_grant(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:client_grants"])?;
    query.none()?;
    let Id(id) = id?;
    let grant = client_grants::find_grant(caller.services(), context, &id).await?;
    Ok(reply::json(StatusCode::OK, &ClientGrantView::new(&grant, &caller.tenant)))
}
