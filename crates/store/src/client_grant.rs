//! Client grants: what a client may ask of a resource server.

use anteroom_model::client::ClientGrant;
use anteroom_model::{Scopes, TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

const SELECT: &str = "SELECT g.grant_id, c.client_id, r.identifier, r.is_system, g.scopes, g.subject_type \
    FROM client_grant g \
    JOIN client c ON c.id = g.client_key AND c.tenant_id = g.tenant_id \
    JOIN resource_server r ON r.id = g.resource_server_key AND r.tenant_id = g.tenant_id \
    WHERE g.tenant_id = ";

impl FromRow for ClientGrant {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            grant_id: columns.take()?,
            client_id: columns.take()?,
            audience: columns.take()?,
            is_management: columns.take()?,
            scopes: Scopes::stored(columns.take()?),
            subject_type: columns.take()?,
        })
    }
}

/// A grant to be stored.
pub struct NewGrant<'a> {
    /// Its id outside.
    pub grant_id: &'a str,
    /// The client's key.
    pub client: i64,
    /// The resource server's key.
    pub resource_server: i64,
    /// The scopes allowed.
    pub scopes: &'a Scopes,
    /// `client` or `user`.
    pub subject_type: &'a str,
}

/// Stores a grant.
///
/// # Errors
/// [`Error::Duplicate`] when the client has one for this resource server and kind of subject.
pub async fn insert(
    connection: &Connection<'_>,
    tenant: TenantId,
    new: &NewGrant<'_>,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new(
        "INSERT INTO client_grant (tenant_id, grant_id, client_key, resource_server_key, scopes, subject_type, created_at) \
         VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind(new.grant_id)
    .push(", ")
    .bind_list([new.client, new.resource_server])
    .push(", ")
    .bind_list([new.scopes.as_str(), new.subject_type])
    .push(", ")
    .bind(now)
    .push(")");
    connection.execute_one(sql).await
}

/// Which grants are asked for.
#[derive(Clone, Debug, Default)]
pub struct GrantFilter {
    /// Those of this client.
    pub client_id: Option<String>,
    /// Those for the resource server with this stored identifier.
    pub identifier: Option<String>,
    /// Those for this kind of subject.
    pub subject_type: Option<String>,
}

/// The tenant's grants, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn all(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &GrantFilter,
) -> Result<Vec<ClientGrant>, Error> {
    let mut sql = Sql::new(SELECT).bind(tenant);
    for (column, wanted) in [
        (" AND c.client_id = ", &filter.client_id),
        (" AND r.identifier = ", &filter.identifier),
        (" AND g.subject_type = ", &filter.subject_type),
    ] {
        if let Some(wanted) = wanted {
            sql = sql.push(column).bind(wanted);
        }
    }
    connection.all(sql.push(" ORDER BY g.id")).await
}

/// The grant of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id(
    connection: &Connection<'_>,
    tenant: TenantId,
    grant_id: &str,
) -> Result<Option<ClientGrant>, Error> {
    connection.one(Sql::new(SELECT).bind(tenant).push(" AND g.grant_id = ").bind(grant_id)).await
}

/// Stores a grant's scopes.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn set_scopes(
    connection: &Connection<'_>,
    tenant: TenantId,
    grant_id: &str,
    scopes: &Scopes,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE client_grant SET scopes = ").bind(scopes.as_str()).push(" WHERE tenant_id = ");
    connection.execute_one(sql.bind(tenant).push(" AND grant_id = ").bind(grant_id)).await
}

/// Deletes a grant.
///
/// # Errors
/// [`Error::AffectedRows`] when it is not there.
pub async fn delete(connection: &Connection<'_>, tenant: TenantId, grant_id: &str) -> Result<(), Error> {
    let sql = Sql::new("DELETE FROM client_grant WHERE tenant_id = ").bind(tenant);
    connection.execute_one(sql.push(" AND grant_id = ").bind(grant_id)).await
}
