//! Roles, their members and permissions on the wire.

use anteroom_model::User;
use anteroom_model::roles::{HeldPermission, Permission, Role};
use serde::Serialize;
use utoipa::ToSchema;

use crate::management::schema::{List, Listed};

/// A role.
#[derive(Serialize, ToSchema)]
#[schema(as = Role)]
pub struct RoleView<'a> {
    /// The role's id.
    id: &'a str,
    /// The name.
    name: &'a str,
    /// What it is for; may be empty.
    description: &'a str,
    /// Whether every new user is given it.
    is_default: bool,
}

/// Roles.
pub type RoleList = List<RoleView<'static>>;

impl Listed for RoleView<'_> {
    const ROWS: &'static str = "roles";
    const HAS_CURSOR: bool = false;
}

impl<'a> RoleView<'a> {
    /// The role as seen from outside.
    pub fn new(role: &'a Role) -> Self {
        Self { id: &role.role_id, name: &role.name, description: &role.description, is_default: role.is_default }
    }
}

/// Nothing, where Auth0 answers an object all the same.
#[derive(Serialize, ToSchema)]
pub struct EmptyObject {}

/// A user who has a role. Fields without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = RoleMember)]
pub struct RoleMemberView<'a> {
    /// The user's id.
    user_id: &'a str,
    /// The full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    /// The e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    /// The picture's URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
}

/// Users who have a role.
pub type RoleMemberList = List<RoleMemberView<'static>>;

impl Listed for RoleMemberView<'_> {
    const ROWS: &'static str = "users";
    const HAS_CURSOR: bool = true;
}

impl<'a> RoleMemberView<'a> {
    /// The user as seen from outside.
    pub fn new(user: &'a User) -> Self {
        Self {
            user_id: &user.user_id,
            name: user.profile.name.as_deref(),
            email: user.email.as_deref(),
            picture: user.picture(),
        }
    }
}

/// A permission of a role.
#[derive(Serialize, ToSchema)]
#[schema(as = RolePermission)]
pub struct RolePermissionView<'a> {
    /// The API's identifier.
    resource_server_identifier: &'a str,
    /// The API's name.
    resource_server_name: &'a str,
    /// The scope.
    permission_name: &'a str,
    /// What the scope allows; may be empty.
    description: &'a str,
}

/// Permissions of a role.
pub type RolePermissionList = List<RolePermissionView<'static>>;

impl Listed for RolePermissionView<'_> {
    const ROWS: &'static str = "permissions";
    const HAS_CURSOR: bool = false;
}

impl<'a> RolePermissionView<'a> {
    /// The permission as seen from outside.
    pub fn new(permission: &'a Permission) -> Self {
        Self {
            resource_server_identifier: &permission.resource_server_identifier,
            resource_server_name: &permission.resource_server_name,
            permission_name: &permission.name,
            description: &permission.description,
        }
    }
}

/// A permission of a user.
#[derive(Serialize, ToSchema)]
#[schema(as = UserPermission)]
pub struct UserPermissionView<'a> {
    /// The API's identifier.
    resource_server_identifier: &'a str,
    /// The API's name.
    resource_server_name: &'a str,
    /// The scope.
    permission_name: &'a str,
    /// What the scope allows; may be empty.
    description: &'a str,
    /// From where the user has it.
    sources: Vec<PermissionSource<'a>>,
}

/// From where a user has a permission.
#[derive(Serialize, ToSchema)]
pub struct PermissionSource<'a> {
    /// The role's id; empty without a role.
    source_id: &'a str,
    /// The role's name; empty without a role.
    source_name: &'a str,
    /// `ROLE`, or `DIRECT` without one.
    source_type: &'static str,
}

/// Permissions of a user.
pub type UserPermissionList = List<UserPermissionView<'static>>;

impl Listed for UserPermissionView<'_> {
    const ROWS: &'static str = "permissions";
    const HAS_CURSOR: bool = false;
}

impl<'a> UserPermissionView<'a> {
    /// The permission as seen from outside.
    pub fn new(held: &'a HeldPermission) -> Self {
        let direct = PermissionSource { source_id: "", source_name: "", source_type: "DIRECT" };
        let roles = held.roles.iter().map(|(source_id, source_name)| PermissionSource {
            source_id,
            source_name,
            source_type: "ROLE",
        });
        let RolePermissionView { resource_server_identifier, resource_server_name, permission_name, description } =
            RolePermissionView::new(&held.permission);
        Self {
            resource_server_identifier,
            resource_server_name,
            permission_name,
            description,
            sources: held.is_direct.then_some(direct).into_iter().chain(roles).collect(),
        }
    }
}
