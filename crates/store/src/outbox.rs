//! The outbox: what is to be sent outside, written in the transaction of what it tells of.
//!
//! A row is claimed by moving the time of its next attempt: whoever moves it from what it read has it for that long, and
//! a process that dies with it gives it back by doing nothing.

use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// Something to be sent, as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMessage {
    /// The tenant that sends it.
    pub tenant: TenantId,
    /// Its id; unique in the tenant.
    pub message_id: String,
    /// What it is: `mail`.
    pub kind: String,
    /// What is to be sent, sealed for this row.
    pub sealed_payload: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// How often it was claimed.
    pub attempts: i64,
    /// When it is due; while it is claimed, when the claim ends.
    pub next_attempt_at: Timestamp,
}

impl FromRow for StoredMessage {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            tenant: columns.take()?,
            message_id: columns.take()?,
            kind: columns.take()?,
            sealed_payload: columns.take()?,
            created_at: columns.take()?,
            attempts: columns.take()?,
            next_attempt_at: columns.take()?,
        })
    }
}

/// Stores what is to be sent.
///
/// # Errors
/// [`Error::Duplicate`] when the tenant has a message of this id already.
pub async fn insert(connection: &Connection<'_>, message: &StoredMessage) -> Result<(), Error> {
    let sql = Sql::new(
        "INSERT INTO outbox (tenant_id, message_id, kind, sealed_payload, created_at, attempts, next_attempt_at) \
         VALUES (",
    )
    .bind(message.tenant)
    .push(", ")
    .bind_list([&message.message_id, &message.kind, &message.sealed_payload])
    .push(", ")
    .bind(message.created_at)
    .push(", ")
    .bind(message.attempts)
    .push(", ")
    .bind(message.next_attempt_at)
    .push(")");
    connection.execute_one(sql).await
}

/// What of all tenants is due, what waits longest first, at most `limit`.
///
/// # Errors
/// When the database cannot be asked.
pub async fn due(connection: &Connection<'_>, now: Timestamp, limit: i64) -> Result<Vec<StoredMessage>, Error> {
    let sql = Sql::new(
        "SELECT tenant_id, message_id, kind, sealed_payload, created_at, attempts, next_attempt_at FROM outbox \
         WHERE next_attempt_at <= ",
    )
    .bind(now)
    .push(" ORDER BY next_attempt_at, id LIMIT ")
    .bind(limit);
    connection.all(sql).await
}

/// Claims a message as it was read until this time, and answers it as it is now; `None` if another process was faster or
/// it is gone.
///
/// # Errors
/// When the database cannot be written.
pub async fn claim(
    connection: &Connection<'_>,
    message: &StoredMessage,
    until: Timestamp,
) -> Result<Option<StoredMessage>, Error> {
    let sql = Sql::new("UPDATE outbox SET attempts = attempts + 1, next_attempt_at = ")
        .bind(until)
        .push(" WHERE tenant_id = ")
        .bind(message.tenant)
        .push(" AND message_id = ")
        .bind(&message.message_id)
        .push(" AND next_attempt_at = ")
        .bind(message.next_attempt_at);
    let is_ours = connection.execute(sql).await? == 1;
    let claimed = || StoredMessage { attempts: message.attempts + 1, next_attempt_at: until, ..message.clone() };
    Ok(is_ours.then(claimed))
}

/// Puts a claimed message off, and says why it could not be sent. Answers false if the claim had ended and another
/// process has the message, or it is gone.
///
/// # Errors
/// When the database cannot be written.
pub async fn put_off(
    connection: &Connection<'_>,
    claimed: &StoredMessage,
    next_attempt_at: Timestamp,
    reason: &str,
) -> Result<bool, Error> {
    let sql = Sql::new("UPDATE outbox SET next_attempt_at = ")
        .bind(next_attempt_at)
        .push(", last_error = ")
        .bind(reason)
        .push(" WHERE tenant_id = ")
        .bind(claimed.tenant)
        .push(" AND message_id = ")
        .bind(&claimed.message_id)
        .push(" AND next_attempt_at = ")
        .bind(claimed.next_attempt_at);
    Ok(connection.execute(sql).await? == 1)
}

/// Removes a claimed message that will never be sent. Answers false as [`put_off`] does.
///
/// # Errors
/// When the database cannot be written.
pub async fn give_up(connection: &Connection<'_>, claimed: &StoredMessage) -> Result<bool, Error> {
    let sql = Sql::new("DELETE FROM outbox WHERE tenant_id = ")
        .bind(claimed.tenant)
        .push(" AND message_id = ")
        .bind(&claimed.message_id)
        .push(" AND next_attempt_at = ")
        .bind(claimed.next_attempt_at);
    Ok(connection.execute(sql).await? == 1)
}

/// Removes a message that was sent, whoever has it by now. Answers false if it is gone already.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete(connection: &Connection<'_>, tenant: TenantId, message_id: &str) -> Result<bool, Error> {
    let sql =
        Sql::new("DELETE FROM outbox WHERE tenant_id = ").bind(tenant).push(" AND message_id = ").bind(message_id);
    Ok(connection.execute(sql).await? == 1)
}
