//! `DELETE /api/v2/user-blocks`

use anteroom_accounts::access::{self, Whose};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::reply;

/// Whose locks.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LiftedBlocksQuery {
    /// An e-mail address, a username or a phone number.
    identifier: String,
}

/// Lift an identifier's lock after failed sign-ins
#[utoipa::path(
    delete, path = "/api/v2/user-blocks", tag = "user-blocks", operation_id = "delete_user-blocks",
    params(LiftedBlocksQuery),
    responses(
        (status = 204, description = "The identifier is not locked any more"),
        (status = 400, description = "The parameter is missing or malformed", body = ErrorBody),
        (status = 403, description = "Scope update:users is missing, or the caller may not do this to the user", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_user_blocks_by_identifier(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:users"])?;
    let wanted: LiftedBlocksQuery = query.read()?;
    let whose = Whose::Identifier(wanted.identifier);
    access::lift_locks(caller.services(), &caller.tenant, context, whose).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
