//! Giving permissions to roles and users, and taking them away.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::guard::{Act, may, may_configure};
use anteroom_model::resource_server::ResourceServer;
use anteroom_model::roles::{PERMISSIONS, Permission, PermissionName, within};
use anteroom_model::{Context, EventKind, FieldChange, Party, Refusal, codes};
use anteroom_store::role::{self, Holder};
use anteroom_store::{Connection, resource_server};
use serde_json::json;

use super::{member_party, party, unknown};
use crate::configuration::TenantConfiguration;
use crate::users::unknown_user;
use crate::{Error, Record, Services};

/// Whose permissions change.
#[derive(Clone, Debug)]
pub enum PermissionHolder {
    /// The role of this id.
    Role(String),
    /// The user of this id, without a role.
    User(String),
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct ChangePermissions {
    /// Whose.
    pub holder: PermissionHolder,
    /// The permissions.
    pub permissions: Vec<PermissionName>,
}

struct Change {
    holder: PermissionHolder,
    gives: bool,
    /// By the id of the API: the scopes, each with its place in the request.
    wanted: BTreeMap<String, Vec<(usize, String)>>,
}

/// Gives permissions, all of them or none. Each must be a scope that its API has.
///
/// # Errors
/// `inexistent_role`, `inexistent_user`, `inexistent_resource_server`; `invalid_body` for a scope that the API does not
/// have, `operation_not_supported` for one of the Management API; `limit_reached`, the guards' refusals.
pub async fn add_permissions(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: ChangePermissions,
) -> Result<(), Error> {
    change(services, tenant, context, request, true).await
}

/// Takes permissions away. Those that were not given are not missed.
///
/// # Errors
/// `inexistent_role`, `inexistent_user`, the guards' refusals.
pub async fn remove_permissions(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: ChangePermissions,
) -> Result<(), Error> {
    change(services, tenant, context, request, false).await
}

async fn change(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: ChangePermissions,
    gives: bool,
) -> Result<(), Error> {
    let mut wanted: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for (at, permission) in request.permissions.into_iter().enumerate() {
        let known = tenant.resource_server(&permission.resource_server_identifier);
        match known {
            Some(server) if gives && server.is_system => return Err(of_management(at).into()),
            None if gives => return Err(unknown_server(at).into()),
            None => {}
            Some(server) => {
                wanted.entry(server.resource_server_id.clone()).or_default().push((at, permission.permission_name));
            }
        }
    }
    let target = match &request.holder {
        PermissionHolder::Role(id) => Party::new("role", id, ""),
        PermissionHolder::User(id) => Party::new("user", id, ""),
    };
    let change = Change { holder: request.holder, gives, wanted };
    services
        .transact(context, Some(target), change, |connection, context, change| {
            Box::pin(change.make(connection, context))
        })
        .await
}

/// The platform role alone says who administers: a role with scopes of the Management API would be a way around the
/// guards.
fn of_management(at: usize) -> Refusal {
    let message = "The Management API is not opened by roles and permissions: set platform_role.";
    Refusal::new(&codes::OPERATION_NOT_SUPPORTED, message)
        .field(format!("permissions[{at}].resource_server_identifier"))
}

fn unknown_server(at: usize) -> Refusal {
    Refusal::new(&codes::RESOURCE_SERVER_UNKNOWN, "The resource server does not exist.")
        .field(format!("permissions[{at}].resource_server_identifier"))
}

impl Change {
    async fn make(&self, connection: &Connection<'_>, context: &Context) -> Result<(), Error> {
        let (holder, target, kind) = self.holder(connection, context).await?;
        let before = role::permissions(connection, context.tenant, holder).await?;
        let mut changed = Vec::new();
        let mut count = before.len();
        for (resource_server_id, scopes) in &self.wanted {
            // Locked, so that no scope is given that is being taken from the API at the same time.
            let found = resource_server::by_id_for_change(connection, context.tenant, resource_server_id).await?;
            let Some(server) = found else {
                let at = scopes.first().map_or(0, |(at, _)| *at);
                if self.gives { return Err(unknown_server(at).into()) } else { continue }
            };
            let concerned = self.concerned(&server, scopes, &before)?;
            let names: Vec<_> = concerned.iter().copied().collect();
            if self.gives {
                count += names.len();
                within(count, PERMISSIONS, "No more permissions can be assigned.")?;
                role::add(connection, context.tenant, holder, server.key, &names).await?;
            } else {
                role::remove(connection, context.tenant, holder, server.key, &names).await?;
            }
            changed.extend(names.into_iter().map(|name| PermissionName {
                resource_server_identifier: server.identifier.clone(),
                permission_name: name.to_owned(),
            }));
        }
        if changed.is_empty() {
            return Ok(());
        }
        // There may be a thousand: the event tells what was given or taken, not all that there is.
        let (from, to) = if self.gives { (None, Some(json!(changed))) } else { (Some(json!(changed)), None) };
        let change = FieldChange { field: "permissions".to_owned(), from, to };
        Record::new(context, kind).target(target).changes(vec![change]).write(connection).await
    }

    /// Whose permissions change, locked, and whether the actor may do that.
    async fn holder(
        &self,
        connection: &Connection<'_>,
        context: &Context,
    ) -> Result<(Holder, Party, EventKind), Error> {
        match &self.holder {
            PermissionHolder::Role(role_id) => {
                may_configure(&context.actor)?;
                let found = role::by_id_for_change(connection, context.tenant, role_id).await?;
                let role = found.ok_or_else(unknown)?;
                Ok((Holder::Role(role.key), party(&role), EventKind::RolePermissionsChanged))
            }
            PermissionHolder::User(user_id) => {
                let found = role::lock_members(connection, context.tenant, std::slice::from_ref(user_id)).await?;
                let user = found.into_iter().next().ok_or_else(unknown_user)?;
                may(&context.actor, user.key, user.platform_role, Act::Edit)?;
                Ok((Holder::User(user.key), member_party(&user), EventKind::UserPermissionsChanged))
            }
        }
    }

    /// The scopes of an API of which something changes, each once.
    fn concerned<'a>(
        &self,
        server: &ResourceServer,
        scopes: &'a [(usize, String)],
        before: &[Permission],
    ) -> Result<BTreeSet<&'a str>, Refusal> {
        let given: BTreeSet<_> = before
            .iter()
            .filter(|permission| permission.resource_server == server.key)
            .map(|permission| permission.name.as_str())
            .collect();
        let known: BTreeSet<_> = server.scopes.iter().map(|scope| scope.value.as_str()).collect();
        if let Some((at, _)) = scopes.iter().find(|(_, name)| self.gives && !known.contains(name.as_str())) {
            let field = format!("permissions[{at}].permission_name");
            return Err(Refusal::invalid_field(&field, "must be a scope of the resource server"));
        }
        Ok(scopes.iter().map(|(_, name)| name.as_str()).filter(|name| given.contains(name) != self.gives).collect())
    }
}
