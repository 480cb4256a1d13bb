//! Deleting a role.

use anteroom_model::guard::may_configure;
use anteroom_model::{Context, EventKind, Party};
use anteroom_store::{Connection, role};

use super::{party, unknown};
use crate::{Error, Record, Services};

/// Deletes a role: nobody has it any more, and tokens issued from now on hold nothing by it.
///
/// # Errors
/// `inexistent_role`, `rank_exceeded`.
pub async fn delete_role(services: &Services, context: &Context, role_id: String) -> Result<(), Error> {
    let target = Party::new("role", &role_id, "");
    services
        .transact(context, Some(target), role_id, |connection, context, role_id| {
            Box::pin(run(connection, context, role_id))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, role_id: &str) -> Result<(), Error> {
    may_configure(&context.actor)?;
    let found = role::by_id_for_change(connection, context.tenant, role_id).await?;
    let role = found.ok_or_else(unknown)?;
    role::delete(connection, context.tenant, role.key).await?;
    Record::new(context, EventKind::RoleDeleted).target(party(&role)).write(connection).await
}
