//! Changing a role.

use anteroom_model::guard::may_configure;
use anteroom_model::roles::{Role, RoleChanges};
use anteroom_model::{Context, EventKind, Party};
use anteroom_store::{Connection, role, tenant};

use super::create::{refuse_taken, room_for_default};
use super::{party, told, unknown};
use crate::differences::differences;
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct UpdateRole {
    /// The role's id.
    pub role_id: String,
    /// What becomes of it.
    pub changes: RoleChanges,
}

/// Changes a role. Making it a default one gives it to users made from now on.
///
/// # Errors
/// `inexistent_role`, `invalid_body`, `role_exists`, `limit_reached`, `rank_exceeded`.
pub async fn update_role(services: &Services, context: &Context, request: UpdateRole) -> Result<Role, Error> {
    let target = Party::new("role", &request.role_id, "");
    services
        .transact(context, Some(target), request, |connection, context, request| {
            Box::pin(run(connection, context, request))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, request: &UpdateRole) -> Result<Role, Error> {
    may_configure(&context.actor)?;
    if request.changes.is_default == Some(true) {
        tenant::lock(connection, context.tenant).await?;
    }
    let found = role::by_id_for_change(connection, context.tenant, &request.role_id).await?;
    let before = found.ok_or_else(unknown)?;
    let mut after = request.changes.clone().apply(before.clone())?;
    let changes = differences(&told(&before), &told(&after));
    if changes.is_empty() {
        return Ok(after);
    }
    refuse_taken(connection, context, &after).await?;
    if after.is_default && !before.is_default {
        room_for_default(connection, context).await?;
    }
    after.updated_at = context.now();
    role::update(connection, context.tenant, &after).await?;
    Record::new(context, EventKind::RoleUpdated).target(party(&after)).changes(changes).write(connection).await?;
    Ok(after)
}
