//! Scopes: what a token allows.

/// A set of scopes as OAuth writes it: names separated by single spaces (RFC 6749 §3.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(String);

impl Scopes {
    /// The set that a text of names separated by white space says; each name once, in the order of their first coming.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::from_names(text.split_ascii_whitespace())
    }

    /// The set of these names.
    #[must_use]
    pub fn from_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut seen = std::collections::HashSet::new();
        let names: Vec<_> = names.into_iter().filter(|name| seen.insert(*name)).collect();
        Self(names.join(" "))
    }

    /// The set that [`Self::as_str`] wrote: nothing is checked again.
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// Whether the set holds the scope.
    #[must_use]
    pub fn contains(&self, scope: &str) -> bool {
        self.names().any(|name| name == scope)
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.split_ascii_whitespace()
    }

    /// The scopes of this set that the other one holds too.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        if self == other {
            return self.clone();
        }
        let others: std::collections::HashSet<_> = other.names().collect();
        Self::from_names(self.names().filter(|name| others.contains(name)))
    }

    /// The first scope of this set that the other one lacks.
    #[must_use]
    pub fn first_beyond<'a>(&'a self, other: &Self) -> Option<&'a str> {
        let others: std::collections::HashSet<_> = other.names().collect();
        self.names().find(|name| !others.contains(name))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names with single spaces between them.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A scope of the Management API and what it allows.
pub struct ManagementScope {
    /// Its name.
    pub name: &'static str,
    /// What it allows, for people.
    pub description: &'static str,
}

macro_rules! management_scopes {
    ($($name:literal $description:literal)*) => {
        /// All scopes of the Management API.
        pub static MANAGEMENT: &[ManagementScope] =
            &[$(ManagementScope { name: $name, description: $description }),*];
    };
}

management_scopes! {
    "read:users" "Read users"
    "create:users" "Create users"
    "update:users" "Update users"
    "update:users_app_metadata" "Update the app_metadata of users"
    "delete:users" "Delete users"
    "create:user_tickets" "Make links to verify addresses and change passwords"
    "read:sessions" "Read the sessions of users"
    "update:sessions" "Update the metadata of sessions"
    "delete:sessions" "End the sessions of users"
    "read:refresh_tokens" "Read the refresh tokens of users"
    "update:refresh_tokens" "Update the metadata of refresh tokens"
    "delete:refresh_tokens" "Revoke the refresh tokens of users"
    "read:device_credentials" "Read the devices of users"
    "delete:device_credentials" "Unlink the devices of users"
    "read:grants" "Read what users consented to"
    "delete:grants" "Withdraw what users consented to"
    "read:anomaly_blocks" "Read the blocks of addresses"
    "delete:anomaly_blocks" "Lift the blocks of addresses"
    "read:logs" "Read log events"
    "read:logs_users" "Read log events that concern users"
    "read:clients" "Read clients"
    "create:clients" "Create clients"
    "update:clients" "Update clients"
    "delete:clients" "Delete clients"
    "read:client_keys" "Read client secrets"
    "update:client_keys" "Rotate client secrets"
    "read:client_grants" "Read client grants"
    "create:client_grants" "Grant clients scopes of APIs"
    "update:client_grants" "Change what clients are granted"
    "delete:client_grants" "Take back what clients are granted"
    "read:connections" "Read connections"
    "update:connections" "Update connections"
    "read:resource_servers" "Read resource servers"
    "create:resource_servers" "Create resource servers"
    "update:resource_servers" "Update resource servers"
    "delete:resource_servers" "Delete resource servers"
    "read:roles" "Read roles and their permissions"
    "create:roles" "Create roles"
    "update:roles" "Update roles and their permissions"
    "delete:roles" "Delete roles"
    "read:role_members" "Read who has which roles"
    "create:role_members" "Give users roles"
    "delete:role_members" "Take roles from users"
    "read:user_effective_roles" "Read the roles that users have by whatever way"
    "read:user_effective_permissions" "Read the permissions that users have by whatever way"
    "read:user_permission_source_roles" "Read by which roles users have a permission"
    "read:tenant_settings" "Read tenant settings"
    "update:tenant_settings" "Update tenant settings"
    "read:attack_protection" "Read attack protection"
    "update:attack_protection" "Update attack protection"
    "read:stats" "Read how many signed in and signed up"
    "read:prompts" "Read how sign-in asks"
    "update:prompts" "Update how sign-in asks"
}

/// The set of all scopes of the Management API.
#[must_use]
pub fn all_management() -> Scopes {
    Scopes::from_names(MANAGEMENT.iter().map(|scope| scope.name))
}

#[cfg(test)]
mod tests {
    use super::Scopes;

    #[test]
    fn sets_behave_as_sets() {
        let some = Scopes::parse("read:users  create:users read:users");
        assert_eq!(some.as_str(), "read:users create:users");
        assert!(some.contains("create:users"));
        assert!(!some.contains("create"));
        assert_eq!(some.intersection(&Scopes::parse("read:users x")).as_str(), "read:users");
        assert_eq!(some.first_beyond(&Scopes::parse("read:users")), Some("create:users"));
        assert_eq!(some.first_beyond(&some), None);
    }
}
