//! Clients.

use anteroom_model::client::{CONSOLE_PREFIX, Client, ClientAuthentication};
use anteroom_model::text::escape_like;
use anteroom_model::{PlatformRole, TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

const COLUMNS: &str = "id, client_id, name, app_type, grant_types, authentication, platform_rank, settings, \
    sealed_secret, valid_after, created_at, updated_at";

impl FromRow for Client {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            client_id: columns.take()?,
            name: columns.take()?,
            app_type: columns.take()?,
            grant_types: json::value(&columns.take::<String>()?)?,
            authentication: known(columns, ClientAuthentication::parse)?,
            rank: known(columns, PlatformRole::parse)?,
            settings: json::value(&columns.take::<String>()?)?,
            sealed_secret: columns.take()?,
            valid_after: columns.take()?,
            created_at: columns.take()?,
            updated_at: columns.take()?,
        })
    }
}

fn known<T>(columns: &mut Columns<'_>, parse: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
    let name: String = columns.take()?;
    parse(&name).ok_or(Error::Corrupt(name))
}

/// Stores a client and gives it its key.
///
/// # Errors
/// [`Error::Duplicate`] when the tenant has one of this id.
pub async fn insert(connection: &Connection<'_>, tenant: TenantId, client: &Client) -> Result<Client, Error> {
    let sql = Sql::new(
        "INSERT INTO client (tenant_id, client_id, name, app_type, grant_types, authentication, platform_rank, settings, \
         sealed_secret, valid_after, created_at, updated_at) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind_list([&client.client_id, &client.name, &client.app_type])
    .push(", ")
    .bind(json::text(&client.grant_types))
    .push(", ")
    .bind_list([client.authentication.name(), client.rank.name()])
    .push(", ")
    .bind(json::text(&client.settings))
    .push(", ")
    .bind(client.sealed_secret.as_ref())
    .push(", ")
    .bind_list([client.valid_after, client.created_at, client.updated_at])
    .push(") RETURNING ")
    .push(COLUMNS);
    connection.one(sql).await?.ok_or(Error::AffectedRows(0))
}

/// The client of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id(connection: &Connection<'_>, tenant: TenantId, client_id: &str) -> Result<Option<Client>, Error> {
    connection.one(select(tenant).push(" AND client_id = ").bind(client_id)).await
}

/// A client, and the number of the configuration when it was read, see [`crate::installation::config_version`].
#[derive(Clone, Debug)]
pub struct Dated {
    /// The client.
    pub client: Client,
    /// The number.
    pub config_version: i64,
}

impl FromRow for Dated {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self { client: Client::from_row(columns)?, config_version: columns.take()? })
    }
}

/// As [`by_id`], with the number of the configuration in the same statement: for requests that need both.
///
/// # Errors
/// When the database cannot be asked.
pub async fn dated_by_id(
    connection: &Connection<'_>,
    tenant: TenantId,
    client_id: &str,
) -> Result<Option<Dated>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(", (SELECT config_version FROM installation WHERE id = 1)");
    let sql = sql.push(" FROM client WHERE tenant_id = ").bind(tenant);
    connection.one(sql.push(" AND client_id = ").bind(client_id)).await
}

/// The client of this id, locked until the transaction ends.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id_for_change(
    connection: &Connection<'_>,
    tenant: TenantId,
    client_id: &str,
) -> Result<Option<Client>, Error> {
    let sql = select(tenant).push(" AND client_id = ").bind(client_id).push(connection.dialect().for_update());
    connection.one(sql).await
}

/// Which clients are asked for.
#[derive(Clone, Debug, Default)]
pub struct ClientFilter {
    /// The server's own, such as the console's, where Auth0 has its global client; or all others.
    pub is_global: Option<bool>,
    /// Those of these kinds, if any is named.
    pub app_types: Vec<String>,
    /// The tenant's own, or those of others.
    pub is_first_party: Option<bool>,
}

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Those behind this key.
    pub after: i64,
    /// Without so many of the first.
    pub offset: i64,
    /// So many at most.
    pub limit: i64,
}

/// A part of the tenant's clients that the filter finds, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &ClientFilter,
    part: &Part,
) -> Result<Vec<Client>, Error> {
    let sql = found(select(tenant), filter).push(" AND id > ").bind(part.after).push(" ORDER BY id LIMIT ");
    connection.all(sql.bind(part.limit).push(" OFFSET ").bind(part.offset)).await
}

/// How many of the tenant's clients the filter finds.
///
/// # Errors
/// When the database cannot be asked.
pub async fn total(connection: &Connection<'_>, tenant: TenantId, filter: &ClientFilter) -> Result<i64, Error> {
    let sql = found(Sql::new("SELECT count(*) FROM client WHERE tenant_id = ").bind(tenant), filter);
    Ok(connection.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

fn consoles() -> String {
    format!("{}%", escape_like(CONSOLE_PREFIX))
}

/// The id of the client of the tenant's console.
///
/// # Errors
/// When the database cannot be asked.
pub async fn console_id(connection: &Connection<'_>, tenant: TenantId) -> Result<Option<String>, Error> {
    let sql = Sql::new("SELECT client_id FROM client WHERE tenant_id = ").bind(tenant).push(" AND client_id LIKE ");
    let sql = sql.bind(consoles()).push(r" ESCAPE '\' ORDER BY id LIMIT 1");
    Ok(connection.one::<(String,)>(sql).await?.map(|(client_id,)| client_id))
}

fn found(mut sql: Sql, filter: &ClientFilter) -> Sql {
    sql = match filter.is_global {
        None => sql,
        Some(true) => sql.push(" AND client_id LIKE ").bind(consoles()).push(r" ESCAPE '\'"),
        Some(false) => sql.push(" AND client_id NOT LIKE ").bind(consoles()).push(r" ESCAPE '\'"),
    };
    if !filter.app_types.is_empty() {
        sql = sql.push(" AND app_type IN (").bind_list(Sql::padded(filter.app_types.clone())).push(")");
    }
    // In the text of the settings this name with this value can be nothing else: quotation marks within texts are escaped.
    let stranger = format!("%{}%", escape_like(r#""is_first_party":false"#));
    match filter.is_first_party {
        None => sql,
        Some(true) => sql.push(" AND settings NOT LIKE ").bind(stranger).push(r" ESCAPE '\'"),
        Some(false) => sql.push(" AND settings LIKE ").bind(stranger).push(r" ESCAPE '\'"),
    }
}

/// Stores what is different of a client: all but its ids and when it was made.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn update(connection: &Connection<'_>, tenant: TenantId, client: &Client) -> Result<(), Error> {
    let sql = Sql::new("UPDATE client SET name = ")
        .bind(&client.name)
        .push(", app_type = ")
        .bind(&client.app_type)
        .push(", grant_types = ")
        .bind(json::text(&client.grant_types))
        .push(", authentication = ")
        .bind(client.authentication.name())
        .push(", platform_rank = ")
        .bind(client.rank.name())
        .push(", settings = ")
        .bind(json::text(&client.settings))
        .push(", sealed_secret = ")
        .bind(client.sealed_secret.as_ref())
        .push(", valid_after = ")
        .bind(client.valid_after)
        .push(", updated_at = ")
        .bind(client.updated_at)
        .push(" WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND id = ")
        .bind(client.key);
    connection.execute_one(sql).await
}

/// Stores a client's new secret; tokens issued before `valid_after` are refused from now on.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn set_secret(
    connection: &Connection<'_>,
    tenant: TenantId,
    client: i64,
    sealed_secret: &str,
    valid_after: Timestamp,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE client SET sealed_secret = ")
        .bind(sealed_secret)
        .push(", valid_after = ")
        .bind(valid_after)
        .push(", updated_at = ")
        .bind(now)
        .push(" WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND id = ")
        .bind(client);
    connection.execute_one(sql).await
}

/// Deletes a client with its grants.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn delete(connection: &Connection<'_>, tenant: TenantId, client: i64) -> Result<(), Error> {
    let sql = Sql::new("DELETE FROM client WHERE tenant_id = ").bind(tenant).push(" AND id = ").bind(client);
    connection.execute_one(sql).await
}

fn select(tenant: TenantId) -> Sql {
    Sql::new("SELECT ").push(COLUMNS).push(" FROM client WHERE tenant_id = ").bind(tenant)
}
