//! Failed sign-ins in a row: counted in the database, so that all processes count together.

use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// What failures are counted of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// An account.
    Account,
    /// An identifier that no account has: it is counted as if it had one.
    Unknown,
    /// An address.
    Address,
    /// The codes of an account, or of an identifier that no account has.
    ResetCode,
}

impl FailureKind {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Unknown => "unknown",
            Self::Address => "address",
            Self::ResetCode => "reset_code",
        }
    }
}

/// Failures in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failures {
    /// How many.
    pub failures: i64,
    /// When the last one was.
    pub last_at: Timestamp,
    /// Until when there is a lock; 0 while there is none.
    pub locked_until: Timestamp,
}

impl FromRow for Failures {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self { failures: columns.take()?, last_at: columns.take()?, locked_until: columns.take()? })
    }
}

/// The failures counted of this.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(
    connection: &Connection<'_>,
    tenant: TenantId,
    kind: FailureKind,
    key: &str,
) -> Result<Option<Failures>, Error> {
    let sql = Sql::new("SELECT failures, last_at, locked_until FROM sign_in_failure WHERE tenant_id = ").bind(tenant);
    connection.one(sql.push(" AND kind = ").bind(kind.name()).push(" AND key = ").bind(key)).await
}

/// Which of these have a lock that holds now, and until when, in no order.
///
/// # Errors
/// When the database cannot be asked.
pub async fn locked(
    connection: &Connection<'_>,
    tenant: TenantId,
    kind: FailureKind,
    keys: Vec<&str>,
    now: Timestamp,
) -> Result<Vec<(String, Timestamp)>, Error> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new("SELECT key, locked_until FROM sign_in_failure WHERE tenant_id = ").bind(tenant);
    let sql = sql.push(" AND kind = ").bind(kind.name()).push(" AND locked_until > ").bind(now);
    connection.all(sql.push(" AND key IN (").bind_list(Sql::padded(keys)).push(")")).await
}

/// Counts one more failure and answers how many there are now. Those whose lock is over count no more, nor do they once
/// the last of them is older than `forget_before`.
///
/// # Errors
/// When the database cannot be written.
pub async fn count(
    connection: &Connection<'_>,
    tenant: TenantId,
    kind: FailureKind,
    key: &str,
    now: Timestamp,
    forget_before: Timestamp,
) -> Result<i64, Error> {
    let sql = count_one(tenant, kind, key, now, forget_before).push("last_at = excluded.last_at RETURNING failures");
    connection.one::<(i64,)>(sql).await?.map(|(failures,)| failures).ok_or(Error::AffectedRows(0))
}

/// As [`count`], but all are forgotten together once the first of them is older than `forget_before`: its time stays in
/// `last_at`. So a slow trickle from an address that many share never adds up.
///
/// # Errors
/// When the database cannot be written.
pub async fn count_within(
    connection: &Connection<'_>,
    tenant: TenantId,
    kind: FailureKind,
    key: &str,
    now: Timestamp,
    forget_before: Timestamp,
) -> Result<i64, Error> {
    let sql = count_one(tenant, kind, key, now, forget_before).push("last_at = ").push(WHEN_OVER);
    let sql = over(sql, now, forget_before).push(" THEN excluded.last_at ELSE sign_in_failure.last_at END");
    let counted = connection.one::<(i64,)>(sql.push(" RETURNING failures")).await?;
    counted.map(|(failures,)| failures).ok_or(Error::AffectedRows(0))
}

const WHEN_OVER: &str = "CASE WHEN sign_in_failure.last_at < ";

/// What follows [`WHEN_OVER`].
fn over(sql: Sql, now: Timestamp, forget_before: Timestamp) -> Sql {
    let sql =
        sql.bind(forget_before).push(" OR (sign_in_failure.locked_until > 0 AND sign_in_failure.locked_until <= ");
    sql.bind(now).push(")")
}

fn count_one(tenant: TenantId, kind: FailureKind, key: &str, now: Timestamp, forget_before: Timestamp) -> Sql {
    let sql = Sql::new("INSERT INTO sign_in_failure (tenant_id, kind, key, failures, last_at, locked_until) VALUES (")
        .bind(tenant)
        .push(", ")
        .bind_list([kind.name(), key])
        .push(", 1, ")
        .bind(now)
        .push(", 0) ON CONFLICT (tenant_id, kind, key) DO UPDATE SET failures = ")
        .push(WHEN_OVER);
    over(sql, now, forget_before)
        .push(
            " THEN 1 ELSE sign_in_failure.failures + 1 END, locked_until = CASE WHEN sign_in_failure.locked_until <= ",
        )
        .bind(now)
        .push(" THEN 0 ELSE sign_in_failure.locked_until END, ")
}

/// Locks until then.
///
/// # Errors
/// [`Error::AffectedRows`] when nothing was counted.
pub async fn lock(
    connection: &Connection<'_>,
    tenant: TenantId,
    kind: FailureKind,
    key: &str,
    until: Timestamp,
) -> Result<(), Error> {
    let sql =
        Sql::new("UPDATE sign_in_failure SET locked_until = ").bind(until).push(" WHERE tenant_id = ").bind(tenant);
    connection.execute_one(sql.push(" AND kind = ").bind(kind.name()).push(" AND key = ").bind(key)).await
}

/// Forgets the failures counted of this. Answers whether there were any.
///
/// # Errors
/// When the database cannot be written.
pub async fn clear(connection: &Connection<'_>, tenant: TenantId, kind: FailureKind, key: &str) -> Result<bool, Error> {
    let sql = Sql::new("DELETE FROM sign_in_failure WHERE tenant_id = ").bind(tenant);
    Ok(connection.execute(sql.push(" AND kind = ").bind(kind.name()).push(" AND key = ").bind(key)).await? == 1)
}

/// Forgets failures of all tenants that are older and lock nothing any more: about so many, the oldest first. Answers how
/// many.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_before(
    connection: &Connection<'_>,
    before: Timestamp,
    now: Timestamp,
    limit: i64,
) -> Result<u64, Error> {
    // A range of the index, as with codes.
    let sql = Sql::new("SELECT last_at FROM sign_in_failure WHERE last_at < ").bind(before);
    let sql = sql.push(" AND locked_until <= ").bind(now).push(" ORDER BY last_at LIMIT 1 OFFSET ").bind(limit - 1);
    let last = connection.one(sql).await?;
    let last = last.map_or(Timestamp(before.0 - 1), |(time,): (Timestamp,)| time);
    let sql = Sql::new("DELETE FROM sign_in_failure WHERE last_at <= ").bind(last);
    connection.execute(sql.push(" AND locked_until <= ").bind(now)).await
}
