//! `GET /api/v2/roles`

use anteroom_accounts::roles;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::{RoleList, RoleView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::pages::{bounded, pages};
use crate::management::paging::page_of;
use crate::reply;

pages! {
    /// Which roles, which part of them.
    RoleListQuery {
        /// Only roles whose names hold this text, in any case.
        #[param(max_length = 200)]
        name_filter: Option<String>,
    }
}

/// List roles
#[utoipa::path(
    get, path = "/api/v2/roles", tag = "roles", operation_id = "get_roles",
    params(RoleListQuery),
    responses(
        (status = 200, description = "An array of roles, in the order they were made; with include_totals=true {start, limit, length, total, roles}", body = RoleList),
        (status = 400, description = "A parameter is malformed or out of range", body = ErrorBody),
        (status = 403, description = "Scope read:roles is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_roles(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:roles"])?;
    let wanted: RoleListQuery = query.read()?;
    let asked = wanted.asked();
    let paging = asked.check()?;
    wanted.name_filter.as_deref().map_or(Ok(()), |name| bounded("name_filter", name, 0, 200))?;
    let found = roles::list_roles(caller.services(), context, wanted.name_filter.as_deref()).await?;
    Ok(reply::json(StatusCode::OK, &page_of(found.iter().collect(), "roles", &paging, RoleView::new)?))
}
