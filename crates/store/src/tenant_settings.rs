//! Tenants' settings.

use anteroom_model::client::ClientSettings;
use anteroom_model::settings::TenantSettings;
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Connection, Error, Sql};
use crate::json;

/// The tenant's settings: the defaults while it has no row.
///
/// # Errors
/// When the database cannot be asked.
pub async fn of(connection: &Connection<'_>, tenant: TenantId) -> Result<TenantSettings, Error> {
    let found: Option<(String,)> = connection.one(select(tenant)).await?;
    found.map_or_else(|| Ok(TenantSettings::default()), |(text,)| json::value(&text))
}

/// The tenant's settings, with their row made if need be and locked until the transaction ends.
///
/// # Errors
/// When the database cannot be asked.
pub async fn of_for_change(
    connection: &Connection<'_>,
    tenant: TenantId,
    now: Timestamp,
) -> Result<TenantSettings, Error> {
    let sql = Sql::new("INSERT INTO tenant_settings (tenant_id, settings, updated_at) VALUES (")
        .bind(tenant)
        .push(", '{}', ")
        .bind(now)
        .push(") ON CONFLICT (tenant_id) DO NOTHING");
    connection.execute(sql).await?;
    let found: Option<(String,)> = connection.one(select(tenant).push(connection.dialect().for_update())).await?;
    let (text,) = found.ok_or(Error::AffectedRows(0))?;
    json::value(&text)
}

/// Stores the tenant's settings over those that [`of_for_change`] read.
///
/// # Errors
/// [`Error::AffectedRows`] when there is no row.
pub async fn update(
    connection: &Connection<'_>,
    tenant: TenantId,
    settings: &TenantSettings,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE tenant_settings SET settings = ")
        .bind(json::text(settings))
        .push(", updated_at = ")
        .bind(now)
        .push(" WHERE tenant_id = ")
        .bind(tenant);
    connection.execute_one(sql).await
}

/// What all of the tenant's clients say of themselves, as stored.
///
/// # Errors
/// When the database cannot be asked.
pub async fn of_clients(connection: &Connection<'_>, tenant: TenantId) -> Result<Vec<ClientSettings>, Error> {
    let sql = Sql::new("SELECT settings FROM client WHERE tenant_id = ").bind(tenant).push(" ORDER BY id");
    let found: Vec<(String,)> = connection.all(sql).await?;
    found.iter().map(|(text,)| json::value(text)).collect()
}

fn select(tenant: TenantId) -> Sql {
    Sql::new("SELECT settings FROM tenant_settings WHERE tenant_id = ").bind(tenant)
}
