//! `GET /api/v2/tenants/settings`

use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::view::{PartialSettings, TenantSettingsView};
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::management::fields::Fields;
use crate::reply;

/// Which fields.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SettingsQuery {
    /// Names of fields, separated by commas.
    fields: Option<String>,
    /// Whether they are the only ones answered (true) or the ones left out (false).
    include_fields: Option<bool>,
}

/// Read the tenant's settings
#[utoipa::path(
    get, path = "/api/v2/tenants/settings", tag = "tenants", operation_id = "get_settings",
    params(SettingsQuery),
    responses(
        (status = 200, description = "The settings", body = PartialSettings),
        (status = 400, description = "A parameter is malformed", body = ErrorBody),
        (status = 403, description = "Scope read:tenant_settings is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn get_settings(caller: Caller, query: Query) -> Result<Response, ApiError> {
    caller.holding(&["read:tenant_settings"])?;
    let wanted: SettingsQuery = query.read()?;
    let fields = Fields::new(wanted.fields.as_deref(), wanted.include_fields);
    Ok(reply::json(StatusCode::OK, &fields.of(TenantSettingsView::new(&caller.tenant.settings))))
}
