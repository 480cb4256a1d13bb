//! `PATCH /api/v2/prompts`

use anteroom_accounts::settings;
use anteroom_model::Change;
use anteroom_model::settings::{PromptsChanges, SettingsChange};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::view::PromptsView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query};
use crate::reply;

/// What to change. Fields left out stay as they are; null sets a field back to its default.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PromptsUpdate)]
pub struct UpdatePromptsBody {
    /// Auth0's choice of pages: only `new`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    universal_login_experience: Change<String>,
    /// Whether sign-in asks for the identifier on one page and for the password on the next; false by default.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    identifier_first: Change<bool>,
}

/// Change how sign-in asks
///
/// The next request to any process of the server sees it.
#[utoipa::path(
    patch, path = "/api/v2/prompts", tag = "prompts", operation_id = "patch_prompts",
    request_body = UpdatePromptsBody,
    responses(
        (status = 200, description = "How sign-in asks", body = PromptsView),
        (status = 400, description = "The body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope update:prompts is missing, or the caller is no administrator", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_prompts(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:prompts"])?;
    query.none()?;
    let sent: UpdatePromptsBody = body.read()?;
    let change = SettingsChange::Prompts(PromptsChanges {
        universal_login_experience: sent.universal_login_experience,
        identifier_first: sent.identifier_first,
    });
    let settings = settings::update_settings(caller.services(), &caller.tenant, context, change).await?;
    Ok(reply::json(StatusCode::OK, &PromptsView::new(&settings.sign_in)))
}
