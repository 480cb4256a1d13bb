//! Roles that a tenant makes for its own applications, and the permissions they stand for.
//!
//! They say what people may do in applications and never who may administer: that is
//! [`PlatformRole`](crate::PlatformRole).

mod changes;
mod permission;

pub use changes::RoleChanges;
pub use permission::{HeldPermission, Permission, PermissionName};

use crate::codes;
use crate::refusal::Refusal;
use crate::text::fold;
use crate::time::Timestamp;

/// The most roles of a tenant, as with Auth0.
pub const ROLES: usize = 1000;

/// The most roles of a user, as with Auth0; also the most that new users are given.
pub const ROLES_OF_USER: usize = 50;

/// The most permissions of a role, and the most that a user has without a role, as with Auth0.
pub const PERMISSIONS: usize = 1000;

/// A role of a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// Its internal key.
    pub key: i64,
    /// Its id: `rol_` and 16 letters and digits.
    pub role_id: String,
    /// Its name, unique in the tenant without regard to case, width and accents.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Whether every new user is given it.
    pub is_default: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

impl Role {
    /// The form in which its name is unique.
    #[must_use]
    pub fn name_key(&self) -> String {
        fold(&self.name)
    }
}

/// Whether there is room for this many of something that has a limit.
///
/// # Errors
/// `limit_reached` with these words.
pub fn within(count: usize, limit: usize, words: &'static str) -> Result<(), Refusal> {
    if count <= limit { Ok(()) } else { Err(Refusal::new(&codes::LIMIT_REACHED, words)) }
}

#[cfg(test)]
mod tests {
    use super::{Role, within};

    #[test]
    fn names_that_differ_in_case_only_are_one() {
        let key = |name: &str| Role { name: name.to_owned(), ..Role::default() }.name_key();
        assert_eq!(key("Éditeur  Adjoint"), key("editeur adjoint"));
        assert_ne!(key("editor"), key("editors"));
    }

    #[test]
    fn a_limit_is_the_last_number_that_fits() {
        assert!(within(50, 50, "full").is_ok());
        assert_eq!(within(51, 50, "full").expect_err("is full").code.name, "limit_reached");
    }
}
