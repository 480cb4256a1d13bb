//! `PATCH /api/v2/attack-protection/suspicious-ip-throttling`

use anteroom_accounts::settings;
use anteroom_model::Change;
use anteroom_model::settings::{IpThrottlingChanges, SettingsChange};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::view::IpThrottlingView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query};
use crate::management::closed::Closed;
use crate::management::schema::words;
use crate::reply;

/// What to change. Fields left out stay as they are; null sets a field back to its default.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SuspiciousIpThrottlingUpdate)]
pub struct UpdateIpThrottlingBody {
    /// Whether they are counted; true by default.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    enabled: Change<bool>,
    /// What happens then; Auth0's notices by mail are refused.
    #[serde(default)]
    #[schema(value_type = Option<Vec<words::Shield>>)]
    shields: Change<Vec<String>>,
    /// Addresses and networks from which nothing is counted, such as `192.0.2.0/24`.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>, max_items = 100)]
    allowlist: Change<Vec<String>>,
    /// How many failures are taken; Auth0's `rate` is refused, `minutes` says it.
    #[serde(default)]
    #[schema(value_type = Option<StageBody>, inline)]
    stage: Change<Closed<StageBody>>,
    /// Within how many minutes, 15 by default.
    #[serde(default)]
    #[schema(value_type = Option<i64>, minimum = 1, maximum = 10_080)]
    minutes: Change<i64>,
}

/// Auth0's stages; sign-ups are not counted.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct StageBody {
    /// At sign-in.
    #[serde(default, rename = "pre-login")]
    #[schema(value_type = Option<PreLoginBody>, inline)]
    pre_login: Change<Closed<PreLoginBody>>,
}

/// How many failures are taken at sign-in.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PreLoginBody {
    /// How many, 100 by default.
    #[serde(default)]
    #[schema(value_type = Option<i64>, minimum = 1, maximum = 10_000)]
    max_attempts: Change<i64>,
}

/// Change what failures do to an address
///
/// The next request to any process of the server sees it.
#[utoipa::path(
    patch, path = "/api/v2/attack-protection/suspicious-ip-throttling", tag = "attack-protection", operation_id = "patch_suspicious-ip-throttling",
    request_body = UpdateIpThrottlingBody,
    responses(
        (status = 200, description = "The protection", body = IpThrottlingView),
        (status = 400, description = "The body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope update:attack_protection is missing, or the caller is no administrator", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_ip_throttling(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:attack_protection"])?;
    query.none()?;
    let sent: UpdateIpThrottlingBody = body.read()?;
    let max_attempts = match sent.stage {
        Change::Keep => Change::Keep,
        Change::Clear => Change::Clear,
        Change::Set(Closed(stage)) => match stage.pre_login {
            Change::Keep => Change::Keep,
            Change::Clear => Change::Clear,
            Change::Set(Closed(pre_login)) => pre_login.max_attempts,
        },
    };
    let change = SettingsChange::IpThrottling(IpThrottlingChanges {
        enabled: sent.enabled,
        shields: sent.shields,
        max_attempts,
        minutes: sent.minutes,
        allowlist: sent.allowlist,
    });
    let settings = settings::update_settings(caller.services(), &caller.tenant, context, change).await?;
    Ok(reply::json(StatusCode::OK, &IpThrottlingView::new(&settings.ip_throttling)))
}
