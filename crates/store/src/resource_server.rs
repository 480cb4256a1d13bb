//! Resource servers.

use anteroom_model::resource_server::{ResourceServer, TokenDialect};
use anteroom_model::{TenantId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

const COLUMNS: &str =
    "id, resource_server_id, name, identifier, scopes, signing_algorithm, token_lifetime, is_system, settings";

/// The stored identifier of the Management API, whose identifiers on the wire follow from the tenant's origins.
pub const MANAGEMENT: &str = "urn:anteroom:management";

/// The column `settings`.
#[derive(Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    #[serde(skip_serializing_if = "Option::is_none")]
    token_lifetime_for_web: Option<i64>,
    allow_offline_access: bool,
    enforce_policies: bool,
    token_dialect: TokenDialect,
    skip_consent: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            token_lifetime_for_web: None,
            allow_offline_access: false,
            enforce_policies: false,
            token_dialect: TokenDialect::default(),
            skip_consent: true,
        }
    }
}

impl Settings {
    fn of(server: &ResourceServer) -> Self {
        Self {
            token_lifetime_for_web: server.token_lifetime_for_web,
            allow_offline_access: server.allow_offline_access,
            enforce_policies: server.enforce_policies,
            token_dialect: server.token_dialect,
            skip_consent: server.skip_consent,
        }
    }
}

impl FromRow for ResourceServer {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let mut server = Self {
            key: columns.take()?,
            resource_server_id: columns.take()?,
            name: columns.take()?,
            identifier: columns.take()?,
            scopes: json::value(&columns.take::<String>()?)?,
            signing_algorithm: columns.take()?,
            token_lifetime: columns.take()?,
            is_system: columns.take()?,
            ..Self::default()
        };
        let settings: Settings = json::value(&columns.take::<String>()?)?;
        server.token_lifetime_for_web = settings.token_lifetime_for_web;
        server.allow_offline_access = settings.allow_offline_access;
        server.enforce_policies = settings.enforce_policies;
        server.token_dialect = settings.token_dialect;
        server.skip_consent = settings.skip_consent;
        Ok(server)
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
         token_lifetime, is_system, settings, created_at) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind_list([&new.resource_server_id, &new.name, &new.identifier, &json::text(&new.scopes), &new.signing_algorithm])
    .push(", ")
    .bind(new.token_lifetime)
    .push(", ")
    .bind(new.is_system)
    .push(", ")
    .bind(json::text(&Settings::of(new)))
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

/// The resource server of this id, locked until the transaction ends.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id_for_change(
    connection: &Connection<'_>,
    tenant: TenantId,
    resource_server_id: &str,
) -> Result<Option<ResourceServer>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(" FROM resource_server WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND resource_server_id = ").bind(resource_server_id);
    connection.one(sql.push(connection.dialect().for_update())).await
}

/// Stores everything of a resource server but its ids.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn update(connection: &Connection<'_>, tenant: TenantId, changed: &ResourceServer) -> Result<(), Error> {
    let sql = Sql::new("UPDATE resource_server SET name = ")
        .bind(&changed.name)
        .push(", scopes = ")
        .bind(json::text(&changed.scopes))
        .push(", signing_algorithm = ")
        .bind(&changed.signing_algorithm)
        .push(", token_lifetime = ")
        .bind(changed.token_lifetime)
        .push(", settings = ")
        .bind(json::text(&Settings::of(changed)))
        .push(" WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND id = ")
        .bind(changed.key);
    connection.execute_one(sql).await
}

/// Deletes a resource server with the grants to it.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn delete(connection: &Connection<'_>, tenant: TenantId, server: i64) -> Result<(), Error> {
    let sql = Sql::new("DELETE FROM resource_server WHERE tenant_id = ").bind(tenant).push(" AND id = ").bind(server);
    connection.execute_one(sql).await
}
