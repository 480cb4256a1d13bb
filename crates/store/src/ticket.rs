//! Tickets: one-time links.

pub mod code;

use anteroom_model::ticket::{Ticket, TicketKind};
use anteroom_model::{TenantId, Timestamp, UserKey};

use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

pub use code::StoredCode;

impl FromRow for Ticket {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            kind: {
                let name: String = columns.take()?;
                TicketKind::parse(&name).ok_or(Error::Corrupt(name))?
            },
            user: columns.take()?,
            email: columns.take()?,
            settings: json::value(&columns.take::<String>()?)?,
            created_at: columns.take()?,
            expires_at: columns.take()?,
            used_at: columns.take()?,
        })
    }
}

/// Stores a ticket under its secret's digest, with the code that can be typed instead.
///
/// # Errors
/// When the database cannot be written.
pub async fn insert(
    connection: &Connection<'_>,
    tenant: TenantId,
    digest: &str,
    ticket: &Ticket,
    code: &StoredCode,
) -> Result<(), Error> {
    let sql = Sql::new(
        "INSERT INTO ticket (tenant_id, user_key, digest, kind, email, settings, asker, code_digest, created_at, expires_at, \
         used_at, code_expires_at) VALUES (",
    )
    .bind(tenant)
    .push(", ")
    .bind(ticket.user)
    .push(", ")
    .bind_list([digest, ticket.kind.name(), &ticket.email, &json::text(&ticket.settings), &code.asker, &code.digest])
    .push(", ")
    .bind_list([ticket.created_at, ticket.expires_at, ticket.used_at, code.expires_at])
    .push(")");
    connection.execute_one(sql).await
}

/// The ticket of this digest, used or not, over or not.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(connection: &Connection<'_>, tenant: TenantId, digest: &str) -> Result<Option<Ticket>, Error> {
    let sql = Sql::new(
        "SELECT id, kind, user_key, email, settings, created_at, expires_at, used_at FROM ticket WHERE tenant_id = ",
    )
    .bind(tenant);
    connection.one(sql.push(" AND digest = ").bind(digest)).await
}

/// Notes that a ticket was used. Answers whether this was the first time: of many at once, one is.
///
/// # Errors
/// When the database cannot be written.
pub async fn use_once(
    connection: &Connection<'_>,
    tenant: TenantId,
    ticket: i64,
    now: Timestamp,
) -> Result<bool, Error> {
    let sql = Sql::new("UPDATE ticket SET used_at = ").bind(now).push(" WHERE tenant_id = ").bind(tenant);
    Ok(connection.execute(sql.push(" AND id = ").bind(ticket).push(" AND used_at = 0")).await? == 1)
}

/// How many tickets of this kind were made for the user since then.
///
/// # Errors
/// When the database cannot be asked.
pub async fn made_since(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    kind: TicketKind,
    since: Timestamp,
) -> Result<i64, Error> {
    let sql =
        Sql::new("SELECT count(*) FROM ticket WHERE tenant_id = ").bind(tenant).push(" AND user_key = ").bind(user);
    let sql = sql.push(" AND kind = ").bind(kind.name()).push(" AND created_at > ").bind(since);
    Ok(connection.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

/// Ends the user's open tickets of this kind: after one was used, or the password was changed another way.
///
/// # Errors
/// When the database cannot be written.
pub async fn end_open(
    connection: &Connection<'_>,
    tenant: TenantId,
    user: UserKey,
    kind: TicketKind,
) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM ticket WHERE tenant_id = ").bind(tenant).push(" AND user_key = ").bind(user);
    connection.execute(sql.push(" AND kind = ").bind(kind.name()).push(" AND used_at = 0")).await
}

/// Forgets tickets of all tenants that ended before, so many at most. Answers how many.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_expired_before(connection: &Connection<'_>, before: Timestamp, limit: i64) -> Result<u64, Error> {
    let sql = Sql::new("DELETE FROM ticket WHERE id IN (SELECT id FROM ticket WHERE expires_at < ").bind(before);
    connection.execute(sql.push(" ORDER BY expires_at, id LIMIT ").bind(limit).push(")")).await
}
