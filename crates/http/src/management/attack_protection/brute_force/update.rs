//! `PATCH /api/v2/attack-protection/brute-force-protection`

use anteroom_accounts::settings;
use anteroom_model::Change;
use anteroom_model::settings::{BruteForceChanges, SettingsChange};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::view::BruteForceView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query};
use crate::management::schema::words;
use crate::reply;

/// What to change. Fields left out stay as they are; null sets a field back to its default.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BruteForceProtectionUpdate)]
pub struct UpdateBruteForceBody {
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
    /// Auth0's way of counting: only `count_per_identifier`, whatever the address.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    mode: Change<String>,
    /// How many wrong passwords in a row lock the account, 5 by default. Fewer are safer, and easier to reach by mistake.
    #[serde(default)]
    #[schema(value_type = Option<i64>, minimum = 1, maximum = 100)]
    max_attempts: Change<i64>,
    /// How long it stays locked, in minutes, 15 by default. Whoever knows an identifier can lock its account: the longer,
    /// the worse.
    #[serde(default)]
    #[schema(value_type = Option<i64>, minimum = 1, maximum = 10_080)]
    lock_minutes: Change<i64>,
}

/// Change what wrong passwords do to an account
///
/// The next request to any process of the server sees it.
#[utoipa::path(
    patch, path = "/api/v2/attack-protection/brute-force-protection", tag = "attack-protection", operation_id = "patch_brute-force-protection",
    request_body = UpdateBruteForceBody,
    responses(
        (status = 200, description = "The protection", body = BruteForceView),
        (status = 400, description = "The body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope update:attack_protection is missing, or the caller is no administrator", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn update_brute_force(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["update:attack_protection"])?;
    query.none()?;
    let sent: UpdateBruteForceBody = body.read()?;
    let change = SettingsChange::BruteForce(BruteForceChanges {
        enabled: sent.enabled,
        shields: sent.shields,
        mode: sent.mode,
        max_attempts: sent.max_attempts,
        lock_minutes: sent.lock_minutes,
        allowlist: sent.allowlist,
    });
    let settings = settings::update_settings(caller.services(), &caller.tenant, context, change).await?;
    Ok(reply::json(StatusCode::OK, &BruteForceView::new(&settings.brute_force)))
}
