//! Who a token's bearer is now: asked of the database at every use, in one statement.

use anteroom_model::{PlatformRole, Scopes, Status, TenantId, Timestamp, UserKey};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// A machine client as it stands now.
#[derive(Clone, Debug)]
pub struct Machine {
    /// Its name.
    pub name: String,
    /// Its rank.
    pub rank: PlatformRole,
    /// Tokens issued before are refused.
    pub valid_after: Timestamp,
    /// The scopes of its grant for the resource server.
    pub scopes: Scopes,
    /// The number of the configuration, see [`crate::installation::config_version`].
    pub config_version: i64,
}

impl FromRow for Machine {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            name: columns.take()?,
            rank: role(columns)?,
            valid_after: columns.take()?,
            scopes: Scopes::stored(columns.take()?),
            config_version: columns.take()?,
        })
    }
}

/// The client with its grant for the resource server of this stored identifier; absent when either is gone.
///
/// # Errors
/// When the database cannot be asked.
pub async fn machine(
    connection: &Connection<'_>,
    tenant: TenantId,
    client_id: &str,
    identifier: &str,
) -> Result<Option<Machine>, Error> {
    let sql = Sql::new(
        "SELECT c.name, c.platform_rank, c.valid_after, g.scopes, n.config_version FROM client c \
         JOIN client_grant g ON g.client_key = c.id AND g.tenant_id = c.tenant_id AND g.subject_type = 'client' \
         JOIN resource_server r ON r.id = g.resource_server_key AND r.tenant_id = c.tenant_id \
         CROSS JOIN installation n WHERE n.id = 1 AND c.tenant_id = ",
    )
    .bind(tenant)
    .push(" AND c.client_id = ")
    .bind(client_id)
    .push(" AND r.identifier = ")
    .bind(identifier);
    connection.one(sql).await
}

/// A user as it stands now.
#[derive(Clone, Debug)]
pub struct Person {
    /// The internal key.
    pub key: UserKey,
    /// The name for records.
    pub name: String,
    /// The status.
    pub status: Status,
    /// What the user may administer.
    pub role: PlatformRole,
    /// Tokens issued before are refused.
    pub valid_after: Timestamp,
    /// The number of the configuration, see [`crate::installation::config_version`].
    pub config_version: i64,
}

impl FromRow for Person {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            name: columns.take()?,
            status: {
                let name: String = columns.take()?;
                Status::parse(&name).ok_or(Error::Corrupt(name))?
            },
            role: role(columns)?,
            valid_after: columns.take()?,
            config_version: columns.take()?,
        })
    }
}

/// The user of this id; absent when it is gone.
///
/// # Errors
/// When the database cannot be asked.
pub async fn person(connection: &Connection<'_>, tenant: TenantId, user_id: &str) -> Result<Option<Person>, Error> {
    let sql = Sql::new(
        "SELECT u.key, coalesce(u.name, u.user_id), u.status, u.platform_role, u.access_valid_after, n.config_version \
         FROM users u CROSS JOIN installation n WHERE n.id = 1 AND u.tenant_id = ",
    )
    .bind(tenant)
    .push(" AND u.user_id = ")
    .bind(user_id);
    connection.one(sql).await
}

fn role(columns: &mut Columns<'_>) -> Result<PlatformRole, Error> {
    let name: String = columns.take()?;
    PlatformRole::parse(&name).ok_or(Error::Corrupt(name))
}
