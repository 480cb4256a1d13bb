//! Reading jobs.

use anteroom_model::TenantId;
use anteroom_model::job::{Job, JobKind, JobStatus};
use serde_json::Value;

use super::{COLUMNS, value};
use crate::db::{Columns, Connection, Error, FromRow, Sql};

/// A job with all that is kept of it.
#[derive(Clone, Debug)]
pub struct StoredJob {
    /// Its internal key.
    pub key: i64,
    /// The job.
    pub job: Job,
    /// Who asked for what.
    pub request: Value,
    /// How far it is.
    pub progress: Value,
    /// What came of it.
    pub result: Value,
}

impl FromRow for StoredJob {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        Ok(Self {
            key: columns.take()?,
            job: Job::from_row(columns)?,
            request: value(columns)?,
            progress: value(columns)?,
            result: value(columns)?,
        })
    }
}

/// The job of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(connection: &Connection<'_>, tenant: TenantId, job_id: &str) -> Result<Option<Job>, Error> {
    let sql = Sql::new("SELECT ").push(COLUMNS).push(" FROM job WHERE tenant_id = ").bind(tenant);
    connection.one(sql.push(" AND job_id = ").bind(job_id)).await
}

/// The job of this id with all that is kept of it.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find_stored(
    connection: &Connection<'_>,
    tenant: TenantId,
    job_id: &str,
) -> Result<Option<StoredJob>, Error> {
    connection.one(select(tenant).push(" AND job_id = ").bind(job_id)).await
}

/// The tenant's jobs from the newest on, those before this key; files on their way are not among them.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list(
    connection: &Connection<'_>,
    tenant: TenantId,
    kind: Option<JobKind>,
    before: i64,
    limit: i64,
) -> Result<Vec<StoredJob>, Error> {
    let mut sql = select(tenant).push(" AND status <> 'uploading' AND id < ").bind(before);
    if let Some(kind) = kind {
        sql = sql.push(" AND kind = ").bind(kind.name());
    }
    connection.all(sql.push(" ORDER BY id DESC LIMIT ").bind(limit)).await
}

/// The tenant's jobs of this kind and status, from the oldest on.
///
/// # Errors
/// When the database cannot be asked.
pub async fn by_status(
    connection: &Connection<'_>,
    tenant: TenantId,
    kind: JobKind,
    status: JobStatus,
) -> Result<Vec<StoredJob>, Error> {
    let sql = select(tenant).push(" AND kind = ").bind(kind.name()).push(" AND status = ").bind(status.name());
    connection.all(sql.push(" ORDER BY id")).await
}

fn select(tenant: TenantId) -> Sql {
    let sql = Sql::new("SELECT id, ").push(COLUMNS).push(", request, progress, result FROM job WHERE tenant_id = ");
    sql.bind(tenant)
}
