//! Taking a job, going on with it, and bringing it to its end: each job by one process at a time.

use anteroom_model::job::{Job, JobStatus};
use anteroom_model::{TenantId, Timestamp};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{COLUMNS, value};
use crate::db::{Columns, Connection, Error, FromRow, Sql};
use crate::json;

/// A job that is held, as it was when it was taken.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The tenant whose job it is.
    pub tenant: TenantId,
    /// Its internal key.
    pub key: i64,
    /// The job.
    pub job: Job,
    /// Who asked for what: an [`anteroom_model::job::Request`].
    pub request: Value,
    /// How far it was.
    pub progress: Value,
    /// How often it was begun since it last came further, this time counted.
    pub attempts: i64,
    /// The holder's random word.
    pub lease: String,
}

impl Claim {
    /// What was asked for, as its own type.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when it is of another form.
    pub fn request<T: DeserializeOwned>(&self) -> Result<T, Error> {
        serde_json::from_value(self.request.clone()).map_err(|error| Error::Corrupt(error.to_string()))
    }
}

/// The end of a statement that is for the holder alone.
fn held(sql: Sql, claim: &Claim) -> Sql {
    sql.push(" WHERE tenant_id = ")
        .bind(claim.tenant)
        .push(" AND id = ")
        .bind(claim.key)
        .push(" AND status = 'processing' AND lease = ")
        .bind(&claim.lease)
}

struct Waiting {
    claim: Claim,
    lease_until: Timestamp,
}

impl FromRow for Waiting {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            claim: Claim {
                tenant: columns.take()?,
                key: columns.take()?,
                job: Job::from_row(columns)?,
                request: value(columns)?,
                progress: value(columns)?,
                attempts: columns.take()?,
                lease: columns.take()?,
            },
            lease_until: columns.take()?,
        })
    }
}

/// Whether any job of any tenant waits to be done.
///
/// # Errors
/// When the database cannot be asked.
pub async fn is_waiting(connection: &Connection<'_>, now: Timestamp) -> Result<bool, Error> {
    let sql = Sql::new("SELECT id FROM job WHERE status IN ('pending', 'processing') AND lease_until <= ").bind(now);
    Ok(connection.one::<(i64,)>(sql.push(" ORDER BY id LIMIT 1")).await?.is_some())
}

/// Takes the oldest job that waits, or whose holder is gone, until this time. `None` if there is none, or another
/// process took it first.
///
/// # Errors
/// When the database cannot be written.
pub async fn claim(
    connection: &Connection<'_>,
    now: Timestamp,
    lease_until: Timestamp,
    lease: &str,
) -> Result<Option<Claim>, Error> {
    let Some(Waiting { mut claim, lease_until: until }) = waiting(connection, now).await? else { return Ok(None) };
    if claim.job.status == JobStatus::Pending {
        claim.job.updated_at = now;
    }
    let sql = Sql::new("UPDATE job SET status = 'processing', attempts = attempts + 1, lease = ")
        .bind(lease)
        .push(", lease_until = ")
        .bind(lease_until)
        .push(", updated_at = ")
        .bind(claim.job.updated_at)
        .push(" WHERE tenant_id = ")
        .bind(claim.tenant)
        .push(" AND id = ")
        .bind(claim.key)
        // As it was read: whoever comes second finds it otherwise.
        .push(" AND status = ")
        .bind(claim.job.status.name())
        .push(" AND lease = ")
        .bind(&claim.lease)
        .push(" AND lease_until = ")
        .bind(until);
    if connection.execute(sql).await? != 1 {
        return Ok(None);
    }
    claim.job.status = JobStatus::Processing;
    claim.attempts += 1;
    lease.clone_into(&mut claim.lease);
    Ok(Some(claim))
}

async fn waiting(connection: &Connection<'_>, now: Timestamp) -> Result<Option<Waiting>, Error> {
    let sql = Sql::new("SELECT tenant_id, id, ")
        .push(COLUMNS)
        .push(", request, progress, attempts, lease, lease_until FROM job")
        .push(" WHERE status IN ('pending', 'processing') AND lease_until <= ")
        .bind(now);
    connection.one(sql.push(" ORDER BY id LIMIT 1")).await
}

/// Keeps how far a held job is, and holds it until this time: in the transaction of what was done.
///
/// # Errors
/// [`Error::AffectedRows`] of none when the job is not held any more, because another process has it or it was called
/// off: then nothing of the transaction may stay.
pub async fn save(
    connection: &Connection<'_>,
    claim: &Claim,
    progress: &Value,
    lease_until: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE job SET attempts = 0, progress = ").bind(json::text(progress)).push(", lease_until = ");
    connection.execute_one(held(sql.bind(lease_until), claim)).await
}

/// Holds a job until this time, without having come further. Answers false when it is not held any more.
///
/// # Errors
/// When the database cannot be written.
pub async fn renew(connection: &Connection<'_>, claim: &Claim, lease_until: Timestamp) -> Result<bool, Error> {
    let sql = Sql::new("UPDATE job SET lease_until = ").bind(lease_until);
    Ok(connection.execute(held(sql, claim)).await? == 1)
}

/// Gives a job back, to be gone on with at this time. Does nothing when it is not held any more. `is_to_blame` says
/// whether this time counts among its attempts.
///
/// # Errors
/// When the database cannot be written.
pub async fn release(
    connection: &Connection<'_>,
    claim: &Claim,
    at: Timestamp,
    is_to_blame: bool,
) -> Result<(), Error> {
    let forgiven = i64::from(!is_to_blame);
    // Whoever came further since has no attempts: there is none to forgive.
    let sql = Sql::new("UPDATE job SET lease = '', lease_until = ")
        .bind(at)
        .push(", attempts = CASE WHEN attempts > 0 THEN attempts - ")
        .bind(forgiven)
        .push(" ELSE 0 END");
    connection.execute(held(sql, claim)).await.map(|_| ())
}

/// Ends a held job.
///
/// # Errors
/// [`Error::AffectedRows`] of none when it is not held any more.
pub async fn finish(
    connection: &Connection<'_>,
    claim: &Claim,
    status: JobStatus,
    result: &Value,
    now: Timestamp,
) -> Result<(), Error> {
    let sql = Sql::new("UPDATE job SET lease = '', status = ")
        .bind(status.name())
        .push(", result = ")
        .bind(json::text(result))
        .push(", updated_at = ")
        .bind(now);
    connection.execute_one(held(sql, claim)).await
}
