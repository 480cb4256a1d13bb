//! Platform roles: who may administer. Never mixed with the roles that tenants define for their applications.

/// What a user may administer, or the rank of a machine client; a later one includes the earlier ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlatformRole {
    /// Nothing but the own account.
    #[default]
    User,
    /// Users and applications of the tenant, but no super administrator.
    Admin,
    /// Everything in the tenant.
    SuperAdmin,
}

impl PlatformRole {
    /// All roles, from the least.
    pub const ALL: [Self; 3] = [Self::User, Self::Admin, Self::SuperAdmin];

    /// The name on the wire and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Admin => "admin",
            Self::SuperAdmin => "super_admin",
        }
    }

    /// The role of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether a user of this role may use the scope at the Management API.
    #[must_use]
    pub fn holds(self, _scope: &str) -> bool {
        self >= Self::Admin
    }
}
