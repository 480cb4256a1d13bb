//! Permissions: the scopes of an API as something that a person may have.

use serde::Serialize;

/// A permission as requests name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PermissionName {
    /// The API's identifier.
    pub resource_server_identifier: String,
    /// The scope.
    pub permission_name: String,
}

/// A permission that a role or a user was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission {
    /// The API's internal key.
    pub resource_server: i64,
    /// The API's identifier.
    pub resource_server_identifier: String,
    /// The API's name.
    pub resource_server_name: String,
    /// The scope.
    pub name: String,
    /// What the scope allows, for people; empty if the API does not say it.
    pub description: String,
}

/// A permission that a user has, and from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPermission {
    /// The permission.
    pub permission: Permission,
    /// Whether the user was given it without a role.
    pub is_direct: bool,
    /// The roles it comes from: their ids and names, in the order they were made.
    pub roles: Vec<(String, String)>,
}
