//! `DELETE /api/v2/roles/{id}`

use anteroom_accounts::roles;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::EmptyObject;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Delete a role
///
/// Whoever has it has it no more.
#[utoipa::path(
    delete, path = "/api/v2/roles/{id}", tag = "roles", operation_id = "delete_roles_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "The role's id")),
    responses(
        (status = 200, description = "The role is gone: an empty object", body = EmptyObject),
        (status = 400, description = "The id is malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:roles is missing, or the caller is no administrator", body = ErrorBody),
        (status = 404, description = "There is no such role", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_role(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:roles"])?;
    query.none()?;
    let Id(id) = id?;
    roles::delete_role(caller.services(), context, id).await?;
    Ok(reply::json(StatusCode::OK, &EmptyObject {}))
}
