//! `GET /api/v2/user-fields`

use anteroom_model::user::FIELDS;
use axum::http::StatusCode;
use axum::response::Response;

use super::view::UserFieldView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::reply;

/// List the built-in fields of users
///
/// What a console or personal center needs to know to show them: label, type, and who sees and changes them.
#[utoipa::path(
    get, path = "/api/v2/user-fields", tag = "user-fields", operation_id = "get_user-fields",
    responses(
        (status = 200, description = "All fields, in the order in which a user is answered", body = [UserFieldView<'static>]),
        (status = 400, description = "A parameter was sent", body = ErrorBody),
        (status = 403, description = "Scope read:users is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_user_fields(caller: Caller, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:users"])?;
    query.none()?;
    let settings = &caller.tenant.settings;
    let fields: Vec<_> = FIELDS.iter().map(|field| UserFieldView::new(field, settings)).collect();
    Ok(reply::json(StatusCode::OK, &fields))
}
