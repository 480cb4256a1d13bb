//! `POST /api/v2/users/bulk`

use anteroom_accounts::users;
use anteroom_model::{Refusal, codes};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::body::CreateUserBody;
use super::create::{CreatedUserView, request};
use crate::error::{ApiError, ErrorBody, Refusals, told};
use crate::extract::{Body, Caller, Query, explain};
use crate::reply;

/// Users to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UsersCreate)]
pub struct CreateUsersBody {
    /// 1 to 50 users, each as `POST /api/v2/users` takes it.
    #[schema(value_type = Vec<CreateUserBody>, min_items = 1, max_items = 50)]
    users: Vec<Value>,
}

/// What became of the users, in the order in which they were sent.
#[derive(Serialize, ToSchema)]
#[schema(as = UsersCreated)]
struct CreatedUsers<'a> {
    /// One result for each.
    results: Vec<CreateResult<'a>>,
}

/// What became of one user.
#[derive(Serialize, ToSchema)]
struct CreateResult<'a> {
    /// The status that `POST /api/v2/users` would have answered: 201 if the user was made.
    status: u16,
    /// The user, if it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<CreatedUserView<'a>>,
    /// Why it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorBody>,
}

/// Make many users
///
/// Each is made wholly or not at all, and hinders no other; each has an event of its own. For more than 50 there are
/// imports.
#[utoipa::path(
    post, path = "/api/v2/users/bulk", tag = "users", operation_id = "post_users_bulk",
    request_body = CreateUsersBody,
    responses(
        (status = 200, description = "A result for each user", body = CreatedUsers),
        (status = 400, description = "The body is not a list of 1 to 50 users", body = ErrorBody),
        (status = 403, description = "Scope create:users is missing", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_users(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:users"])?;
    query.none()?;
    let sent: CreateUsersBody = body.read()?;
    let entries = sent.users.into_iter().map(|entry| request(&caller, read(entry)?, None)).collect();
    let made = users::create_users(caller.services(), &caller.tenant, context, entries).await?;
    let made: Vec<_> = made.into_iter().map(|result| result.map_err(|error| ErrorBody::from(told(error)))).collect();
    let results = made.iter().map(|result| match result {
        Ok(made) => {
            let user = Some(CreatedUserView::new(made, &caller.tenant));
            CreateResult { status: StatusCode::CREATED.as_u16(), user, error: None }
        }
        Err(error) => CreateResult { status: error.status(), user: None, error: Some(error.clone()) },
    });
    let mut response = reply::json(StatusCode::OK, &CreatedUsers { results: results.collect() });
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn read(entry: Value) -> Result<CreateUserBody, Refusal> {
    if !entry.is_object() {
        return Err(Refusal::new(&codes::INVALID_BODY, "Invalid request body: each user must be a JSON object."));
    }
    serde_path_to_error::deserialize(entry).map_err(|error| explain("Payload", &codes::INVALID_BODY, &error))
}
