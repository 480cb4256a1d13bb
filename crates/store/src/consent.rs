//! Consents: what people agreed that applications may see and do.

use anteroom_model::consent::Consent;
use anteroom_model::scope::Scopes;
use anteroom_model::{TenantId, Timestamp, UserKey};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

const COLUMNS: &str =
    "c.id, c.consent_id, c.user_key, u.user_id, c.client_id, c.audience, c.scopes, c.created_at, c.updated_at";

impl FromRow for Consent {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            consent_id: columns.take()?,
            user: columns.take()?,
            user_id: columns.take()?,
            client_id: columns.take()?,
            audience: Some(columns.take::<String>()?).filter(|audience| !audience.is_empty()),
            scopes: Scopes::stored(columns.take()?),
            created_at: columns.take()?,
            updated_at: columns.take()?,
        })
    }
}

/// Which consents.
#[derive(Clone, Debug, Default)]
pub struct ConsentFilter {
    /// Of this user.
    pub user: Option<UserKey>,
    /// For this application.
    pub client_id: Option<String>,
    /// For this API; empty for the profile alone.
    pub audience: Option<String>,
}

impl ConsentFilter {
    fn push(&self, mut sql: Sql, table: &str) -> Sql {
        if let Some(user) = self.user {
            sql = sql.push(" AND ").push(table).push("user_key = ").bind(user);
        }
        for (column, value) in [("client_id", &self.client_id), ("audience", &self.audience)] {
            if let Some(value) = value {
                sql = sql.push(" AND ").push(table).push(column).push(" = ").bind(value);
            }
        }
        sql
    }
}

/// What a user agreed to for this application and API.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    client_id: &str,
    audience: &str,
) -> Result<Option<Consent>, Error> {
    let filter =
        ConsentFilter { user: Some(user), client_id: Some(client_id.to_owned()), audience: Some(audience.to_owned()) };
    connection.one(filter.push(select(tenant), "c.")).await
}

/// The consent of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_id(connection: &Connection<'_>, tenant: TenantId, consent_id: &str) -> Result<Option<Consent>, Error> {
    connection.one(select(tenant).push(" AND c.consent_id = ").bind(consent_id)).await
}

/// The tenant's consents behind this key, in the order they were given.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &ConsentFilter,
    offset: i64,
    limit: i64,
) -> Result<Vec<Consent>, Error> {
    let sql = filter.push(select(tenant), "c.").push(" ORDER BY c.id LIMIT ").bind(limit);
    connection.all(sql.push(" OFFSET ").bind(offset)).await
}

/// How many consents there are.
///
/// # Errors
/// When the database cannot be asked.
pub async fn total(connection: &Connection<'_>, tenant: TenantId, filter: &ConsentFilter) -> Result<i64, Error> {
    let sql = Sql::new("SELECT count(*) FROM consent c WHERE c.tenant_id = ").bind(tenant);
    Ok(connection.one::<(i64,)>(filter.push(sql, "c.")).await?.map_or(0, |(count,)| count))
}

/// Stores what a user agrees to, in place of what was agreed to before.
///
/// # Errors
/// When the database cannot be written.
pub async fn put(
    connection: &Connection<'_>,
    tenant: TenantId,
    consent: &Consent,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new(
        "INSERT INTO consent (tenant_id, user_key, consent_id, client_id, audience, scopes, created_at, updated_at) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind(consent.user)
    .push(", ")
    .bind_list([
        consent.consent_id.as_str(),
        &consent.client_id,
        consent.audience.as_deref().unwrap_or_default(),
        consent.scopes.as_str(),
    ])
    .push(", ")
    .bind_list([now, now])
    .push(") ON CONFLICT (user_key, client_id, audience) DO UPDATE SET scopes = excluded.scopes, updated_at = excluded.updated_at");
    connection.execute_one(sql).await
}

/// Takes back all consents that the filter names. Answers how many there were.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_matching(
    connection: &Connection<'_>,
    tenant: TenantId,
    filter: &ConsentFilter,
) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM consent WHERE tenant_id = ").bind(tenant);
    connection.execute(filter.push(sql, "")).await
}

fn select(tenant: TenantId) -> Sql {
    Sql::new("SELECT ")
        .push(COLUMNS)
        .push(" FROM consent c JOIN users u ON u.key = c.user_key AND u.tenant_id = c.tenant_id WHERE c.tenant_id = ")
        .bind(tenant)
}
