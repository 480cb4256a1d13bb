//! `GET /api/v2/resource-servers`

use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::{ResourceServerList, ResourceServerView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::paging::{Asked, page_of};
use crate::reply;

/// Which part.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ResourceServerListQuery {
    /// The page's number, from 0.
    page: Option<u32>,
    /// Resource servers of a page, 50 by default.
    #[param(maximum = 100)]
    per_page: Option<u32>,
    /// Whether the answer is an object that tells the number of all resource servers.
    include_totals: Option<bool>,
    /// Taken for compatibility: scopes are always answered.
    #[expect(dead_code, reason = "scopes are always answered")]
    include_fields: Option<bool>,
}

/// List resource servers
#[utoipa::path(
    get, path = "/api/v2/resource-servers", tag = "resource-servers", operation_id = "get_resource-servers",
    params(ResourceServerListQuery),
    responses(
        (status = 200, description = "An array of resource servers; with include_totals=true {start, limit, length, total, resource_servers}", body = ResourceServerList),
        (status = 400, description = "A parameter is malformed or out of range", body = ErrorBody),
        (status = 403, description = "Scope read:resource_servers is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_resource_servers(caller: Caller, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:resource_servers"])?;
    let wanted: ResourceServerListQuery = query.read()?;
    let asked = Asked {
        page: wanted.page,
        per_page: wanted.per_page,
        include_totals: wanted.include_totals,
        ..Asked::default()
    };
    let found = caller.tenant.resource_servers.iter().collect();
    let render = |server| ResourceServerView::new(server, &caller.tenant);
    Ok(reply::json(StatusCode::OK, &page_of(found, "resource_servers", &asked.check()?, render)?))
}
