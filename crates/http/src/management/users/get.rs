//! `GET /api/v2/users/{id}`

use anteroom_accounts::users;
use axum::http::StatusCode;
use axum::http::header::ETAG;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::locked::Locks;
use super::view::PartialUser;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Id, Query, etag};
use crate::management::fields::Fields;
use crate::reply;

/// Which fields.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GetUserQuery {
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
}

/// Read a user
#[utoipa::path(
    get, path = "/api/v2/users/{id}", tag = "users", operation_id = "get_users_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "auth0|507f1f77bcf86cd799439020", description = "The user's id"), GetUserQuery),
    responses(
        (status = 200, description = "The user, or the fields asked for", body = PartialUser, headers(("ETag" = String, description = "The version, for If-Match"))),
        (status = 400, description = "The id or a parameter is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:users is missing", body = ErrorBody),
        (status = 404, description = "There is no such user", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_user(caller: Caller, id: Result<Id, ApiError>, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:users"])?;
    let (Id(id), wanted) = (id?, query.read::<GetUserQuery>()?);
    let user = users::find_user(caller.services(), context, &id).await?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    let locks = Locks::asked(&caller, context, &fields, std::slice::from_ref(&user)).await?;
    let mut response = reply::json(StatusCode::OK, &fields.of(locks.view(&user, &caller.tenant)));
    response.headers_mut().insert(ETAG, etag(user.version));
    Ok(response)
}
