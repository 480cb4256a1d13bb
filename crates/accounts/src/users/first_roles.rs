//! The roles that a user is made with.

use std::collections::HashSet;

use anteroom_model::roles::{ROLES_OF_USER, within};
use anteroom_model::{Context, FieldChange, Refusal, UserKey, codes};
use anteroom_store::{Connection, role};
use serde_json::Value;

use crate::Error;
use crate::roles::give_defaults;

/// Gives a user who is just being made the tenant's default roles and these, and answers what the user's own event tells
/// of it; nothing if there are none.
///
/// # Errors
/// `inexistent_role` naming the entry, `limit_reached`.
pub(super) async fn give_first(
    connection: &Connection<'_>,
    context: &Context,
    user: UserKey,
    role_ids: &[String],
) -> Result<Option<FieldChange>, Error> {
    let roles = role::by_ids(connection, context.tenant, role_ids).await?;
    if let Some(at) = role_ids.iter().position(|id| !roles.iter().any(|role| role.role_id == *id)) {
        return Err(Refusal::new(&codes::ROLE_UNKNOWN, "The role does not exist.")
            .field(format!("roles[{at}]"))
            .into());
    }
    let defaults = give_defaults(connection, context, user).await?;
    let mut ids = match &defaults {
        Some(FieldChange { to: Some(Value::Array(ids)), .. }) => ids.clone(),
        _ => Vec::new(),
    };
    let mut given: HashSet<_> = ids.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    for role in roles {
        if given.insert(role.role_id.clone()) {
            role::give(connection, context.tenant, role.key, &[user], context.now()).await?;
            ids.push(Value::from(role.role_id));
        }
    }
    within(ids.len(), ROLES_OF_USER, "No user can have more than 50 roles.")?;
    Ok((!ids.is_empty()).then(|| FieldChange { field: "roles".to_owned(), from: None, to: Some(Value::Array(ids)) }))
}
