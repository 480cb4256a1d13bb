//! Jobs: work that is asked for by one request and looked after by others.

use anteroom_model::job::{Job, JobKind, JobStatus};
use anteroom_model::{TenantId, Timestamp};

use crate::db::{Columns, Connection, Error, FromRow, Sql};

impl FromRow for Job {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, Error> {
        let (job_id, kind, status) = (columns.take()?, columns.take::<String>()?, columns.take::<String>()?);
        Ok(Self {
            job_id,
            kind: JobKind::parse(&kind).ok_or(Error::Corrupt(kind))?,
            status: JobStatus::parse(&status).ok_or(Error::Corrupt(status))?,
            created_at: columns.take()?,
            updated_at: columns.take()?,
        })
    }
}

/// Stores a job.
///
/// # Errors
/// [`Error::Duplicate`] when the tenant has a job of this id.
pub async fn insert(connection: &Connection<'_>, tenant: TenantId, job: &Job) -> Result<(), Error> {
    let sql =
        Sql::new("INSERT INTO job (tenant_id, job_id, kind, status, request, result, created_at, updated_at) VALUES (")
            .bind(tenant)
            .push(", ")
            .bind_list([&job.job_id, job.kind.name(), job.status.name(), "{}", "{}"])
            .push(", ")
            .bind_list([job.created_at, job.updated_at])
            .push(")");
    connection.execute_one(sql).await
}

/// The job of this id.
///
/// # Errors
/// When the database cannot be asked.
pub async fn find(connection: &Connection<'_>, tenant: TenantId, job_id: &str) -> Result<Option<Job>, Error> {
    let sql = Sql::new("SELECT job_id, kind, status, created_at, updated_at FROM job WHERE tenant_id = ").bind(tenant);
    connection.one(sql.push(" AND job_id = ").bind(job_id)).await
}

/// Forgets the jobs of all tenants that were made before.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_created_before(connection: &Connection<'_>, before: Timestamp) -> Result<u64, Error> {
    connection.execute(Sql::new("DELETE FROM job WHERE created_at < ").bind(before)).await
}
