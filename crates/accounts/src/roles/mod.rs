//! The verbs of roles and permissions: what people may do in a tenant's applications.
//!
//! What a role says holds for everybody who has it, so making and changing roles is for administrators. Giving a role or
//! a permission to a user is an act on that user. The Management API has no part in it: who may administer is said by
//! the platform role alone, so that no role is a way around the guards.

mod assign;
mod create;
mod defaults;
mod delete;
mod give;
mod permissions;
mod read;
mod update;
mod user_read;

pub use create::{CreateRole, create_role};
pub use defaults::give_defaults;
pub use delete::delete_role;
pub use give::{add_members, give_roles, take_roles};
pub use permissions::{ChangePermissions, PermissionHolder, add_permissions, remove_permissions};
pub use read::{MemberList, MemberPage, find_role, list_members, list_roles, role_permissions};
pub use update::{UpdateRole, update_role};
pub use user_read::{EffectiveList, HeldPage, effective_permissions, roles_giving, user_permissions, user_roles};

use anteroom_model::roles::Role;
use anteroom_model::{Party, Refusal, codes};
use anteroom_store::role::Member;
use serde_json::{Value, json};

fn unknown() -> Refusal {
    Refusal::new(&codes::ROLE_UNKNOWN, "The role does not exist.")
}

fn party(role: &Role) -> Party {
    Party::new("role", &role.role_id, &role.name)
}

fn member_party(member: &Member) -> Party {
    Party::new("user", &member.user_id, &member.name)
}

/// A role as events tell of it, by the names on the wire.
fn told(role: &Role) -> Value {
    json!({"name": role.name, "description": role.description, "is_default": role.is_default})
}
