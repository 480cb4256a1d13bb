//! Changing a tenant's settings.

use anteroom_model::guard::may_configure;
use anteroom_model::settings::{SettingsChange, TenantSettings};
use anteroom_model::{Change, Context, EventKind, Party, Refusal};
use anteroom_store::{Connection, installation, resource_server, tenant_settings};

use crate::configuration::TenantConfiguration;
use crate::differences::differences;
use crate::{Error, Record, Services};

struct Update {
    change: SettingsChange,
    /// The audience asked for, unless it is that of the Management API, which is always there.
    audience: Option<String>,
    tenant_name: String,
}

/// Changes a part of the settings; the next request to any process sees it.
///
/// # Errors
/// `invalid_body` naming the field and the range allowed, `rank_exceeded`.
pub async fn update_settings(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    change: SettingsChange,
) -> Result<TenantSettings, Error> {
    let tenant_name = tenant.tenant.name.clone();
    let target = Party::new("tenant", &tenant_name, "");
    let audience = match &change {
        SettingsChange::Tenant(changes) => match &changes.default_audience {
            Change::Set(audience) if !tenant.is_management_audience(audience) => Some(audience.clone()),
            _ => None,
        },
        _ => None,
    };
    services
        .transact(context, Some(target), Update { change, audience, tenant_name }, |connection, context, update| {
            Box::pin(run(connection, context, update))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, update: &Update) -> Result<TenantSettings, Error> {
    may_configure(&context.actor)?;
    let before = tenant_settings::of_for_change(connection, context.tenant, context.now()).await?;
    let after = update.change.clone().apply(before.clone())?;
    if let Some(audience) = &update.audience {
        // Behind the lock on the settings, which deleting a resource server takes too.
        let servers = resource_server::all(connection, context.tenant).await?;
        if !servers.iter().any(|server| !server.is_system && server.identifier == *audience) {
            let rule = "must be the identifier of a resource server of this tenant";
            return Err(Refusal::invalid_field("default_audience", rule).into());
        }
    }
    let changes = differences(&before, &after);
    if changes.is_empty() {
        return Ok(after);
    }
    tenant_settings::update(connection, context.tenant, &after, context.now()).await?;
    installation::bump_config_version(connection).await?;
    let target = Party::new("tenant", &update.tenant_name, "");
    Record::new(context, EventKind::SettingsUpdated).target(target).changes(changes).write(connection).await?;
    Ok(after)
}
