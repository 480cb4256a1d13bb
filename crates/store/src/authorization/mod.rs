//! Authorizations: what people let applications do, with the codes and refresh tokens that stand for it.

pub mod code;
mod end;
mod list;
pub mod refresh_token;
mod sweep;
mod write;

pub use end::{delete, delete_matching, delete_others, end_session};
pub use list::{AuthorizationFilter, WithClient, by_ids_with_client, clients_of_sessions, list, list_with_client};
pub use sweep::{Standing, delete_all, walk};
pub use write::{insert, set_metadata, touch};

use anteroom_model::TenantId;
use anteroom_model::authorization::Authorization;
use anteroom_model::scope::Scopes;

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;
use crate::session::device;

const COLUMNS: &str = "a.id, a.authorization_id, a.user_key, u.user_id, a.client_id, a.session_id, a.issuer, a.audience, \
    a.scopes, a.methods, a.offline, a.authenticated_at, a.created_at, a.last_exchanged_at, a.initial_ip, \
    a.initial_user_agent, a.last_ip, a.last_user_agent, a.metadata";

impl FromRow for Authorization {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            authorization_id: columns.take()?,
            user: columns.take()?,
            user_id: columns.take()?,
            client_id: columns.take()?,
            session_id: columns.take()?,
            issuer: columns.take()?,
            audience: Some(columns.take::<String>()?).filter(|audience| !audience.is_empty()),
            scopes: Scopes::stored(columns.take()?),
            methods: json::value(&columns.take::<String>()?)?,
            offline: columns.take()?,
            authenticated_at: columns.take()?,
            created_at: columns.take()?,
            last_exchanged_at: columns.take()?,
            device: device(columns)?,
            metadata: json::object(&columns.take::<String>()?)?,
        })
    }
}

/// The authorization of this internal key, locked until the transaction ends.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_key_for_change(
    connection: &Connection<'_>,
    tenant: TenantId,
    key: i64,
) -> Result<Option<Authorization>, Error> {
    let lock = connection.dialect().for_update();
    if !lock.is_empty() {
        let sql = Sql::new("SELECT id FROM authorizations WHERE tenant_id = ").bind(tenant);
        let _: Option<(i64,)> = connection.one(sql.push(" AND id = ").bind(key).push(lock)).await?;
    }
    by_key(connection, tenant, key).await
}

/// The authorization of this internal key.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_key(connection: &Connection<'_>, tenant: TenantId, key: i64) -> Result<Option<Authorization>, Error> {
    connection.one(select(tenant).push(" AND a.id = ").bind(key)).await
}

/// The authorization of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id(
    connection: &Connection<'_>,
    tenant: TenantId,
    authorization_id: &str,
) -> Result<Option<Authorization>, Error> {
    connection.one(select(tenant).push(" AND a.authorization_id = ").bind(authorization_id)).await
}

fn select(tenant: TenantId) -> Sql {
    Sql::new("SELECT ")
        .push(COLUMNS)
        .push(" FROM authorizations a JOIN users u ON u.key = a.user_key AND u.tenant_id = a.tenant_id WHERE a.tenant_id = ")
        .bind(tenant)
}
