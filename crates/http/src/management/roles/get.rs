//! `GET /api/v2/roles/{id}`

use anteroom_accounts::roles;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::RoleView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Read a role
#[utoipa::path(
    get, path = "/api/v2/roles/{id}", tag = "roles", operation_id = "get_roles_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The role's id")),
    responses(
        (status = 200, description = "The role", body = RoleView),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:roles is missing", body = ErrorBody),
        (status = 404, description = "There is no such role", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_role(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:roles"])?;
    query.none()?;
    let Id(id) = id?;
    let role = roles::find_role(caller.services(), context, &id).await?;
    Ok(reply::json(StatusCode::OK, &RoleView::new(&role)))
}
