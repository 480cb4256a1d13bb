//! `POST /api/v2/users/bulk-actions`

use anteroom_accounts::users::{self, BulkAction, BulkChange, BulkChanged};
use anteroom_model::{Change, Refusal, Status};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::platform_role;
use crate::error::{ApiError, ErrorBody, Refusals, told};
use crate::extract::{Body, Caller, Query};
use crate::management::schema::words;
use crate::reply;

/// The same for many users.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UsersBulkAction)]
pub struct BulkActionBody {
    /// The ids of 1 to 200 users; each counts once.
    #[schema(min_items = 1, max_items = 200)]
    user_ids: Vec<String>,
    /// What is done to each.
    #[schema(value_type = words::BulkAction)]
    action: String,
    /// The new status, for `set_status`.
    #[serde(default)]
    #[schema(value_type = Option<words::AccountStatus>)]
    status: Option<String>,
    /// The new platform role, for `set_platform_role`.
    #[serde(default)]
    #[schema(value_type = Option<words::AccountRole>)]
    platform_role: Option<String>,
    /// The new time zone, for `set_timezone`: a name of the time zone database; null for none.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 64, example = "Asia/Shanghai")]
    zoneinfo: Change<String>,
    /// The ids of 1 to 50 roles, for `give_roles` and `take_roles`.
    #[serde(default)]
    #[schema(max_items = 50)]
    roles: Option<Vec<String>>,
    /// Why; kept with the status, and on record.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: Option<String>,
}

/// What became of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = UserBulkOutcome)]
enum Outcome {
    /// It was done.
    Done,
    /// It was so already.
    Skipped,
    /// It was refused or could not be done.
    Failed,
}

/// What became of the users, in the order in which they were named.
#[derive(Serialize, ToSchema)]
#[schema(as = UsersBulkResult)]
struct BulkView {
    /// What the events of all of it are found by: `correlation_id`, unless the request had an `X-Correlation-ID`.
    batch_id: String,
    /// For how many it was done.
    done: usize,
    /// For how many it was so already.
    skipped: usize,
    /// For how many it failed.
    failed: usize,
    /// One result for each.
    results: Vec<ResultView>,
}

/// What became of one user.
#[derive(Serialize, ToSchema)]
#[schema(as = UserBulkResult)]
struct ResultView {
    /// The user's id.
    user_id: String,
    /// What became of it.
    outcome: Outcome,
    /// Why it failed: what the request for this user alone would have answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorBody>,
}

impl BulkView {
    fn new(changed: BulkChanged) -> Self {
        let view = |(user_id, result): (String, Result<bool, anteroom_accounts::Error>)| match result {
            Ok(true) => ResultView { user_id, outcome: Outcome::Done, error: None },
            Ok(false) => ResultView { user_id, outcome: Outcome::Skipped, error: None },
            Err(error) => ResultView { user_id, outcome: Outcome::Failed, error: Some(told(error).into()) },
        };
        let results: Vec<_> = changed.results.into_iter().map(view).collect();
        let count = |outcome| results.iter().filter(|result| result.outcome == outcome).count();
        let (done, skipped, failed) = (count(Outcome::Done), count(Outcome::Skipped), count(Outcome::Failed));
        Self { batch_id: changed.batch_id, done, skipped, failed, results }
    }
}

impl BulkActionBody {
    /// What is asked for. Fields of other actions are refused by name, for they would be without effect.
    fn into_change(self) -> Result<BulkChange, Refusal> {
        // Named before anything is said of what belongs together.
        for (field, text, most) in [("zoneinfo", self.zoneinfo.value(), 64), ("reason", self.reason.as_ref(), 500)] {
            if text.is_some_and(|text| text.chars().count() > most) {
                return Err(Refusal::invalid_field(field, &format!("must not have more than {most} characters")));
            }
        }
        let fields = [
            ("status", self.status.is_some(), "set_status"),
            ("platform_role", self.platform_role.is_some(), "set_platform_role"),
            ("zoneinfo", self.zoneinfo.is_mentioned(), "set_timezone"),
            ("roles", self.roles.is_some(), if self.action == "take_roles" { "take_roles" } else { "give_roles" }),
        ];
        for (field, is_sent, action) in fields {
            if is_sent != (self.action == action) && BulkAction::NAMES.contains(&self.action.as_str()) {
                let rule = if is_sent { "does not belong to this action" } else { "is missing" };
                return Err(Refusal::invalid_field(field, rule));
            }
        }
        let action = match self.action.as_str() {
            "set_status" => {
                let known = "must be one of pending_activation, active, suspended, deactivated and archived";
                let status = Status::parse(self.status.as_deref().unwrap_or_default());
                BulkAction::SetStatus(status.ok_or_else(|| Refusal::invalid_field("status", known))?)
            }
            "set_platform_role" => {
                BulkAction::SetPlatformRole(platform_role(self.platform_role.as_deref().unwrap_or_default())?)
            }
            "set_timezone" => BulkAction::SetTimezone(self.zoneinfo.apply(None)),
            "give_roles" => BulkAction::GiveRoles(role_ids(self.roles)?),
            "take_roles" => BulkAction::TakeRoles(role_ids(self.roles)?),
            "delete" => BulkAction::Delete,
            "revoke_sessions" => BulkAction::RevokeSessions,
            "revoke_access" => BulkAction::RevokeAccess,
            _ => {
                let known = format!("must be one of {}", BulkAction::NAMES.join(", "));
                return Err(Refusal::invalid_field("action", &known));
            }
        };
        Ok(BulkChange { user_ids: self.user_ids, action, reason: self.reason })
    }
}

fn role_ids(roles: Option<Vec<String>>) -> Result<Vec<String>, Refusal> {
    let roles = roles.unwrap_or_default();
    match roles.len() {
        1..=50 => Ok(roles),
        _ => Err(Refusal::invalid_field("roles", "must be 1 to 50 ids of roles")),
    }
}

/// The scopes that the same request for one user asks for.
fn scopes(action: &BulkAction) -> &'static [&'static str] {
    match action {
        BulkAction::SetStatus(_) | BulkAction::SetPlatformRole(_) | BulkAction::SetTimezone(_) => &["update:users"],
        BulkAction::GiveRoles(_) => &["update:users", "create:role_members"],
        BulkAction::TakeRoles(_) => &["update:users", "delete:role_members"],
        BulkAction::Delete => &["delete:users"],
        BulkAction::RevokeSessions => &["delete:sessions"],
        BulkAction::RevokeAccess => &["delete:sessions", "delete:refresh_tokens"],
    }
}

/// Do the same to many users
///
/// One after the other, each wholly or not at all and with the rules and the event of the request for it alone: what
/// fails for one hinders no other, and what is so already is skipped, so that it may be sent again. It asks for the scopes
/// of the request for one user.
#[utoipa::path(
    post, path = "/api/v2/users/bulk-actions", tag = "users", operation_id = "post_users_bulk_actions",
    request_body = BulkActionBody,
    responses(
        (status = 200, description = "A result for each user", body = BulkView),
        (status = 400, description = "The body breaks a rule of a field, or lacks the field of its action", body = ErrorBody),
        (status = 403, description = "A scope is missing that the same request for one user asks for", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn change_users(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    caller.holding(&["update:users", "delete:users", "delete:sessions"])?;
    query.none()?;
    let change = body.read::<BulkActionBody>()?.into_change()?;
    for scope in scopes(&change.action) {
        caller.holding(&[scope])?;
    }
    let context = caller.holding(scopes(&change.action))?;
    let changed = users::change_users(caller.services(), &caller.tenant, context, change).await?;
    Ok(reply::json(StatusCode::OK, &BulkView::new(changed)))
}
