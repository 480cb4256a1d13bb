//! The roles of new users.

use anteroom_model::{Context, FieldChange, UserKey};
use anteroom_store::{Connection, role};
use serde_json::Value;

use crate::Error;

/// Gives a user who is just being made the tenant's default roles, in the transaction that makes the user. Answers what
/// the user's own event tells of it; nothing if there are none.
///
/// # Errors
/// When the database cannot be asked or written.
pub async fn give_defaults(
    connection: &Connection<'_>,
    context: &Context,
    user: UserKey,
) -> Result<Option<FieldChange>, Error> {
    let defaults = role::defaults(connection, context.tenant).await?;
    for default in &defaults {
        role::give(connection, context.tenant, default.key, &[user], context.now()).await?;
    }
    let ids: Vec<_> = defaults.into_iter().map(|default| Value::from(default.role_id)).collect();
    Ok((!ids.is_empty()).then(|| FieldChange { field: "roles".to_owned(), from: None, to: Some(Value::Array(ids)) }))
}
