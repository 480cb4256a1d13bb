//! Deleting a role.

use anteroom_model::guard::may_configure;
use anteroom_model::{Context, EventKind, Party};
use anteroom_store::{Connection, role};

use super::{party, unknown};
use crate::{Error, Record, Services};

/// Members that one transaction takes a role from at most, so that others who write wait no longer than for that.
const AT_ONCE: i64 = 5_000;

/// Deletes a role: nobody has it any more, and tokens issued from now on hold nothing by it. One that many have is taken
/// from them in parts first; whoever breaks that off finds the role still there, with fewer members, and may go on.
///
/// # Errors
/// `inexistent_role`, `rank_exceeded`.
pub async fn delete_role(services: &Services, context: &Context, role_id: String) -> Result<(), Error> {
    let target = Party::new("role", &role_id, "");
    while !services
        .transact(context, Some(target.clone()), role_id.clone(), |connection, context, role_id| {
            Box::pin(run(connection, context, role_id))
        })
        .await?
    {}
    Ok(())
}

/// Whether the role is gone, and not only some of its members.
async fn run(connection: &Connection<'_>, context: &Context, role_id: &str) -> Result<bool, Error> {
    may_configure(&context.actor)?;
    let found = role::by_id_for_change(connection, context.tenant, role_id).await?;
    let role = found.ok_or_else(unknown)?;
    if role::take_some(connection, context.tenant, role.key, AT_ONCE).await? == AT_ONCE.unsigned_abs() {
        return Ok(false);
    }
    role::delete(connection, context.tenant, role.key).await?;
    Record::new(context, EventKind::RoleDeleted).target(party(&role)).write(connection).await?;
    Ok(true)
}
