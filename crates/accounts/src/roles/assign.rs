//! What giving and taking roles have in common: the guards, the limit, the rows and the events.

use std::collections::HashMap;

use anteroom_model::guard::{Act, may};
use anteroom_model::roles::{ROLES_OF_USER, Role, within};
use anteroom_model::{Context, EventKind, FieldChange, UserKey};
use anteroom_store::Connection;
use anteroom_store::role::{self, Member};
use serde_json::json;

use super::member_party;
use crate::{Error, Record};

/// Whether roles are given or taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Give,
    Take,
}

/// Gives roles to users, or takes them; the users' rows are locked. Whoever has a role is not given it again, and whoever
/// has none is not taken it from: there is an event only for those of whom something changes. Answers whether there were
/// any.
pub(super) async fn assign(
    connection: &Connection<'_>,
    context: &Context,
    way: Way,
    members: &[Member],
    roles: &[Role],
) -> Result<bool, Error> {
    for member in members {
        may(&context.actor, member.key, member.platform_role, Act::Edit)?;
    }
    let keys: Vec<_> = members.iter().map(|member| member.key).collect();
    let before = by_user(role::of_users(connection, context.tenant, &keys).await?);
    let has = |user: &UserKey, role: &Role| before.get(user).is_some_and(|ids| ids.contains(&role.role_id));
    for role in roles {
        let concerned: Vec<_> = keys.iter().filter(|user| has(user, role) == (way == Way::Take)).copied().collect();
        match way {
            Way::Give => role::give(connection, context.tenant, role.key, &concerned, context.now()).await?,
            Way::Take => role::take(connection, context.tenant, role.key, &concerned).await?,
        }
    }
    let mut after = by_user(role::of_users(connection, context.tenant, &keys).await?);
    let mut has_changed = false;
    for member in members {
        let from = before.get(&member.key).cloned().unwrap_or_default();
        let to = after.remove(&member.key).unwrap_or_default();
        if from == to {
            continue;
        }
        if way == Way::Give {
            within(to.len(), ROLES_OF_USER, "No user can have more than 50 roles.")?;
        }
        let change = FieldChange { field: "roles".to_owned(), from: Some(json!(from)), to: Some(json!(to)) };
        let record = Record::new(context, EventKind::UserRolesChanged).target(member_party(member));
        record.changes(vec![change]).write(connection).await?;
        has_changed = true;
    }
    Ok(has_changed)
}

fn by_user(rows: Vec<(UserKey, String)>) -> HashMap<UserKey, Vec<String>> {
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (user, role_id) in rows {
        found.entry(user).or_default().push(role_id);
    }
    found
}
