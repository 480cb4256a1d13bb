//! `GET /api/v2/users-by-email`

use anteroom_accounts::users;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::locked::Locks;
use super::view::PartialUser;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::fields::Fields;
use crate::reply;

/// Which address, and which fields.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ByEmailQuery {
    /// The e-mail address, in any case.
    email: String,
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
}

/// Find users by e-mail address
#[utoipa::path(
    get, path = "/api/v2/users-by-email", tag = "users", operation_id = "get_users-by-email",
    params(ByEmailQuery),
    responses(
        (status = 200, description = "The users with this address; none is no error", body = [PartialUser]),
        (status = 400, description = "The address is missing, or a parameter is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:users is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_users_by_email(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:users"])?;
    let wanted: ByEmailQuery = query.read()?;
    let found = users::find_users_by_email(caller.services(), context, &wanted.email).await?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let locks = Locks::asked(&caller, context, &fields, &found).await?;
    let rows: Vec<_> = found.iter().map(|user| fields.of(locks.view(user, &caller.tenant))).collect();
    Ok(reply::json(StatusCode::OK, &rows))
}
