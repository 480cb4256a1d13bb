//! Looking through all authorizations, a few at a time, for those that can give no token any more.

use anteroom_model::client::ClientSettings;
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

/// An authorization, with what decides whether it is still of use.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Its internal key.
    pub key: i64,
    /// Whose it is.
    pub tenant: TenantId,
    /// Whether it outlives the session.
    pub offline: bool,
    /// When it was given.
    pub created_at: Timestamp,
    /// When it was last exchanged for tokens; 0 before the first time.
    pub last_exchanged_at: Timestamp,
    /// Whether its session is there.
    pub has_session: bool,
    /// Whether the same application was given a later one of the same kind in the same session.
    pub is_superseded: bool,
    /// Its application's settings; none if the application is gone.
    pub settings: Option<ClientSettings>,
}

impl FromRow for Standing {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let key = columns.take()?;
        Ok(Self {
            key,
            tenant: columns.take()?,
            offline: columns.take()?,
            created_at: columns.take()?,
            last_exchanged_at: columns.take()?,
            has_session: columns.take::<Option<i64>>()?.is_some(),
            is_superseded: columns.take::<Option<i64>>()?.is_some_and(|latest| latest > key),
            settings: columns.take::<Option<String>>()?.map(|text| json::value(&text)).transpose()?,
        })
    }
}

/// The authorizations of all tenants behind this key, so many at most.
///
/// # Errors
/// When the database cannot be asked.
pub async fn walk(connection: &Connection<'_>, after: i64, limit: i64) -> Result<Vec<Standing>, Error> {
    let sql = Sql::new(
        "SELECT a.id, a.tenant_id, a.offline, a.created_at, a.last_exchanged_at, s.id, \
         (SELECT max(n.id) FROM authorizations n WHERE n.tenant_id = a.tenant_id AND n.session_id = a.session_id \
         AND n.client_id = a.client_id AND n.offline = a.offline), c.settings FROM authorizations a \
         LEFT JOIN session s ON s.tenant_id = a.tenant_id AND s.session_id = a.session_id \
         LEFT JOIN client c ON c.tenant_id = a.tenant_id AND c.client_id = a.client_id WHERE a.id > ",
    )
    .bind(after);
    connection.all(sql.push(" ORDER BY a.id LIMIT ").bind(limit)).await
}

/// Ends the authorizations of these keys. Answers how many there were.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_all(connection: &Connection<'_>, tenant: TenantId, keys: Vec<i64>) -> Result<u64, Error> {
    if keys.is_empty() {
        return Ok(0);
    }
    let sql = Sql::new("DELETE FROM authorizations WHERE tenant_id = ").bind(tenant).push(" AND id IN (");
    connection.execute(sql.bind_list(Sql::padded(keys)).push(")")).await
}
