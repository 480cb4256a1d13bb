//! Status actions.

use anteroom_model::guard::{Act, may};
use anteroom_model::status::AccountState;
use anteroom_model::{Context, EventKind, FieldChange, Refusal, Status};
use anteroom_store::{Connection, user};

use super::{ActNotice, Changed, load};
use crate::access::{end_all, lift_lock};
use crate::configuration::TenantConfiguration;
use crate::mail::AdminAct;
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct SetStatus {
    /// The user's id.
    pub user_id: String,
    /// The new status.
    pub status: Status,
    /// Why, at most 500 characters.
    pub reason: Option<String>,
    /// Whether to tell the user by mail, if the status becomes another one.
    pub notify: bool,
}

struct Setting {
    request: SetStatus,
    notice: Option<ActNotice>,
}

/// Sets a user's status; any but active and pending ends the user's access at once, and who is active is not locked
/// after failed sign-ins either (requirement S4.L11.5).
///
/// # Errors
/// `inexistent_user`, `invalid_body`, the guards' refusals.
pub async fn set_status(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: SetStatus,
) -> Result<Changed, Error> {
    if request.reason.as_ref().is_some_and(|reason| reason.chars().count() > 500) {
        return Err(Refusal::invalid_field("reason", "must not have more than 500 characters").into());
    }
    let target = anteroom_model::Party::new("user", &request.user_id, "");
    let notice = if request.notify {
        let act = AdminAct::StatusSet(request.status);
        Some(ActNotice::prepare_for(services, tenant, context, &request.user_id, |_| act).await?)
    } else {
        None
    };
    services
        .transact(context, Some(target), Setting { request, notice }, |connection, context, setting| {
            Box::pin(run(connection, context, setting))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, setting: &Setting) -> Result<Changed, Error> {
    let request = &setting.request;
    let mut user = load(connection, context, &request.user_id).await?;
    let is_unlocked = request.status == Status::Active && lift_lock(connection, context, &user).await?;
    if user.state.status == request.status {
        return Ok(Changed { user, is_changed: is_unlocked });
    }
    may(&context.actor, user.key, user.platform_role, Act::ChangeStatus)?;
    super::role::keep_a_super_admin(connection, context, &user).await?;
    let change = FieldChange::between("status", user.state.status.name(), request.status.name());
    let before = (request.status == Status::Suspended).then_some(user.state.status);
    // Only what can be signed in with is returned to when a suspension is lifted.
    let before_suspension = before.map(|status| if status.is_blocked() { Status::Active } else { status });
    user.state = AccountState { status: request.status, before_suspension };
    user.status_changed_at = context.now();
    user.status_reason.clone_from(&request.reason);
    if request.status.is_blocked() {
        end_all(connection, context, &mut user).await?;
    }
    user.version += 1;
    user.updated_at = context.now();
    user::update(connection, context.tenant, &user).await?;
    if let Some(notice) = &setting.notice {
        notice.queue(connection, context, &user).await?;
    }
    let record = Record::new(context, EventKind::UserStatusChanged).user(&user).changes(vec![change]);
    record.reason(request.reason.clone()).write(connection).await?;
    Ok(Changed { user, is_changed: true })
}
