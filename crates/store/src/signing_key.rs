//! Signing keys.

use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// A tenant's signing key as stored.
#[derive(Clone, Debug)]
pub struct StoredKey {
    /// The tenant.
    pub tenant: TenantId,
    /// Its id, the thumbprint of the public key (RFC 7638).
    pub kid: String,
    /// `RS256` or `ES256`.
    pub algorithm: String,
    /// `next`, `current` or `previous`.
    pub state: String,
    /// The public key (RFC 7517).
    pub public_jwk: String,
    /// The private key (PKCS #8), sealed.
    pub sealed_private: String,
}

impl FromRow for StoredKey {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            tenant: columns.take()?,
            kid: columns.take()?,
            algorithm: columns.take()?,
            state: columns.take()?,
            public_jwk: columns.take()?,
            sealed_private: columns.take()?,
        })
    }
}

/// Stores a key.
///
/// # Errors
/// [`Error::Duplicate`] when it is there already.
pub async fn insert(connection: &Connection<'_>, key: &StoredKey, now: Timestamp) -> Result<(), Error> {
    let sql = Sql::new(
        "INSERT INTO signing_key (tenant_id, kid, algorithm, state, public_jwk, sealed_private, created_at) VALUES (",
    )
    .bind(key.tenant)
    .push(", ")
    .bind_list([&key.kid, &key.algorithm, &key.state, &key.public_jwk, &key.sealed_private])
    .push(", ")
    .bind(now)
    .push(")");
    connection.execute_one(sql).await
}

/// The keys of all tenants.
///
/// # Errors
/// When the database cannot be asked.
pub async fn all(connection: &Connection<'_>) -> Result<Vec<StoredKey>, Error> {
    let text = "SELECT tenant_id, kid, algorithm, state, public_jwk, sealed_private FROM signing_key \
                ORDER BY tenant_id, created_at, kid";
    connection.all(Sql::new(text)).await
}
