//! Connections.

use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::{TenantId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

const COLUMNS: &str = "id, connection_id, name, strategy, options, settings, enabled";

/// The column `settings`.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    #[serde(skip_serializing_if = "Option::is_none")]
    display_name: Option<String>,
}

impl Settings {
    fn of(connection: &UserConnection) -> Self {
        Self { display_name: connection.display_name.clone() }
    }
}

impl FromRow for UserConnection {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let (key, connection_id, name, strategy) = (columns.take()?, columns.take()?, columns.take()?, columns.take()?);
        let options = json::object(&columns.take::<String>()?)?;
        let settings: Settings = json::value(&columns.take::<String>()?)?;
        let display_name = settings.display_name;
        Ok(Self { key, connection_id, name, display_name, strategy, options, enabled: columns.take()? })
    }
}

/// Stores a connection and gives it its key.
///
/// # Errors
/// [`Error::Duplicate`] when the tenant has one of this name.
pub async fn insert(
    connection: &Connection<'_>,
    tenant: TenantId,
    new: &UserConnection,
    now: Timestamp,
) -> Result<UserConnection, Error> {
    let sql = Sql::new(
        "INSERT INTO connection (tenant_id, connection_id, name, strategy, options, settings, enabled, \
         created_at) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind(&new.connection_id)
    .push(", ")
    .bind(&new.name)
    .push(", ")
    .bind(&new.strategy)
    .push(", ")
    .bind(json::text(&new.options))
    .push(", ")
    .bind(json::text(&Settings::of(new)))
    .push(", ")
    .bind(new.enabled)
    .push(", ")
    .bind(now)
    .push(") RETURNING ")
    .push(COLUMNS);
    connection.one(sql).await?.ok_or(Error::AffectedRows(0))
}

/// The tenant's connections, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn all(connection: &Connection<'_>, tenant: TenantId) -> Result<Vec<UserConnection>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(" FROM connection WHERE tenant_id = ").bind(tenant);
    connection.all(sql.push(" ORDER BY id")).await
}

/// The connection of this id, locked until the transaction ends.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id_for_change(
    connection: &Connection<'_>,
    tenant: TenantId,
    connection_id: &str,
) -> Result<Option<UserConnection>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(" FROM connection WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND connection_id = ").bind(connection_id).push(connection.dialect().for_update());
    connection.one(sql).await
}

/// Stores a connection's options, display name and whether it is enabled.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn update(connection: &Connection<'_>, tenant: TenantId, changed: &UserConnection) -> Result<(), Error> {
    let sql = Sql::new("UPDATE connection SET options = ")
        .bind(json::text(&changed.options))
        .push(", settings = ")
        .bind(json::text(&Settings::of(changed)))
        .push(", enabled = ")
        .bind(changed.enabled)
        .push(" WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND id = ")
        .bind(changed.key);
    connection.execute_one(sql).await
}
