//! Changing a resource server.

use anteroom_model::guard::may_configure;
use anteroom_model::resource_server::{ResourceServer, ResourceServerChanges};
use anteroom_model::{Context, EventKind};
use anteroom_store::{Connection, installation, resource_server, role};

use super::{party, told, unknown};
use crate::configuration::TenantConfiguration;
use crate::differences::differences;
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct UpdateResourceServer {
    /// The resource server's id or identifier.
    pub id: String,
    /// What becomes of it.
    pub changes: ResourceServerChanges,
}

struct Update {
    resource_server_id: String,
    changes: ResourceServerChanges,
}

/// Changes a resource server; tokens issued from now on follow it.
///
/// # Errors
/// `inexistent_resource_server`, `invalid_body`, `rank_exceeded`.
pub async fn update_resource_server(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: UpdateResourceServer,
) -> Result<ResourceServer, Error> {
    let known = tenant.find_resource_server(&request.id).ok_or_else(unknown)?;
    let update = Update { resource_server_id: known.resource_server_id.clone(), changes: request.changes };
    services
        .transact(context, Some(party(known)), update, |connection, context, update| {
            Box::pin(run(connection, context, update))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, update: &Update) -> Result<ResourceServer, Error> {
    may_configure(&context.actor)?;
    let found = resource_server::by_id_for_change(connection, context.tenant, &update.resource_server_id).await?;
    let before = found.ok_or_else(unknown)?;
    let after = update.changes.clone().apply(before.clone())?;
    let changes = differences(&told(&before), &told(&after));
    if changes.is_empty() {
        return Ok(after);
    }
    resource_server::update(connection, context.tenant, &after).await?;
    // Nobody keeps a permission that is a scope no more: one of the same name later on would be another.
    let is_gone = |name: &&str| !after.scopes.iter().any(|scope| scope.value == *name);
    let gone: Vec<_> = before.scopes.iter().map(|scope| scope.value.as_str()).filter(is_gone).collect();
    role::forget(connection, context.tenant, after.key, &gone).await?;
    installation::bump_config_version(connection).await?;
    let record = Record::new(context, EventKind::ResourceServerUpdated).target(party(&after));
    record.changes(changes).write(connection).await?;
    Ok(after)
}
