//! Connections.

use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

const COLUMNS: &str = "id, connection_id, name, strategy, options, enabled";

impl FromRow for UserConnection {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            connection_id: columns.take()?,
            name: columns.take()?,
            strategy: columns.take()?,
            options: json::object(&columns.take::<String>()?)?,
            enabled: columns.take()?,
        })
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
        "INSERT INTO connection (tenant_id, connection_id, name, strategy, options, enabled, created_at) VALUES (",
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
