//! Deleting a user.

use anteroom_model::guard::{Act, may};
use anteroom_model::{Context, EventKind, Party};
use anteroom_store::sign_in_failure::FailureKind;
use anteroom_store::{Connection, sign_in_failure, user};

use crate::{Error, Record, Services};

/// Deletes a user for good (requirement S2.L26.2); what it did and what was done to it stays on record.
///
/// A user that is not there is as deleted as can be: that is no refusal, as with Auth0. Answers whether there was one.
///
/// # Errors
/// The guards' refusals.
pub async fn delete_user(services: &Services, context: &Context, user_id: String) -> Result<bool, Error> {
    let target = Party::new("user", &user_id, "");
    services
        .transact(context, Some(target), user_id, |connection, context, user_id| {
            Box::pin(run(connection, context, user_id))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, user_id: &str) -> Result<bool, Error> {
    let Some(user) = user::by_id_for_change(connection, context.tenant, user_id).await? else { return Ok(false) };
    may(&context.actor, user.key, user.platform_role, Act::Delete)?;
    super::role::keep_a_super_admin(connection, context, &user).await?;
    user::delete(connection, context.tenant, user.key).await?;
    // Sessions and authorizations go with the user's row; failures are counted by an id that may come back.
    sign_in_failure::clear(connection, context.tenant, FailureKind::Account, &user.user_id).await?;
    Record::new(context, EventKind::UserDeleted).user(&user).write(connection).await?;
    Ok(true)
}
