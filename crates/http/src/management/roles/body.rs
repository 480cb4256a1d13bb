//! Bodies that concern roles and permissions.

use anteroom_model::roles::{PermissionName, RoleChanges};
use anteroom_model::{Change, Refusal};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::extract::present;
use crate::management::closed::Closed;

/// A role to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoleCreate)]
pub struct CreateRoleBody {
    /// The name, without `<` and `>`; unique without regard to case.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// What it is for.
    #[serde(default)]
    #[schema(max_length = 500)]
    description: Option<String>,
    /// Whether every user made from now on is given it; false by default.
    #[serde(default)]
    is_default: Option<bool>,
}

/// What to change of a role. Fields left out stay as they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoleUpdate)]
pub struct UpdateRoleBody {
    /// The name, without `<` and `>`; unique without regard to case.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String, min_length = 1, max_length = 200)]
    name: Option<String>,
    /// What it is for; null makes it empty.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    description: Change<String>,
    /// Whether every user made from now on is given it.
    #[serde(default)]
    is_default: Option<bool>,
}

impl CreateRoleBody {
    /// What is asked for.
    pub fn into_changes(self) -> RoleChanges {
        let description = self.description.map_or(Change::Keep, Change::Set);
        RoleChanges { name: Some(self.name), description, is_default: self.is_default }
    }
}

impl UpdateRoleBody {
    /// What is asked for.
    pub fn into_changes(self) -> RoleChanges {
        RoleChanges { name: self.name, description: self.description, is_default: self.is_default }
    }
}

/// A permission, by its names.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PermissionName)]
struct PermissionBody {
    /// The API's identifier.
    #[schema(min_length = 1, max_length = 600)]
    resource_server_identifier: String,
    /// One of its scopes.
    #[schema(min_length = 1, max_length = 280)]
    permission_name: String,
}

/// Permissions to be given or taken.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PermissionNames)]
pub struct PermissionsBody {
    /// The permissions.
    #[schema(value_type = Vec<PermissionBody>, min_items = 1, max_items = 1000)]
    permissions: Vec<Closed<PermissionBody>>,
}

impl PermissionsBody {
    /// The permissions.
    ///
    /// # Errors
    /// `invalid_body` when there are none or too many, or a name is too short or too long to be one.
    pub fn names(self) -> Result<Vec<PermissionName>, Refusal> {
        check_number(self.permissions.len(), "permissions")?;
        let name = |(at, Closed(sent)): (usize, Closed<PermissionBody>)| {
            let (api, name) = (sent.resource_server_identifier, sent.permission_name);
            for (field, text, most) in [("resource_server_identifier", &api, 600), ("permission_name", &name, 280)] {
                if !(1..=most).contains(&text.chars().count()) {
                    let rule = format!("must have 1 to {most} characters");
                    return Err(Refusal::invalid_field(&format!("permissions[{at}].{field}"), &rule));
                }
            }
            Ok(PermissionName { resource_server_identifier: api, permission_name: name })
        };
        self.permissions.into_iter().enumerate().map(name).collect()
    }
}

/// Roles to be given or taken.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoleIds)]
pub struct RolesBody {
    /// The ids of the roles.
    #[schema(min_items = 1, max_items = 1000)]
    roles: Vec<String>,
}

impl RolesBody {
    /// The ids.
    ///
    /// # Errors
    /// `invalid_body` when there are none or too many.
    pub fn ids(self) -> Result<Vec<String>, Refusal> {
        check_number(self.roles.len(), "roles")?;
        Ok(self.roles)
    }
}

/// Users to be given a role.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoleUserIds)]
pub struct UsersBody {
    /// The ids of the users.
    #[schema(min_items = 1, max_items = 1000)]
    users: Vec<String>,
}

impl UsersBody {
    /// The ids.
    ///
    /// # Errors
    /// `invalid_body` when there are none or too many.
    pub fn ids(self) -> Result<Vec<String>, Refusal> {
        check_number(self.users.len(), "users")?;
        Ok(self.users)
    }
}

/// Each change is one transaction, so that its length is bounded.
fn check_number(number: usize, field: &str) -> Result<(), Refusal> {
    match number {
        1..=1000 => Ok(()),
        _ => Err(Refusal::invalid_field(field, "must have 1 to 1000 entries")),
    }
}
