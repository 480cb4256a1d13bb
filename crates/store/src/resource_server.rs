//! Resource servers.

use anteroom_model::client::ResourceServer;
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

const COLUMNS: &str = "id, resource_server_id, name, identifier, scopes, signing_algorithm, token_lifetime, is_system";

/// The stored identifier of the Management API, whose identifiers on the wire follow from the tenant's origins.
pub const MANAGEMENT: &str = "urn:anteroom:management";

impl FromRow for ResourceServer {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            resource_server_id: columns.take()?,
            name: columns.take()?,
            identifier: columns.take()?,
            scopes: json::value(&columns.take::<String>()?)?,
            signing_algorithm: columns.take()?,
            token_lifetime: columns.take()?,
            is_system: columns.take()?,
        })
    }
}

/// Stores a resource server and gives it its key.
///
/// # Errors
/// [`Error::Duplicate`] when the tenant has one of this identifier.
pub async fn insert(
    connection: &Connection<'_>,
    tenant: TenantId,
    new: &ResourceServer,
    now: Timestamp,
) -> Result<ResourceServer, Error> {
    let sql = Sql::new(
        "INSERT INTO resource_server (tenant_id, resource_server_id, name, identifier, scopes, signing_algorithm, \
         token_lifetime, is_system, created_at) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind_list([&new.resource_server_id, &new.name, &new.identifier, &json::text(&new.scopes), &new.signing_algorithm])
    .push(", ")
    .bind(new.token_lifetime)
    .push(", ")
    .bind(new.is_system)
    .push(", ")
    .bind(now)
    .push(") RETURNING ")
    .push(COLUMNS);
    connection.one(sql).await?.ok_or(Error::AffectedRows(0))
}

/// The tenant's resource servers, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn all(connection: &Connection<'_>, tenant: TenantId) -> Result<Vec<ResourceServer>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(" FROM resource_server WHERE tenant_id = ").bind(tenant);
    connection.all(sql.push(" ORDER BY id")).await
}
