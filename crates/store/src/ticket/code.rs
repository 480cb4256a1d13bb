//! The code of a ticket, for who types it instead of following the link.

use anteroom_model::ticket::Ticket;
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// A code as it stands beside its ticket; the default is none.
#[derive(Clone, Debug, Default)]
pub struct StoredCode {
    /// The digest of who asked, in which browser: what the ticket is found by.
    pub asker: String,
    /// The digest of the code, with what only that browser knows.
    pub digest: String,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A ticket that somebody asked for who can type its code.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The ticket.
    pub ticket: Ticket,
    /// The digest of its link.
    pub digest: String,
    /// The digest of its code; empty if it has none any more.
    pub code_digest: String,
}

impl FromRow for Asked {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self { ticket: Ticket::from_row(columns)?, digest: columns.take()?, code_digest: columns.take()? })
    }
}

/// The newest ticket of this asker, used or not, over or not.
///
/// # Errors
/// When the database cannot be asked.
pub async fn newest(connection: &Connection<'_>, tenant: TenantId, asker: &str) -> Result<Option<Asked>, Error> {
    let sql = Sql::new(
        "SELECT id, kind, user_key, email, settings, created_at, expires_at, used_at, digest, code_digest FROM ticket \
         WHERE tenant_id = ",
    );
    let sql = sql.bind(tenant).push(" AND asker <> '' AND asker = ").bind(asker);
    connection.one(sql.push(" ORDER BY id DESC LIMIT 1")).await
}

/// Takes one of a code's tries, before the code is looked at. Answers whether there was one: of many at once as many have
/// one as are left.
///
/// # Errors
/// When the database cannot be written.
pub async fn take_try(
    connection: &Connection<'_>,
    tenant: TenantId,
    ticket: i64,
    now: Timestamp,
    most: i64,
) -> Result<bool, Error> {
    let sql = Sql::new("UPDATE ticket SET code_tries = code_tries + 1 WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND id = ").bind(ticket).push(" AND used_at = 0 AND code_digest <> '' AND code_tries < ");
    Ok(connection.execute(sql.bind(most).push(" AND code_expires_at > ").bind(now)).await? == 1)
}

/// Ends a ticket, its link too, if all tries of its code are taken.
///
/// # Errors
/// When the database cannot be written.
pub async fn end_if_spent(
    connection: &Connection<'_>,
    tenant: TenantId,
    ticket: i64,
    now: Timestamp,
    most: i64,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE ticket SET used_at = ").bind(now).push(" WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND id = ").bind(ticket).push(" AND used_at = 0 AND code_tries >= ").bind(most);
    connection.execute(sql).await?;
    Ok(())
}

/// Gives a ticket another secret, for who has typed its code: neither the code nor the link is good for anything any
/// more. Answers whether this was the first time.
///
/// # Errors
/// When the database cannot be written.
pub async fn exchange(connection: &Connection<'_>, tenant: TenantId, ticket: i64, digest: &str) -> Result<bool, Error> {
    let sql = Sql::new("UPDATE ticket SET asker = '', code_digest = '', digest = ").bind(digest);
    let sql = sql.push(" WHERE tenant_id = ").bind(tenant).push(" AND id = ").bind(ticket);
    Ok(connection.execute(sql.push(" AND used_at = 0 AND code_digest <> ''")).await? == 1)
}
