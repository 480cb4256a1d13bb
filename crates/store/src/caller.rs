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

/// A user with the authorization that a token names, as both stand now.
#[derive(Clone, Debug)]
pub struct Person {
    /// The user's internal key.
    pub key: UserKey,
    /// The user's id.
    pub user_id: String,
    /// The name for records.
    pub name: String,
    /// The status.
    pub status: Status,
    /// What the user may administer.
    pub role: PlatformRole,
    /// Tokens issued before are refused.
    pub valid_after: Timestamp,
    /// The application the token was issued to.
    pub client_id: String,
    /// That application's settings, as they are stored.
    pub client_settings: String,
    /// The id of the session.
    pub session_id: String,
    /// Whether the authorization outlives the session.
    pub offline: bool,
    /// When the authorization was given.
    pub authorized_at: Timestamp,
    /// When it was last exchanged for tokens; 0 before the first time.
    pub last_exchanged_at: Timestamp,
    /// When the session began, if it still stands.
    pub session_created_at: Option<Timestamp>,
    /// When the session was last used, if it still stands.
    pub session_used_at: Option<Timestamp>,
    /// The scopes of the Management API that the application may have for its users; none if it has no such grant.
    pub management_scopes: Option<Scopes>,
    /// The number of the configuration, see [`crate::installation::config_version`].
    pub config_version: i64,
}

impl FromRow for Person {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            user_id: columns.take()?,
            name: columns.take()?,
            status: {
                let name: String = columns.take()?;
                Status::parse(&name).ok_or(Error::Corrupt(name))?
            },
            role: role(columns)?,
            valid_after: columns.take()?,
            client_id: columns.take()?,
            client_settings: columns.take()?,
            session_id: columns.take()?,
            offline: columns.take()?,
            authorized_at: columns.take()?,
            last_exchanged_at: columns.take()?,
            session_created_at: columns.take()?,
            session_used_at: columns.take()?,
            management_scopes: columns.take::<Option<String>>()?.map(Scopes::stored),
            config_version: columns.take()?,
        })
    }
}

/// The user of the authorization of this id, with all that decides whether its tokens hold; absent when user,
/// authorization or application is gone.
///
/// # Errors
/// When the database cannot be asked.
pub async fn person(
    connection: &Connection<'_>,
    tenant: TenantId,
    authorization_id: &str,
) -> Result<Option<Person>, Error> {
    let sql = Sql::new(
        "SELECT u.key, u.user_id, coalesce(u.name, u.user_id), u.status, u.platform_role, u.access_valid_after, a.client_id, \
         c.settings, a.session_id, a.offline, a.created_at, a.last_exchanged_at, s.created_at, s.last_interacted_at, \
         g.scopes, n.config_version FROM authorizations a \
         JOIN users u ON u.key = a.user_key AND u.tenant_id = a.tenant_id \
         JOIN client c ON c.tenant_id = a.tenant_id AND c.client_id = a.client_id \
         LEFT JOIN session s ON s.tenant_id = a.tenant_id AND s.session_id = a.session_id AND s.user_key = a.user_key \
         LEFT JOIN client_grant g ON g.client_key = c.id AND g.tenant_id = a.tenant_id AND g.subject_type = 'user' \
         AND g.resource_server_key = (SELECT r.id FROM resource_server r WHERE r.tenant_id = a.tenant_id AND r.identifier = ",
    )
    .bind(crate::resource_server::MANAGEMENT)
    .push(") CROSS JOIN installation n WHERE n.id = 1 AND a.tenant_id = ")
    .bind(tenant)
    .push(" AND a.authorization_id = ")
    .bind(authorization_id);
    connection.one(sql).await
}

fn role(columns: &mut Columns<'_>) -> Result<PlatformRole, Error> {
    let name: String = columns.take()?;
    PlatformRole::parse(&name).ok_or(Error::Corrupt(name))
}
