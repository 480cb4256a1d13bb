//! `GET /api/v2/stats/daily`

use anteroom_accounts::stats::{self, DayTold};
use anteroom_model::stats::{Day, Measure, days};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Caller, Query};
use crate::reply;

/// Which days.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DailyStatsQuery {
    /// The first day, in UTC; 29 days before `to` by default, and 365 at most.
    #[param(pattern = "^[0-9]{8}$", example = "20260101")]
    from: Option<String>,
    /// The last day, today by default.
    #[param(pattern = "^[0-9]{8}$", example = "20260131")]
    to: Option<String>,
}

/// What happened on a day, in UTC.
#[derive(Serialize, ToSchema)]
#[schema(as = DailyStats)]
pub struct DailyStatsView {
    /// The day's first moment.
    #[schema(value_type = String, format = DateTime)]
    date: String,
    /// Sign-ins with a proof, not those by the session of an earlier one.
    logins: i64,
    /// People who signed up.
    signups: i64,
    /// Sign-ins with a password known to be leaked: 0, for passwords are checked when they are chosen.
    leaked_passwords: i64,
    /// Sign-ins that were refused.
    failures: i64,
    /// Users who signed in, each once.
    active_users: i64,
    /// Users who were made, in whatever way.
    created_users: i64,
    /// Users who were deleted.
    deleted_users: i64,
    /// When the last of it happened; the day's first moment if nothing did.
    #[schema(value_type = String, format = DateTime)]
    updated_at: String,
    /// When the first of it happened.
    #[schema(value_type = String, format = DateTime)]
    created_at: String,
}

impl DailyStatsView {
    fn new(told: &DayTold) -> Self {
        let count = |measure| told.count(measure);
        Self {
            date: told.day.begins().to_string(),
            logins: count(Measure::SignIns),
            signups: count(Measure::SignUps),
            leaked_passwords: 0,
            failures: count(Measure::Failures),
            active_users: count(Measure::Active),
            created_users: count(Measure::Created) + count(Measure::SignUps),
            deleted_users: count(Measure::Deleted),
            updated_at: told.last_at.to_string(),
            created_at: told.first_at.to_string(),
        }
    }
}

/// Tell what happened day by day
///
/// Every day asked for is told, also those on which nothing happened.
#[utoipa::path(
    get, path = "/api/v2/stats/daily", tag = "stats", operation_id = "get_daily",
    params(DailyStatsQuery),
    responses(
        (status = 200, description = "The days, the oldest first", body = Vec<DailyStatsView>),
        (status = 400, description = "A parameter is no day, or the days are in the wrong order or too many", body = ErrorBody),
        (status = 403, description = "Scope read:stats is missing", body = ErrorBody),
        Refusals
    )
)]
pub async fn list_daily_stats(caller: Caller, query: Query) -> Result<Response, ApiError> {
    let context = caller.holding(&["read:stats"])?;
    let wanted: DailyStatsQuery = query.read()?;
    let asked = days(wanted.from.as_deref(), wanted.to.as_deref(), Day::of(context.now()))?;
    let told = stats::daily(caller.services(), context, asked).await?;
    Ok(reply::json(StatusCode::OK, &told.iter().map(DailyStatsView::new).collect::<Vec<_>>()))
}
