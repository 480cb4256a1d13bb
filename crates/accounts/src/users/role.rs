//! Platform roles, and the rule that one active super administrator always stays.

use anteroom_model::{Context, EventKind, FieldChange, PlatformRole, Refusal, User, codes};
use anteroom_store::{Connection, tenant, user};

use crate::{Error, Record};

/// Refuses what would leave the tenant without an active super administrator (requirement S4.L04.8). The tenant's row
/// is locked first, so that of two such acts at once the second sees what the first has done (S4.L04.9).
pub(super) async fn keep_a_super_admin(
    connection: &Connection<'_>,
    context: &Context,
    user: &User,
) -> Result<(), Error> {
    if user.platform_role != PlatformRole::SuperAdmin {
        return Ok(());
    }
    tenant::lock(connection, context.tenant).await?;
    if user::active_super_admins(connection, context.tenant, user.key).await? == 0 {
        return Err(Refusal::new(&codes::LAST_SUPER_ADMIN, "The last active super administrator must stay.").into());
    }
    Ok(())
}

/// Gives the user another role. What it was given so far with the old one is ended by the caller:
/// [`crate::access::end_all`].
pub(super) async fn change(
    connection: &Connection<'_>,
    context: &Context,
    user: &mut User,
    role: PlatformRole,
) -> Result<(), Error> {
    keep_a_super_admin(connection, context, user).await?;
    let change = FieldChange::between("platform_role", user.platform_role.name(), role.name());
    user.platform_role = role;
    Record::new(context, EventKind::UserRoleChanged).user(user).changes(vec![change]).write(connection).await
}
