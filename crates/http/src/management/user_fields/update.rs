//! `PATCH /api/v2/user-fields/{id}`

use anteroom_accounts::settings;
use anteroom_model::settings::{SettingsChange, UserFieldChanges};
use anteroom_model::user::UserField;
use anteroom_model::{Change, Refusal, codes};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::view::UserFieldView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Id, Query};
use crate::reply;

/// What to change. Fields left out stay as they are; null sets a field back to its default.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UserFieldUpdate)]
pub struct UpdateUserFieldBody {
    /// What people read beside it.
    #[serde(default)]
    #[schema(value_type = Option<String>, min_length = 1, max_length = 200)]
    label: Change<String>,
    /// Whether users change it themselves; false for what only administrators or the server write.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    editable_by_user: Change<bool>,
    /// Whether a console shows it to administrators.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    visible_in_console: Change<bool>,
    /// Whether a personal center shows it to the user.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    visible_in_personal_center: Change<bool>,
}

/// Change how a built-in field of users is shown and offered
///
/// Its name, type and uniqueness are what they are.
#[utoipa::path(
    patch, path = "/api/v2/user-fields/{id}", tag = "user-fields", operation_id = "patch_user-fields_by_id",
    params(("id" = String, Path, min_length = 1, max_length = 255, pattern = "^[!-~]+$", example = "nickname", description = "The field's name in a user")),
    request_body = UpdateUserFieldBody,
    responses(
        (status = 200, description = "The field", body = UserFieldView<'static>),
        (status = 400, description = "The id is malformed, or the body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope update:tenant_settings is missing, or the caller is no administrator", body = ErrorBody),
        (status = 404, description = "There is no such field", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_user_field(
    caller: Caller,
    id: Result<Id, ApiError>,
    query: Query,
    body: Body,
) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:tenant_settings"])?;
    query.none()?;
    let Id(name) = id?;
    let sent: UpdateUserFieldBody = body.read()?;
    let changes = UserFieldChanges {
        name: name.clone(),
        label: sent.label,
        editable_by_user: sent.editable_by_user,
        visible_in_console: sent.visible_in_console,
        visible_in_personal_center: sent.visible_in_personal_center,
    };
    let change = SettingsChange::UserField(changes);
    let settings = settings::update_settings(caller.services(), &caller.tenant, context, change).await?;
    let field = UserField::named(&name)
        .ok_or_else(|| Refusal::new(&codes::USER_FIELD_UNKNOWN, "There is no such field of a user.").field("id"))?;
    Ok(reply::json(StatusCode::OK, &UserFieldView::new(field, &settings)))
}
