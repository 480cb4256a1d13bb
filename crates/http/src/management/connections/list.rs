//! `GET /api/v2/connections`

use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::{ConnectionList, ConnectionView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::fields::Fields;
use crate::management::paging::{asked, page_of};
use crate::reply;

/// Which connections, which part of them, which fields.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ConnectionListQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Connections of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// Whether the answer is an object that tells the number of all connections found.
    include_totals: Option<bool>,
    /// The cursor that an earlier answer gave as `next`.
    from: Option<String>,
    /// Connections behind the cursor, 50 by default.
    #[param(minimum = 1, maximum = 100)]
    take: Option<u32>,
    /// Only those of this kind.
    strategy: Option<String>,
    /// Only the one of this name.
    name: Option<String>,
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
}

/// List connections
#[utoipa::path(
    get, path = "/api/v2/connections", tag = "connections", operation_id = "get_connections",
    params(ConnectionListQuery),
    responses(
        (status = 200, description = "An array of connections; with include_totals=true {start, limit, length, total, connections}; with from or take {connections, next}", body = ConnectionList),
        (status = 400, description = "A parameter is malformed or out of range, both kinds of paging are mixed, or the cursor is not one of this list", body = ErrorBody),
        (status = 403, description = "Scope read:connections is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_connections(caller: Caller, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:connections"])?;
    let wanted: ConnectionListQuery = query.read()?;
    let paging = asked!(wanted).check()?;
    let found = caller.tenant.connections.iter().filter(|connection| {
        wanted.strategy.as_ref().is_none_or(|strategy| *strategy == connection.strategy)
            && wanted.name.as_ref().is_none_or(|name| *name == connection.name)
    });
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let render = |connection| fields.of(ConnectionView::new(connection));
    Ok(reply::json(StatusCode::OK, &page_of(found.collect(), "connections", &paging, render)?))
}
