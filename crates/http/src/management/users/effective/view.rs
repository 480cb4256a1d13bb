//! What a user has by whatever way, on the wire.

use anteroom_model::roles::{HeldPermission, Role};
use serde::Serialize;
use utoipa::ToSchema;

use crate::management::checkpoint::Checkpoint;

/// A role that a user has.
#[derive(Serialize, ToSchema)]
#[schema(as = EffectiveRole)]
pub struct EffectiveRoleView<'a> {
    /// The role's id.
    id: &'a str,
    /// The name.
    name: &'a str,
    /// What it is for; may be empty.
    description: &'a str,
    /// From where: `direct`, for there are no groups.
    sources: [&'static str; 1],
}

/// Roles that a user has.
#[derive(Serialize, ToSchema)]
#[schema(as = EffectiveRoleList)]
pub struct EffectiveRolesView<'a> {
    /// The roles.
    roles: Vec<EffectiveRoleView<'a>>,
    /// The cursor to the rows after these; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

impl<'a> EffectiveRolesView<'a> {
    /// The part of the roles that is asked for.
    pub fn new(found: &'a [Role], part: Checkpoint) -> Self {
        let take = usize::try_from(part.take).unwrap_or(usize::MAX);
        let behind: Vec<_> = found.iter().filter(|role| role.key > part.after).collect();
        let next = behind.get(..take).and_then(<[_]>::last).filter(|_| behind.len() > take);
        let role = |role: &&'a Role| EffectiveRoleView {
            id: &role.role_id,
            name: &role.name,
            description: &role.description,
            sources: ["direct"],
        };
        Self { next: next.map(|role| role.key.to_string()), roles: behind.iter().take(take).map(role).collect() }
    }
}

/// A permission that a user has for an API.
#[derive(Serialize, ToSchema)]
#[schema(as = EffectivePermission)]
pub struct EffectivePermissionView<'a> {
    /// The API's identifier.
    resource_server_identifier: &'a str,
    /// The API's name.
    resource_server_name: &'a str,
    /// The scope.
    permission_name: &'a str,
    /// What the scope allows; may be empty.
    description: &'a str,
    /// From where: `direct`, `roles` or both.
    sources: Vec<&'static str>,
}

/// Permissions that a user has for an API.
#[derive(Serialize, ToSchema)]
#[schema(as = EffectivePermissionList)]
pub struct EffectivePermissionsView<'a> {
    /// The permissions.
    pub permissions: Vec<EffectivePermissionView<'a>>,
    /// The cursor to the rows after these; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<'a> EffectivePermissionView<'a> {
    /// The permission as seen from outside.
    pub fn new(held: &'a HeldPermission) -> Self {
        let sources = [(held.is_direct, "direct"), (!held.roles.is_empty(), "roles")];
        Self {
            resource_server_identifier: &held.permission.resource_server_identifier,
            resource_server_name: &held.permission.resource_server_name,
            permission_name: &held.permission.name,
            description: &held.permission.description,
            sources: sources.into_iter().filter(|(is_one, _)| *is_one).map(|(_, name)| name).collect(),
        }
    }
}
