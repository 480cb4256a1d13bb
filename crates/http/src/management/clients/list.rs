//! `GET /api/v2/clients`

use anteroom_accounts::clients;
use anteroom_model::{Refusal, codes};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;

use super::view::{ClientList, ClientView};
use crate::error::{ApiError, ErrorBody};
use crate::extract::{Caller, Query};
use crate::management::fields::Fields;
use crate::management::paging::{Asked, Paging, checkpoint, envelope};
use crate::reply;

/// Which part, which fields.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ClientListQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Clients of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// Whether the answer is an object that tells the number of all clients.
    include_totals: Option<bool>,
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Clients behind the cursor, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
}

/// List clients
///
/// Secrets are shown by the endpoint of the single client only.
#[utoipa::path(
    get, path = "/api/v2/clients", tag = "clients", operation_id = "get_clients",
    params(ClientListQuery),
    responses(
        (status = 200, description = "An array of clients; with include_totals=true {start, limit, length, total, clients}; with from or take {clients, next}", body = ClientList),
        (status = 400, description = "A parameter is malformed or out of range, both kinds of paging are mixed, or the cursor is not one of this list", body = ErrorBody),
        (status = 401, description = "No access token, or not a valid one", body = ErrorBody),
        (status = 403, description = "Scope read:clients is missing", body = ErrorBody),
        (status = 429, description = "Too many requests", body = ErrorBody),
        (status = 503, description = "Try again", body = ErrorBody)
    )
)]
pub async fn list_clients(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:clients"])?;
    let wanted: ClientListQuery = query.read()?;
    let asked = Asked {
        page: wanted.page,
        per_page: wanted.per_page,
        include_totals: wanted.include_totals,
        from: wanted.from.as_deref(),
        take: wanted.take,
    };
    let paging = asked.check()?;
    let (after, offset, limit) = match paging {
        Paging::Offset { start, limit, .. } => (0, start, limit),
        Paging::Checkpoint { from, take } => (place(from)?, 0, take),
    };
    let found = clients::list_clients(caller.services(), context, after, offset, limit).await?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let render = |client| ClientView::new(client, &caller, false).map(|view| fields.of(&view));
    let rows = found.iter().map(render).collect::<Result<Vec<_>, _>>()?;
    let body = match paging {
        Paging::Offset { start, limit, totals: true } => {
            let total = clients::total_clients(caller.services(), context).await?;
            envelope("clients", rows, start, limit, total)
        }
        Paging::Offset { totals: false, .. } => Value::Array(rows),
        Paging::Checkpoint { take, .. } => {
            let is_full = i64::try_from(found.len()).is_ok_and(|count| count == take);
            checkpoint("clients", rows, found.last().filter(|_| is_full).map(|client| client.key.to_string()))
        }
    };
    Ok(reply::json(StatusCode::OK, &body))
}

fn place(from: Option<&str>) -> Result<i64, Refusal> {
    let invalid = |_| Refusal::new(&codes::INVALID_PAGING, "The cursor is not one of this list.").field("from");
    from.map_or(Ok(0), str::parse).map_err(invalid)
}
