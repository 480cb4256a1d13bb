//! Who may do what to whom: the rules that protect administrators from each other and from themselves.

use crate::actor::Actor;
use crate::codes;
use crate::ids::UserKey;
use crate::refusal::Refusal;
use crate::role::PlatformRole;
use crate::scope::MANAGEMENT;

/// What is about to be done to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Profile, identifiers or metadata change.
    Edit,
    /// What the user signs in and is written to by changes: whoever chooses the address gets the links that choose the
    /// password.
    ChangeIdentifiers,
    /// The status changes, also by `blocked`.
    ChangeStatus,
    /// The password is set.
    ChangePassword,
    /// The platform role becomes this one.
    ChangeRole(PlatformRole),
    /// The account is deleted.
    Delete,
    /// Sessions, refresh tokens or consents end; the account stays as it is.
    EndAccess,
}

/// Whether the actor may do this to a user of this role (requirements S4.L04.5–7 and L04.10).
///
/// That the last active super administrator stays is checked beside it, under a lock, where the users are.
///
/// # Errors
/// The refusal of the rule that forbids it.
pub fn may(actor: &Actor, target: UserKey, target_role: PlatformRole, act: Act) -> Result<(), Refusal> {
    // The command line acts for whoever owns the machine; it is how a locked-out installation is recovered.
    if matches!(actor, Actor::System) {
        return Ok(());
    }
    // Whoever fears for the own account signs out everywhere, whatever the rank of the client it is done through.
    if act == Act::EndAccess && actor.is_user(target) {
        return Ok(());
    }
    let on_account = matches!(act, Act::ChangeStatus | Act::ChangeRole(_) | Act::Delete);
    if on_account && actor.is_user(target) {
        return Err(Refusal::new(
            &codes::OWN_ACCOUNT,
            "Your own role, status and account are for another administrator to change.",
        ));
    }
    if target_role == PlatformRole::SuperAdmin {
        protects_super_admin(actor, act)?;
    }
    // Only machines can have so low a rank and a scope all the same.
    if actor.rank() < target_role {
        return Err(Refusal::new(&codes::RANK_EXCEEDED, "The user's role exceeds your own rank."));
    }
    match act {
        Act::ChangeRole(PlatformRole::SuperAdmin) if actor.rank() < PlatformRole::SuperAdmin => {
            Err(Refusal::new(&codes::SUPER_ADMIN_ONLY, "Only a super administrator can grant super_admin.")
                .field("platform_role"))
        }
        Act::ChangeRole(role) if actor.rank() < role => {
            Err(Refusal::new(&codes::RANK_EXCEEDED, "The role exceeds your own rank.").field("platform_role"))
        }
        Act::ChangeRole(role) if role >= PlatformRole::Admin => within_scopes(actor, "platform_role"),
        Act::ChangeIdentifiers if target_role >= PlatformRole::Admin => within_scopes(actor, "email"),
        // Whoever sets an administrator's password can be that administrator.
        Act::ChangePassword if target_role >= PlatformRole::Admin => within_scopes(actor, "password"),
        _ => Ok(()),
    }
}

/// Whether the actor may change what holds for everybody: settings, connections and resource servers. Only machines can
/// have a lower rank and a scope all the same.
///
/// # Errors
/// `rank_exceeded`.
pub fn may_configure(actor: &Actor) -> Result<(), Refusal> {
    if actor.rank() >= PlatformRole::Admin {
        return Ok(());
    }
    Err(Refusal::new(&codes::RANK_EXCEEDED, "What holds for everybody is for administrators to change."))
}

/// An administrator's role holds every scope, so only who holds them all may hand it out or take it over.
fn within_scopes(actor: &Actor, field: &str) -> Result<(), Refusal> {
    match MANAGEMENT.iter().find(|scope| !actor.holds(scope.name)) {
        None => Ok(()),
        Some(scope) => {
            let message = format!("An administrator holds the scope {}, which you do not.", scope.name);
            Err(Refusal::new(&codes::RANK_EXCEEDED, message).field(field))
        }
    }
}

fn protects_super_admin(actor: &Actor, act: Act) -> Result<(), Refusal> {
    if actor.rank() < PlatformRole::SuperAdmin {
        return Err(Refusal::new(
            &codes::SUPER_ADMIN_PROTECTED,
            "Only a super administrator can change a super administrator.",
        ));
    }
    if matches!(act, Act::ChangeStatus | Act::ChangePassword | Act::Delete) {
        return Err(Refusal::new(
            &codes::SUPER_ADMIN_DEMOTE_FIRST,
            "A super administrator's status, password and account cannot be changed: set platform_role to another role first.",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Act, may};
    use crate::actor::Actor;
    use crate::ids::UserKey;
    use crate::role::PlatformRole::{self, Admin, SuperAdmin, User};
    use crate::scope::{Scopes, all_management};

    const OTHER: UserKey = UserKey(2);

    fn user(role: PlatformRole) -> Actor {
        Actor::User {
            key: UserKey(1),
            user_id: "auth0|1".to_owned(),
            name: String::new(),
            role,
            scopes: all_management(),
            client_id: String::new(),
        }
    }

    fn refusal(actor: &Actor, target: UserKey, role: PlatformRole, act: Act) -> Option<&'static str> {
        may(actor, target, role, act).err().map(|refusal| refusal.code.name)
    }

    #[test]
    fn an_administrator_touches_no_super_administrator() {
        let acts =
            [Act::Edit, Act::ChangeStatus, Act::ChangePassword, Act::ChangeRole(User), Act::Delete, Act::EndAccess];
        for act in acts {
            assert_eq!(refusal(&user(Admin), OTHER, SuperAdmin, act), Some("super_admin_protected"));
        }
    }

    #[test]
    fn a_super_administrator_is_demoted_before_anything_else() {
        for act in [Act::ChangeStatus, Act::ChangePassword, Act::Delete] {
            assert_eq!(refusal(&user(SuperAdmin), OTHER, SuperAdmin, act), Some("super_admin_demote_first"));
        }
        for act in [Act::Edit, Act::ChangeRole(Admin), Act::ChangeRole(SuperAdmin), Act::EndAccess] {
            assert_eq!(refusal(&user(SuperAdmin), OTHER, SuperAdmin, act), None);
        }
    }

    #[test]
    fn nobody_grants_more_than_the_own_rank() {
        assert_eq!(refusal(&user(Admin), OTHER, User, Act::ChangeRole(SuperAdmin)), Some("super_admin_only"));
        assert_eq!(refusal(&user(Admin), OTHER, User, Act::ChangeRole(Admin)), None);
        assert_eq!(refusal(&user(User), OTHER, User, Act::ChangeRole(Admin)), Some("rank_exceeded"));
        assert_eq!(refusal(&user(SuperAdmin), OTHER, User, Act::ChangeRole(SuperAdmin)), None);
    }

    #[test]
    fn nobody_touches_more_than_the_own_rank() {
        for act in [Act::Edit, Act::ChangeStatus, Act::ChangePassword, Act::ChangeRole(User), Act::Delete] {
            assert_eq!(refusal(&user(User), OTHER, Admin, act), Some("rank_exceeded"));
            assert_eq!(refusal(&user(Admin), OTHER, Admin, act), None);
            assert_eq!(refusal(&user(User), OTHER, User, act), None);
        }
    }

    #[test]
    fn nobody_hands_out_or_takes_over_more_than_the_own_scopes() {
        let Actor::User { key, user_id, name, role, client_id, .. } = user(SuperAdmin) else { return };
        let some = Actor::User { key, user_id, name, role, client_id, scopes: Scopes::parse("update:users") };
        for act in [Act::ChangeRole(Admin), Act::ChangeRole(SuperAdmin)] {
            assert_eq!(refusal(&some, OTHER, User, act), Some("rank_exceeded"));
        }
        assert_eq!(refusal(&some, OTHER, Admin, Act::ChangePassword), Some("rank_exceeded"));
        assert_eq!(refusal(&some, OTHER, User, Act::ChangePassword), None);
        assert_eq!(refusal(&some, OTHER, Admin, Act::ChangeIdentifiers), Some("rank_exceeded"));
        assert_eq!(refusal(&some, OTHER, User, Act::ChangeIdentifiers), None);
        assert_eq!(refusal(&some, OTHER, Admin, Act::ChangeRole(User)), None);
    }

    #[test]
    fn the_own_role_status_and_account_are_for_others() {
        let own = UserKey(1);
        for act in [Act::ChangeStatus, Act::ChangeRole(User), Act::Delete] {
            assert_eq!(refusal(&user(Admin), own, Admin, act), Some("own_account"));
        }
        assert_eq!(refusal(&user(Admin), own, Admin, Act::Edit), None);
        assert_eq!(refusal(&Actor::System, own, SuperAdmin, Act::Delete), None);
        for role in [User, Admin, SuperAdmin] {
            assert_eq!(refusal(&user(role), own, role, Act::EndAccess), None);
        }
    }
}
