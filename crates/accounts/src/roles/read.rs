//! Reading roles, what they permit and who has them.

use anteroom_model::roles::{Permission, Role};
use anteroom_model::text::fold;
use anteroom_model::{Context, User, UserKey};
use anteroom_store::role::{self, Holder};
use anteroom_store::user;

use super::unknown;
use crate::configuration::TenantConfiguration;
use crate::{Error, Services};

/// The tenant's roles, in the order they were made; only those whose names hold this text, in any case, if one is given.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list_roles(services: &Services, context: &Context, name: Option<&str>) -> Result<Vec<Role>, Error> {
    let session = services.db.session().await?;
    let mut found = role::all(&session.connection(), context.tenant).await?;
    if let Some(name) = name.map(fold) {
        found.retain(|role| role.name_key().contains(&name));
    }
    Ok(found)
}

/// The role of this id.
///
/// # Errors
/// `inexistent_role`.
pub async fn find_role(services: &Services, context: &Context, role_id: &str) -> Result<Role, Error> {
    let session = services.db.session().await?;
    let found = role::by_id(&session.connection(), context.tenant, role_id).await?;
    Ok(found.ok_or_else(unknown)?)
}

/// What a role permits, in the order in which the APIs were made and then by name.
///
/// # Errors
/// `inexistent_role`.
pub async fn role_permissions(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    role_id: &str,
) -> Result<Vec<Permission>, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let role = role::by_id(&connection, context.tenant, role_id).await?.ok_or_else(unknown)?;
    let mut found = role::permissions(&connection, context.tenant, Holder::Role(role.key)).await?;
    found.iter_mut().for_each(|permission| describe(tenant, permission));
    Ok(found)
}

/// Adds what the API says of the scope.
pub(super) fn describe(tenant: &TenantConfiguration, permission: &mut Permission) {
    let server = tenant.resource_servers.iter().find(|server| server.key == permission.resource_server);
    let scope = server.and_then(|server| server.scopes.iter().find(|scope| scope.value == permission.name));
    if let Some(scope) = scope {
        permission.description.clone_from(&scope.description);
    }
}

/// Which members of a role.
#[derive(Clone, Debug)]
pub struct MemberList {
    /// The role's id.
    pub role_id: String,
    /// Those behind this user; from the first if 0.
    pub after: UserKey,
    /// How many to pass over.
    pub offset: i64,
    /// How many at most.
    pub limit: i64,
    /// Whether all are counted.
    pub with_total: bool,
}

/// A page of the members of a role.
pub struct MemberPage {
    /// The users, in the order they were made.
    pub users: Vec<User>,
    /// The last of them, if there are more.
    pub next: Option<UserKey>,
    /// How many there are in all, if that was asked for.
    pub total: Option<i64>,
}

/// The users who have a role: found along an index, however many there are.
///
/// # Errors
/// `inexistent_role`.
pub async fn list_members(services: &Services, context: &Context, wanted: &MemberList) -> Result<MemberPage, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let tenant = context.tenant;
    let role = role::by_id(&connection, tenant, &wanted.role_id).await?.ok_or_else(unknown)?;
    let limit = wanted.limit.saturating_add(1);
    let mut keys = role::members(&connection, tenant, role.key, wanted.after, wanted.offset, limit).await?;
    let limit = usize::try_from(wanted.limit).unwrap_or(usize::MAX);
    let is_last = keys.len() <= limit;
    keys.truncate(limit);
    let next = keys.last().filter(|_| !is_last).copied();
    let users = user::by_keys(&connection, tenant, keys).await?;
    let total = match wanted.with_total {
        true => Some(role::count_members(&connection, tenant, role.key).await?),
        false => None,
    };
    Ok(MemberPage { users, next, total })
}
