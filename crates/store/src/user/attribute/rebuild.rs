//! Making all leaves anew.

use anteroom_model::query::Query;
use anteroom_model::{Timestamp, UserKey};

use super::{insert_all, leaves};
use crate::db::{Connection, Error};
use crate::tenant;
use crate::user::walk;

/// Users read at once.
const AT_ONCE: i64 = 500;

/// Fills the empty table `user_attribute` from the users of all tenants.
///
/// # Errors
/// When the database cannot be read or written.
pub async fn rebuild(connection: &Connection<'_>) -> Result<(), Error> {
    for tenant in tenant::all(connection).await? {
        let mut after = UserKey(0);
        loop {
            let found = walk(connection, tenant.id, &Query::Everything, Timestamp(0), after, AT_ONCE).await?;
            let users = found.map_err(|error| Error::Corrupt(error.to_string()))?;
            let Some(last) = users.last() else { break };
            after = last.key;
            let all: Vec<_> = users.iter().map(|user| (user.key, leaves(user))).collect();
            let rows = all.iter().flat_map(|(key, leaves)| leaves.iter().map(|leaf| (leaf, *key)));
            insert_all(connection, tenant.id, &rows.collect::<Vec<_>>()).await?;
        }
    }
    Ok(())
}
