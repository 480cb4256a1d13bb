//! `GET /api/v2/connections/{id}`

use anteroom_model::{Refusal, codes};
use axum::http::StatusCode;
use axum::response::Response;

use super::view::ConnectionView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Read a connection
#[utoipa::path(
    get, path = "/api/v2/connections/{id}", tag = "connections", operation_id = "get_connections_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The connection's id")),
    responses(
        (status = 200, description = "The connection", body = ConnectionView),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:connections is missing", body = ErrorBody),
        (status = 404, description = "There is no such connection", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_connection(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:connections"])?;
    query.none()?;
    let Id(id) = id?;
    let found = caller.tenant.connections.iter().find(|connection| connection.connection_id == id);
    let found = found.ok_or_else(|| Refusal::new(&codes::CONNECTION_NOT_FOUND, "The connection does not exist."))?;
    Ok(reply::json(StatusCode::OK, &ConnectionView::new(found)))
}
