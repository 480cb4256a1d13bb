//! `GET /api/v2/user-blocks`

use anteroom_accounts::access::{self, Whose};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::UserBlocksView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::reply;

/// Whose locks.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UserBlocksQuery {
    /// An e-mail address, a username or a phone number.
    identifier: String,
    /// Whether locks are left out that do not count while brute-force protection is off.
    consider_brute_force_enablement: Option<bool>,
}

/// Tell whether an identifier is locked after failed sign-ins
#[utoipa::path(
    get, path = "/api/v2/user-blocks", tag = "user-blocks", operation_id = "get_user-blocks",
    params(UserBlocksQuery),
    responses(
        (status = 200, description = "The locks that hold now", body = UserBlocksView),
        (status = 400, description = "A parameter is missing or malformed", body = ErrorBody),
        (status = 403, description = "Scope read:users is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_user_blocks_by_identifier(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:users"])?;
    let wanted: UserBlocksQuery = query.read()?;
    let only_enabled = wanted.consider_brute_force_enablement.unwrap_or(false);
    let whose = Whose::Identifier(wanted.identifier);
    let locks = access::find_locks(caller.services(), &caller.tenant, context, whose, only_enabled).await?;
    Ok(reply::json(StatusCode::OK, &UserBlocksView::new(locks)))
}
