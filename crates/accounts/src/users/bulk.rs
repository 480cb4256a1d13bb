//! The same change for many users (requirements S4.L13.2–10, S4.L14.5).

use std::collections::HashSet;

use anteroom_model::event::FieldChange;
use anteroom_model::ids::new_prefixed_id;
use anteroom_model::user::UserChanges;
use anteroom_model::{Change, Context, EventKind, Party, PlatformRole, Refusal, Status};
use serde_json::{Value, json};

use super::{SetStatus, UpdateUser, delete_user, set_status, update_user};
use crate::access::{self, RevokeAccess};
use crate::configuration::TenantConfiguration;
use crate::{Error, Record, Services, roles};

/// The most users of one request: what a selection in a list comes to.
pub const CHANGED_AT_ONCE: usize = 200;

/// What is done to each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkAction {
    /// The status becomes this one.
    SetStatus(Status),
    /// The platform role becomes this one.
    SetPlatformRole(PlatformRole),
    /// The time zone becomes this one, or none.
    SetTimezone(Option<String>),
    /// These roles are given.
    GiveRoles(Vec<String>),
    /// These roles are taken.
    TakeRoles(Vec<String>),
    /// The account is deleted.
    Delete,
    /// All sessions end; refresh tokens outlive them.
    RevokeSessions,
    /// All access ends, that by refresh tokens too.
    RevokeAccess,
}

impl BulkAction {
    /// All names, in the order of the actions.
    pub const NAMES: [&'static str; 8] = [
        "set_status",
        "set_platform_role",
        "set_timezone",
        "give_roles",
        "take_roles",
        "delete",
        "revoke_sessions",
        "revoke_access",
    ];

    /// The name on the wire.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SetStatus(_) => Self::NAMES[0],
            Self::SetPlatformRole(_) => Self::NAMES[1],
            Self::SetTimezone(_) => Self::NAMES[2],
            Self::GiveRoles(_) => Self::NAMES[3],
            Self::TakeRoles(_) => Self::NAMES[4],
            Self::Delete => Self::NAMES[5],
            Self::RevokeSessions => Self::NAMES[6],
            Self::RevokeAccess => Self::NAMES[7],
        }
    }

    /// What becomes of which field, where one is set.
    fn value(&self) -> Option<(&'static str, Value)> {
        match self {
            Self::SetStatus(status) => Some(("status", json!(status.name()))),
            Self::SetPlatformRole(role) => Some(("platform_role", json!(role.name()))),
            Self::SetTimezone(zone) => Some(("zoneinfo", json!(zone))),
            Self::GiveRoles(roles) | Self::TakeRoles(roles) => Some(("roles", json!(roles))),
            Self::Delete | Self::RevokeSessions | Self::RevokeAccess => None,
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct BulkChange {
    /// The users' ids: each counts once.
    pub user_ids: Vec<String>,
    /// What is done to each.
    pub action: BulkAction,
    /// Why, at most 500 characters.
    pub reason: Option<String>,
}

/// What became of it.
#[derive(Debug)]
pub struct BulkChanged {
    /// What the events of it are found by: their `correlation_id`, unless the caller gave one.
    pub batch_id: String,
    /// For each user, in the order asked, whether anything changed, or why nothing could.
    pub results: Vec<(String, Result<bool, Error>)>,
}

/// Does the same to many users, one after the other, each wholly or not at all and with its own guards and its own event:
/// what is refused for one hinders no other, and what is so already is left alone. That it was asked for is one event
/// more, written before the first change, so that it is on record whatever comes between. Nobody is sent a mail.
///
/// # Errors
/// `invalid_body` when there are no users or more than 200, or the reason is too long.
pub async fn change_users(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    mut request: BulkChange,
) -> Result<BulkChanged, Error> {
    let mut seen = HashSet::new();
    request.user_ids.retain(|id| seen.insert(id.clone()));
    if request.user_ids.is_empty() || request.user_ids.len() > CHANGED_AT_ONCE {
        return Err(Refusal::invalid_field("user_ids", "must be 1 to 200 ids of users").into());
    }
    if request.reason.as_ref().is_some_and(|reason| reason.chars().count() > 500) {
        return Err(Refusal::invalid_field("reason", "must not have more than 500 characters").into());
    }
    let batch_id = new_prefixed_id(&*context.random, "bat");
    let mut context = context.clone();
    context.origin.correlation_id.get_or_insert_with(|| batch_id.clone());
    record(services, &context, &batch_id, &request).await?;
    let mut results = Vec::with_capacity(request.user_ids.len());
    for user_id in &request.user_ids {
        let one = One { services, tenant, context: &context, user_id };
        results.push((user_id.clone(), one.change(&request).await));
    }
    Ok(BulkChanged { batch_id, results })
}

/// Writes what was asked for.
async fn record(services: &Services, context: &Context, batch_id: &str, request: &BulkChange) -> Result<(), Error> {
    let set = |field: &str, to: Value| FieldChange { field: field.to_owned(), from: None, to: Some(to) };
    let mut changes = vec![set("action", json!(request.action.name()))];
    changes.extend(request.action.value().map(|(field, value)| set(field, value)));
    changes.push(set("user_ids", json!(request.user_ids)));
    let target = Party::new("batch", batch_id, "");
    let state = (target, changes, request.reason.clone());
    services
        .transact(context, None, state, |connection, context, (target, changes, reason)| {
            let record = Record::new(context, EventKind::UsersChanged).target(target.clone());
            Box::pin(record.changes(changes.clone()).reason(reason.clone()).write(connection))
        })
        .await
}

/// One of the users.
struct One<'a> {
    services: &'a Services,
    tenant: &'a TenantConfiguration,
    context: &'a Context,
    user_id: &'a str,
}

impl One<'_> {
    /// Whether anything changed.
    async fn change(&self, request: &BulkChange) -> Result<bool, Error> {
        let Self { services, tenant, context, .. } = *self;
        let user_id = self.user_id.to_owned();
        match &request.action {
            BulkAction::SetStatus(status) => {
                let wanted = SetStatus { user_id, status: *status, reason: request.reason.clone(), notify: false };
                Ok(set_status(services, tenant, context, wanted).await?.is_changed)
            }
            BulkAction::SetPlatformRole(role) => {
                self.update(UpdateUser { user_id, platform_role: Some(*role), ..UpdateUser::default() }).await
            }
            BulkAction::SetTimezone(zone) => {
                let mut changes = UserChanges::default();
                changes.details.zoneinfo = zone.clone().map_or(Change::Clear, Change::Set);
                self.update(UpdateUser { user_id, changes, ..UpdateUser::default() }).await
            }
            BulkAction::GiveRoles(ids) => roles::give_roles(services, context, user_id, ids.clone()).await,
            BulkAction::TakeRoles(ids) => roles::take_roles(services, context, user_id, ids.clone()).await,
            BulkAction::Delete => delete_user(services, context, user_id).await,
            BulkAction::RevokeSessions => access::revoke_sessions_of_user(services, context, user_id).await,
            BulkAction::RevokeAccess => {
                let all = RevokeAccess { user_id, ..RevokeAccess::default() };
                access::revoke_access(services, tenant, context, all).await.map(|()| true)
            }
        }
    }

    async fn update(&self, request: UpdateUser) -> Result<bool, Error> {
        Ok(update_user(self.services, self.tenant, self.context, request).await?.is_changed)
    }
}
