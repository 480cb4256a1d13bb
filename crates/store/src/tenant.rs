//! Tenants and origins.

use anteroom_model::{Origin, Tenant, TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

impl FromRow for Tenant {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self { id: columns.take()?, name: columns.take()? })
    }
}

/// Stores a tenant.
///
/// # Errors
/// [`Error::Duplicate`] when the name is taken.
pub async fn insert(connection: &Connection<'_>, name: &str, now: Timestamp) -> Result<Tenant, Error> {
    let sql = Sql::new("INSERT INTO tenant (name, created_at) VALUES (")
        .bind(name)
        .push(", ")
        .bind(now)
        .push(") RETURNING id, name");
    connection.one(sql).await?.ok_or(Error::AffectedRows(0))
}

/// All tenants, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn all(connection: &Connection<'_>) -> Result<Vec<Tenant>, Error> {
    connection.all(Sql::new("SELECT id, name FROM tenant ORDER BY id")).await
}

/// The tenant of this name.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_name(connection: &Connection<'_>, name: &str) -> Result<Option<Tenant>, Error> {
    connection.one(Sql::new("SELECT id, name FROM tenant WHERE name = ").bind(name)).await
}

/// Locks the tenant's row until the transaction ends: guards that count take it first.
///
/// # Errors
/// When the database cannot be asked.
pub async fn lock(connection: &Connection<'_>, tenant: TenantId) -> Result<(), Error> {
    let sql = Sql::new("SELECT id FROM tenant WHERE id = ").bind(tenant).push(connection.dialect().for_update());
    connection.one::<(i64,)>(sql).await?.map(|_| ()).ok_or(Error::AffectedRows(0))
}

/// Gives a tenant an origin; a primary one takes the place of the primary one before.
///
/// # Errors
/// [`Error::Duplicate`] when a tenant has it already.
pub async fn insert_origin(
    connection: &Connection<'_>,
    tenant: TenantId,
    origin: &Origin,
    is_primary: bool,
) -> Result<(), Error> {
    if is_primary {
        let sql = Sql::new("UPDATE origin SET is_primary = false WHERE tenant_id = ").bind(tenant);
        connection.execute(sql).await?;
    }
    let sql = Sql::new("INSERT INTO origin (tenant_id, secure, host, port, is_primary) VALUES (")
        .bind(tenant)
        .push(", ")
        .bind(origin.secure)
        .push(", ")
        .bind(&origin.host)
        .push(", ")
        .bind(i64::from(origin.port))
        .push(", ")
        .bind(is_primary)
        .push(")");
    connection.execute_one(sql).await
}

/// A tenant's origin as stored.
pub struct StoredOrigin {
    /// The tenant.
    pub tenant: TenantId,
    /// The origin.
    pub origin: Origin,
    /// Whether links in mails begin with it.
    pub is_primary: bool,
}

impl FromRow for StoredOrigin {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let tenant = columns.take()?;
        let (secure, host, port) = (columns.take()?, columns.take()?, columns.take::<i64>()?);
        let port = u16::try_from(port).map_err(|_| Error::Corrupt(format!("the port {port}")))?;
        Ok(Self { tenant, origin: Origin { secure, host, port }, is_primary: columns.take()? })
    }
}

/// The stored origins of all tenants; loopback ones follow the listeners and are not stored.
///
/// # Errors
/// When the database cannot be asked.
pub async fn all_origins(connection: &Connection<'_>) -> Result<Vec<StoredOrigin>, Error> {
    let text = "SELECT tenant_id, secure, host, port, is_primary FROM origin ORDER BY tenant_id, host, port, secure";
    connection.all(Sql::new(text)).await
}
