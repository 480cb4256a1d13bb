//! Who is locked after failed sign-ins, as lists tell it (requirement S4.L07.3).

use std::collections::HashMap;

use anteroom_model::{Context, Timestamp, User};
use anteroom_store::sign_in_failure::{self, FailureKind};

use crate::{Error, Services};

/// Until when those of the users are locked who are locked now, by their ids: one question for all of them.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find_locked_until(
    services: &Services,
    context: &Context,
    users: &[User],
) -> Result<HashMap<String, Timestamp>, Error> {
    let ids = users.iter().map(|user| user.user_id.as_str()).collect();
    let session = services.db.session().await?;
    let account = FailureKind::Account;
    let found = sign_in_failure::locked(&session.connection(), context.tenant, account, ids, context.now()).await?;
    Ok(found.into_iter().collect())
}
