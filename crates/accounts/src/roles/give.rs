//! Giving roles to users and taking them away.

use std::collections::HashSet;

use anteroom_model::{Context, Party};
use anteroom_store::{Connection, role};

use super::assign::{Way, assign};
use super::unknown;
use crate::users::unknown_user;
use crate::{Error, Services};

struct Change {
    way: Way,
    user_ids: Vec<String>,
    role_ids: Vec<String>,
    /// Which of the two the path names; the other stands in the body.
    path: Subject,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Role,
    User,
}

/// Gives a role to users, to all of them or to none.
///
/// # Errors
/// `inexistent_role`, `inexistent_user`, `limit_reached`, the guards' refusals.
pub async fn add_members(
    services: &Services,
    context: &Context,
    role_id: String,
    user_ids: Vec<String>,
) -> Result<(), Error> {
    let change = Change { way: Way::Give, user_ids, role_ids: vec![role_id], path: Subject::Role };
    run(services, context, change).await.map(drop)
}

/// Gives a user roles, all of them or none. Answers whether there was one that the user did not have.
///
/// # Errors
/// `inexistent_user`, `inexistent_role`, `limit_reached`, the guards' refusals.
pub async fn give_roles(
    services: &Services,
    context: &Context,
    user_id: String,
    role_ids: Vec<String>,
) -> Result<bool, Error> {
    let change = Change { way: Way::Give, user_ids: vec![user_id], role_ids, path: Subject::User };
    run(services, context, change).await
}

/// Takes roles from a user. Roles that the user does not have are not missed; answers whether there was one it had.
///
/// # Errors
/// `inexistent_user`, the guards' refusals.
pub async fn take_roles(
    services: &Services,
    context: &Context,
    user_id: String,
    role_ids: Vec<String>,
) -> Result<bool, Error> {
    let change = Change { way: Way::Take, user_ids: vec![user_id], role_ids, path: Subject::User };
    run(services, context, change).await
}

async fn run(services: &Services, context: &Context, mut change: Change) -> Result<bool, Error> {
    keep_first(&mut change.user_ids);
    keep_first(&mut change.role_ids);
    let target = match change.path {
        Subject::Role => change.role_ids.first().map(|id| Party::new("role", id, "")),
        Subject::User => change.user_ids.first().map(|id| Party::new("user", id, "")),
    };
    services
        .transact(context, target, change, |connection, context, change| Box::pin(change.make(connection, context)))
        .await
}

impl Change {
    async fn make(&self, connection: &Connection<'_>, context: &Context) -> Result<bool, Error> {
        let roles = role::by_ids(connection, context.tenant, &self.role_ids).await?;
        let missing = self.role_ids.iter().position(|id| !roles.iter().any(|role| role.role_id == *id));
        match (missing, self.path) {
            (Some(_), Subject::Role) => return Err(unknown().into()),
            (Some(at), Subject::User) if self.way == Way::Give => {
                return Err(unknown().field(format!("roles[{at}]")).into());
            }
            _ => {}
        }
        // Locked in the order of their keys, so that two such requests never wait for each other.
        let members = role::lock_members(connection, context.tenant, &self.user_ids).await?;
        let missing = self.user_ids.iter().position(|id| !members.iter().any(|member| member.user_id == *id));
        match (missing, self.path) {
            (Some(_), Subject::User) => return Err(unknown_user().into()),
            (Some(at), Subject::Role) => return Err(unknown_user().field(format!("users[{at}]")).into()),
            (None, _) => {}
        }
        assign(connection, context, self.way, &members, &roles).await
    }
}

/// Each id once, at its first place.
fn keep_first(ids: &mut Vec<String>) {
    let mut seen = HashSet::new();
    ids.retain(|id| seen.insert(id.clone()));
}
