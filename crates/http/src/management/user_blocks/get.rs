//! `GET /api/v2/user-blocks/{id}`

use anteroom_accounts::access::{self, Whose};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::UserBlocksView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query};
use crate::reply;

/// Which locks.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UserBlockQuery {
    /// Whether locks are left out that do not count while brute-force protection is off.
    consider_brute_force_enablement: Option<bool>,
}

/// Tell whether a user is locked after failed sign-ins
#[utoipa::path(
    get, path = "/api/v2/user-blocks/{id}", tag = "user-blocks", operation_id = "get_user-blocks_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id"), UserBlockQuery),
    responses(
        (status = 200, description = "The locks that hold now", body = UserBlocksView),
        (status = 400, description = "The id or a parameter is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:users is missing", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_user_blocks(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:users"])?;
    let (Id(id), wanted) = (id?, query.read::<UserBlockQuery>()?);
    let only_enabled = wanted.consider_brute_force_enablement.unwrap_or(false);
    let locks = access::find_locks(caller.services(), &caller.tenant, context, Whose::User(id), only_enabled).await?;
    Ok(reply::json(StatusCode::OK, &UserBlocksView::new(locks)))
}
