//! Deleting a resource server.

use anteroom_model::guard::may_configure;
use anteroom_model::{Context, EventKind, Refusal, codes};
use anteroom_store::{Connection, installation, resource_server, tenant_settings};

use super::party;
use crate::configuration::TenantConfiguration;
use crate::{Error, Record, Services};

/// Deletes a resource server, by its id or identifier, with the grants to it: nobody is given tokens for it any more.
/// One that is not there is no refusal, as with clients.
///
/// # Errors
/// `operation_not_supported` for the Management API and the tenant's default audience, `rank_exceeded`.
pub async fn delete_resource_server(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    id: &str,
) -> Result<bool, Error> {
    let Some(known) = tenant.find_resource_server(id) else { return Ok(false) };
    services
        .transact(context, Some(party(known)), known.resource_server_id.clone(), |connection, context, id| {
            Box::pin(run(connection, context, id))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, id: &str) -> Result<bool, Error> {
    may_configure(&context.actor)?;
    // The settings first: whoever makes it the default audience waits here, and then does not find it.
    let settings = tenant_settings::of_for_change(connection, context.tenant, context.now()).await?;
    let found = resource_server::by_id_for_change(connection, context.tenant, id).await?;
    let Some(server) = found else { return Ok(false) };
    let reason = if server.is_system {
        Some("The Management API cannot be deleted.")
    } else if settings.default_audience.as_ref() == Some(&server.identifier) {
        Some("It is the tenant's default audience: set default_audience to another one or to null first.")
    } else {
        None
    };
    if let Some(reason) = reason {
        return Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, reason).into());
    }
    resource_server::delete(connection, context.tenant, server.key).await?;
    installation::bump_config_version(connection).await?;
    Record::new(context, EventKind::ResourceServerDeleted).target(party(&server)).write(connection).await?;
    Ok(true)
}
