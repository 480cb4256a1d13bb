//! `GET /api/v2/clients/{id}`

use anteroom_accounts::clients;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::{ClientView, PartialClient};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::management::fields::Fields;
use crate::reply;

/// Which fields.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GetClientQuery {
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
}

/// Read a client
///
/// With its secret, for callers with the scope read:client_keys; that it was shown is recorded.
#[utoipa::path(
    get, path = "/api/v2/clients/{id}", tag = "clients", operation_id = "get_clients_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The client's id"), GetClientQuery),
    responses(
        (status = 200, description = "The client, or the fields asked for", body = PartialClient),
        (status = 400, description = "The id or a parameter is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:clients or read:client_keys is missing", body = ErrorBody),
        (status = 404, description = "There is no such client", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_client(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:clients", "read:client_keys"])?;
    let (Id(id), wanted) = (id?, query.read::<GetClientQuery>()?);
    let client = clients::find_client(caller.services(), &caller.tenant, context, &id).await?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let with_secret =
        fields.hold("client_secret") && clients::may_read_secret(caller.services(), context, &client).await?;
    Ok(reply::json(StatusCode::OK, &fields.of(ClientView::new(&client, &caller, with_secret)?)))
}
