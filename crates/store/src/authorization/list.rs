//! Listing authorizations.

use anteroom_model::authorization::Authorization;
use anteroom_model::client::ClientSettings;
use anteroom_model::{TenantId, UserKey};

use super::{COLUMNS, select};
use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

/// Which authorizations.
#[derive(Clone, Debug, Default)]
pub struct AuthorizationFilter {
    /// Of this user.
    pub user: Option<UserKey>,
    /// For this application.
    pub client_id: Option<String>,
    /// For this API.
    pub audience: Option<String>,
    /// Given in this session.
    pub session_id: Option<String>,
    /// Those that outlive their session, or those that do not.
    pub offline: Option<bool>,
}

impl AuthorizationFilter {
    /// Adds the filter's conditions; `table` is `"a."` or empty.
    pub(super) fn push(&self, mut sql: Sql, table: &str) -> Sql {
        if let Some(user) = self.user {
            sql = sql.push(" AND ").push(table).push("user_key = ").bind(user);
        }
        let texts = [("client_id", &self.client_id), ("audience", &self.audience), ("session_id", &self.session_id)];
        for (column, value) in texts {
            if let Some(value) = value {
                sql = sql.push(" AND ").push(table).push(column).push(" = ").bind(value);
            }
        }
        if let Some(offline) = self.offline {
            sql = sql.push(" AND ").push(table).push("offline = ").bind(offline);
        }
        sql
    }
}

/// The tenant's authorizations behind this key, in the order they were given.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &AuthorizationFilter,
    after: i64,
    limit: i64,
) -> Result<Vec<Authorization>, Error> {
    let sql = filter.push(select(tenant).push(" AND a.id > ").bind(after), "a.");
    connection.all(sql.push(" ORDER BY a.id LIMIT ").bind(limit)).await
}

/// An authorization, and what its application's refresh tokens may do now.
#[derive(Clone, Debug)]
pub struct WithClient {
    /// The authorization.
    pub authorization: Authorization,
    /// The application's settings.
    pub settings: ClientSettings,
}

impl FromRow for WithClient {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let authorization = Authorization::from_row(columns)?;
        Ok(Self { authorization, settings: json::value(&columns.take::<String>()?)? })
    }
}

/// As [`list`], with the applications' settings.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list_with_client(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &AuthorizationFilter,
    after: i64,
    limit: i64,
) -> Result<Vec<WithClient>, Error> {
    let sql = filter.push(select_with_client(tenant).push(" AND a.id > ").bind(after), "a.");
    connection.all(sql.push(" ORDER BY a.id LIMIT ").bind(limit)).await
}

/// The authorizations of these ids, with the applications' settings, in the order they were given.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_ids_with_client(
    connection: &Connection<'_>,
    tenant: TenantId,
    authorization_ids: Vec<String>,
) -> Result<Vec<WithClient>, Error> {
    if authorization_ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = select_with_client(tenant).push(" AND a.authorization_id IN (");
    let sql = sql.bind_list(Sql::padded(authorization_ids));
    connection.all(sql.push(") ORDER BY a.id")).await
}

/// Which applications were signed in to in which of these sessions: pairs of session and application.
///
/// # Errors
/// When the database cannot be asked.
pub async fn clients_of_sessions(
    connection: &Connection<'_>,
    tenant: TenantId,
    session_ids: Vec<String>,
) -> Result<Vec<(String, String)>, Error> {
    if session_ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new("SELECT DISTINCT session_id, client_id FROM authorizations WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND session_id IN (").bind_list(Sql::padded(session_ids));
    connection.all(sql.push(") ORDER BY session_id, client_id")).await
}

fn select_with_client(tenant: TenantId) -> Sql {
    Sql::new("SELECT ")
        .push(COLUMNS)
        .push(
            ", c.settings FROM authorizations a JOIN users u ON u.key = a.user_key AND u.tenant_id = a.tenant_id \
             JOIN client c ON c.tenant_id = a.tenant_id AND c.client_id = a.client_id WHERE a.tenant_id = ",
        )
        .bind(tenant)
}
