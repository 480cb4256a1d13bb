//! Listing sessions.

use anteroom_model::session::Session;
use anteroom_model::{TenantId, Timestamp, UserKey};

use super::{COLUMNS, FROM, select};
use crate::db::{Columns, Connection, Error, FromRow, Sql};

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
        sql = self.push_times(sql);
        if let Some(client_id) = &self.client_id {
            sql = sql
                .push(" AND EXISTS (SELECT 1 FROM authorizations a WHERE a.tenant_id = ")
                .bind(tenant)
                .push(" AND a.session_id = s.session_id AND a.client_id = ")
                .bind(client_id)
                .push(")");
        }
        sql
    }

    fn push_times(&self, mut sql: Sql) -> Sql {
        for (condition, time) in
            [(" AND s.created_at > ", self.began_after), (" AND s.last_interacted_at > ", self.used_after)]
        {
            if let Some(time) = time {
                sql = sql.push(condition).bind(time);
            }
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

/// A session in a list that has another order than the sessions' own.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Its place in the list.
    pub place: i64,
    /// The session.
    pub session: Session,
}

impl FromRow for Placed {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let session = Session::from_row(columns)?;
        Ok(Self { place: columns.take()?, session })
    }
}

/// The sessions in which an application was signed in to, in the order in which that last happened, behind this place.
/// Of the filter the times count.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list_of_client(
    connection: &Connection<'_>,
    tenant: TenantId,
    client_id: &str,
    filter: &SessionFilter,
    after: i64,
    limit: i64,
) -> Result<Vec<Placed>, Error> {
    // It walks along the application's authorizations, not along everybody's sessions.
    let sql = Sql::new("SELECT ")
        .push(COLUMNS)
        .push(
            ", a.id FROM authorizations a JOIN session s ON s.tenant_id = a.tenant_id AND s.session_id = a.session_id \
             JOIN users u ON u.key = s.user_key AND u.tenant_id = s.tenant_id WHERE a.tenant_id = ",
        )
        .bind(tenant)
        .push(" AND a.client_id = ")
        .bind(client_id)
        .push(" AND a.id > ")
        .bind(after)
        .push(
            " AND NOT EXISTS (SELECT 1 FROM authorizations n WHERE n.tenant_id = a.tenant_id \
             AND n.session_id = a.session_id AND n.client_id = a.client_id AND n.id > a.id)",
        );
    connection.all(filter.push_times(sql).push(" ORDER BY a.id LIMIT ").bind(limit)).await
}

/// How many of the tenant's sessions the filter finds.
///
/// # Errors
/// When the database cannot be asked.
pub async fn total(connection: &Connection<'_>, tenant: TenantId, filter: &SessionFilter) -> Result<i64, Error> {
    let sql = Sql::new("SELECT count(*)").push(FROM).bind(tenant);
    Ok(connection.one::<(i64,)>(filter.push(sql, tenant)).await?.map_or(0, |(count,)| count))
}

/// How many sessions there are in which an application was signed in to. Of the filter the times count.
///
/// # Errors
/// When the database cannot be asked.
pub async fn total_of_client(
    connection: &Connection<'_>,
    tenant: TenantId,
    client_id: &str,
    filter: &SessionFilter,
) -> Result<i64, Error> {
    let sql = Sql::new(
        "SELECT count(DISTINCT s.id) FROM authorizations a \
         JOIN session s ON s.tenant_id = a.tenant_id AND s.session_id = a.session_id WHERE a.tenant_id = ",
    );
    let sql = filter.push_times(sql.bind(tenant).push(" AND a.client_id = ").bind(client_id));
    Ok(connection.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}
