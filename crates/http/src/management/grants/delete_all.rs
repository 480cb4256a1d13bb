//! `DELETE /api/v2/grants`

use anteroom_accounts::access;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::reply;

/// Whose grants.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GrantOwnerQuery {
    /// The user.
    user_id: String,
}

/// Withdraw all consents of a user
///
/// What the user let those applications do ends at once, refresh tokens among it.
#[utoipa::path(
    delete, path = "/api/v2/grants", tag = "grants", operation_id = "delete_grants_by_user_id",
    params(GrantOwnerQuery),
    responses(
        (status = 204, description = "The user has no grants any more"),
        (status = 400, description = "The parameter is missing or malformed", body = ErrorBody),
        (status = 403, description = "Scope delete:grants is missing, or the caller may not do this to this user", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn delete_grants(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["delete:grants"])?;
    let wanted: GrantOwnerQuery = query.read()?;
    access::withdraw_consents_of_user(caller.services(), context, wanted.user_id).await?;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}
