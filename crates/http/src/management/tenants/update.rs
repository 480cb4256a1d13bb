//! `PATCH /api/v2/tenants/settings`

use anteroom_accounts::settings;
use anteroom_model::settings::SettingsChange;
use axum::http::StatusCode;
use axum::response::Response;

use super::body::UpdateSettingsBody;
use super::view::TenantSettingsView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query};
use crate::reply;

/// Change the tenant's settings
///
/// The next request to any process of the server sees it.
#[utoipa::path(
    patch, path = "/api/v2/tenants/settings", tag = "tenants", operation_id = "patch_settings",
    request_body = UpdateSettingsBody,
    responses(
        (status = 200, description = "The settings", body = TenantSettingsView),
        (status = 400, description = "The body breaks a rule of a field; of a number out of range it names the range", body = ErrorBody),
        (status = 403, description = "Scope update:tenant_settings is missing, or the caller is no administrator", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_settings(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:tenant_settings"])?;
    query.none()?;
    let sent: UpdateSettingsBody = body.read()?;
    let change = SettingsChange::Tenant(Box::new(sent.changes()));
    let settings = settings::update_settings(caller.services(), &caller.tenant, context, change).await?;
    Ok(reply::json(StatusCode::OK, &TenantSettingsView::new(&settings)))
}
