//! Listing sessions.

use anteroom_model::session::Session;
use anteroom_model::{TenantId, Timestamp, UserKey};

use super::{FROM, select};
use crate::db::{Connection, Error, Sql};

/// Which sessions.
#[derive(Clone, Debug, Default)]
pub struct SessionFilter {
    /// Of this user.
    pub user: Option<UserKey>,
    /// In which this application was signed in to.
    pub client_id: Option<String>,
    /// That began after this time.
    pub began_after: Option<Timestamp>,
    /// That were last used after this time.
    pub used_after: Option<Timestamp>,
}

impl SessionFilter {
    fn push(&self, mut sql: Sql, tenant: TenantId) -> Sql {
        if let Some(user) = self.user {
            sql = sql.push(" AND s.user_key = ").bind(user);
        }
        for (condition, time) in
            [(" AND s.created_at > ", self.began_after), (" AND s.last_interacted_at > ", self.used_after)]
        {
            if let Some(time) = time {
                sql = sql.push(condition).bind(time);
            }
        }
        if let Some(client_id) = &self.client_id {
            sql = sql
                .push(" AND s.session_id IN (SELECT a.session_id FROM authorizations a WHERE a.tenant_id = ")
                .bind(tenant)
                .push(" AND a.client_id = ")
                .bind(client_id)
                .push(")");
        }
        sql
    }
}

/// The tenant's sessions behind this key, in the order they began.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &SessionFilter,
    after: i64,
    limit: i64,
) -> Result<Vec<Session>, Error> {
    let sql = filter.push(select(tenant).push(" AND s.id > ").bind(after), tenant);
    connection.all(sql.push(" ORDER BY s.id LIMIT ").bind(limit)).await
}

/// How many of the tenant's sessions the filter finds.
///
/// # Errors
/// When the database cannot be asked.
pub async fn total(connection: &Connection<'_>, tenant: TenantId, filter: &SessionFilter) -> Result<i64, Error> {
    let sql = Sql::new("SELECT count(*)").push(FROM).bind(tenant);
    Ok(connection.one::<(i64,)>(filter.push(sql, tenant)).await?.map_or(0, |(count,)| count))
}
