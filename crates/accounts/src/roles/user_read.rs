//! Reading what roles and permissions a user has.

use anteroom_model::roles::{HeldPermission, Role};
use anteroom_model::{Context, UserKey};
use anteroom_store::Connection;
use anteroom_store::role::{self, HeldFilter};

use super::read::describe;
use crate::configuration::TenantConfiguration;
use crate::users::unknown_user;
use crate::{Error, Services};

/// Permissions of a user.
pub struct HeldPage {
    /// The permissions, in the order in which the APIs were made and then by name.
    pub permissions: Vec<HeldPermission>,
    /// How many there are in all, if that was asked for.
    pub total: Option<i64>,
    /// Whether there are more behind them.
    pub has_more: bool,
}

/// Which permissions of a user for one API.
#[derive(Clone, Debug)]
pub struct EffectiveList {
    /// The user's id.
    pub user_id: String,
    /// The API's identifier.
    pub resource_server_identifier: String,
    /// Those whose names come behind this one.
    pub after: String,
    /// How many at most.
    pub limit: i64,
}

async fn key_of(connection: &Connection<'_>, context: &Context, user_id: &str) -> Result<UserKey, Error> {
    Ok(role::user_key(connection, context.tenant, user_id).await?.ok_or_else(unknown_user)?)
}

/// The roles of a user, in the order they were made.
///
/// # Errors
/// `inexistent_user`.
pub async fn user_roles(services: &Services, context: &Context, user_id: &str) -> Result<Vec<Role>, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let user = key_of(&connection, context, user_id).await?;
    Ok(role::of_user(&connection, context.tenant, user).await?)
}

/// Permissions of a user, by roles or without, this many behind as many.
///
/// # Errors
/// `inexistent_user`.
pub async fn user_permissions(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    user_id: &str,
    (start, limit, with_total): (i64, i64, bool),
) -> Result<HeldPage, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let user = key_of(&connection, context, user_id).await?;
    let filter = HeldFilter { user, resource_server: None, after: String::new() };
    let mut page = page(&connection, tenant, context, &filter, start, limit).await?;
    if with_total {
        page.total = Some(role::held_total(&connection, context.tenant, &filter).await?);
    }
    Ok(page)
}

/// The permissions that a user has for one API, by roles or without. An API that is not there permits nothing.
///
/// # Errors
/// `inexistent_user`.
pub async fn effective_permissions(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    wanted: &EffectiveList,
) -> Result<HeldPage, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let user = key_of(&connection, context, &wanted.user_id).await?;
    let Some(server) = tenant.resource_server(&wanted.resource_server_identifier) else {
        return Ok(HeldPage { permissions: Vec::new(), total: None, has_more: false });
    };
    let filter = HeldFilter { user, resource_server: Some(server.key), after: wanted.after.clone() };
    page(&connection, tenant, context, &filter, 0, wanted.limit).await
}

async fn page(
    connection: &Connection<'_>,
    tenant: &TenantConfiguration,
    context: &Context,
    filter: &HeldFilter,
    start: i64,
    limit: i64,
) -> Result<HeldPage, Error> {
    let mut permissions = role::held(connection, context.tenant, filter, start, limit.saturating_add(1)).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = permissions.len() > limit;
    permissions.truncate(limit);
    permissions.iter_mut().for_each(|held| describe(tenant, &mut held.permission));
    Ok(HeldPage { permissions, total: None, has_more })
}

/// The roles by which a user has a permission, in the order they were made.
///
/// # Errors
/// `inexistent_user`.
pub async fn roles_giving(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    user_id: &str,
    resource_server_identifier: &str,
    permission_name: &str,
) -> Result<Vec<Role>, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let user = key_of(&connection, context, user_id).await?;
    let Some(server) = tenant.resource_server(resource_server_identifier) else { return Ok(Vec::new()) };
    Ok(role::roles_giving(&connection, context.tenant, user, server.key, permission_name).await?)
}
