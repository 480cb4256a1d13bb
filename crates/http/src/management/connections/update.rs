//! `PATCH /api/v2/connections/{id}`

use anteroom_accounts::connections::{self, UpdateConnection};
use anteroom_model::Change;
use anteroom_model::connection::ConnectionChanges;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::options::ConnectionOptions;
use super::view::ConnectionView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::reply;

/// What to change. Fields left out stay as they are; null sets a field back to its default.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ConnectionUpdate)]
pub struct UpdateConnectionBody {
    /// The name shown to people.
    #[serde(default)]
    #[schema(value_type = Option<String>, min_length = 1, max_length = 128)]
    display_name: Change<String>,
    /// All options: they replace the ones before wholesale.
    #[serde(default)]
    #[schema(value_type = Option<ConnectionOptions>)]
    options: Change<Map<String, Value>>,
    /// Whether users may be made and signed in through it. It is so for all clients: Auth0's `enabled_clients` is refused.
    #[serde(default)]
    enabled: Option<bool>,
}

/// Change a connection
///
/// The next request to any process of the server sees it.
#[utoipa::path(
    patch, path = "/api/v2/connections/{id}", tag = "connections", operation_id = "patch_connections_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The connection's id")),
    request_body = UpdateConnectionBody,
    responses(
        (status = 200, description = "The connection", body = ConnectionView),
        (status = 400, description = "The body breaks a rule of a field, or names an option that is not supported", body = ErrorBody),
        (status = 403, description = "Scope update:connections is missing, or the caller is no administrator", body = ErrorBody),
        (status = 404, description = "There is no such connection", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_connection(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:connections"])?;
    query.none()?;
    let Id(connection_id) = id?;
    let sent: UpdateConnectionBody = body.read()?;
    let changes = ConnectionChanges { display_name: sent.display_name, options: sent.options, enabled: sent.enabled };
    let request = UpdateConnection { connection_id, changes };
    let connection = connections::update_connection(caller.services(), context, request).await?;
    Ok(reply::json(StatusCode::OK, &ConnectionView::new(&connection)))
}
