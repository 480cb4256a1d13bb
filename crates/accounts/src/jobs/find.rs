//! Reading jobs, what was wrong with their entries, and their files.

use anteroom_model::job::{ExportRequest, JobKind, JobStatus, Request};
use anteroom_model::{Context, Refusal, TenantId, codes};
use anteroom_store::job::{self, EntryErrors, StoredJob};

use super::link;
use crate::{Error, Services};

/// The job of this id.
///
/// # Errors
/// `inexistent_job`, also a day after it ended.
pub async fn find_job(services: &Services, context: &Context, job_id: &str) -> Result<StoredJob, Error> {
    let session = services.db.session().await?;
    let found = job::find_stored(&session.connection(), context.tenant, job_id).await?;
    let known = found.filter(|stored| stored.job.is_known(context.now()));
    Ok(known.ok_or_else(unknown)?)
}

fn unknown() -> Refusal {
    Refusal::new(&codes::JOB_UNKNOWN, "Job not found.")
}

/// Which jobs are asked for.
#[derive(Clone, Copy, Debug)]
pub struct JobList {
    /// Only those of this kind.
    pub kind: Option<JobKind>,
    /// Only those before this one, by its key; from the newest if absent.
    pub before: Option<i64>,
    /// How many at most.
    pub limit: i64,
}

/// The tenant's jobs, the newest first, and the place behind the last of them if there are more.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list_jobs(
    services: &Services,
    context: &Context,
    wanted: JobList,
) -> Result<(Vec<StoredJob>, Option<i64>), Error> {
    let session = services.db.session().await?;
    let before = wanted.before.unwrap_or(i64::MAX);
    let limit = wanted.limit.saturating_add(1);
    let mut jobs = job::list(&session.connection(), context.tenant, wanted.kind, before, limit).await?;
    let whole = usize::try_from(wanted.limit).unwrap_or(usize::MAX);
    let is_last = jobs.len() <= whole;
    jobs.truncate(whole);
    let next = jobs.last().filter(|_| !is_last).map(|last| last.key);
    jobs.retain(|stored| stored.job.is_known(context.now()));
    Ok((jobs, next))
}

/// What was wrong with the entries of a job's file behind this position (-1 for all), at most so many.
///
/// # Errors
/// When the database cannot be asked.
pub async fn job_errors(
    services: &Services,
    tenant: TenantId,
    job_key: i64,
    after: i64,
    limit: i64,
) -> Result<Vec<EntryErrors>, Error> {
    let session = services.db.session().await?;
    Ok(job::errors(&session.connection(), tenant, job_key, after, limit).await?)
}

/// Whether anything was wrong with any entry of a job's file.
///
/// # Errors
/// When the database cannot be asked.
pub async fn job_has_errors(services: &Services, tenant: TenantId, job_key: i64) -> Result<bool, Error> {
    let session = services.db.session().await?;
    Ok(job::has_errors(&session.connection(), tenant, job_key).await?)
}

/// The export whose finished file a link opens.
///
/// # Errors
/// `invalid_job_link` for a link that is too old or was not made for this job; `inexistent_job`.
pub async fn find_file(
    services: &Services,
    context: &Context,
    job_id: &str,
    token: &str,
) -> Result<(StoredJob, ExportRequest), Error> {
    if !link::opens(services, context, job_id, token) {
        let message = "The link is too old, or was not made for this job. Read the job for another one.";
        return Err(Refusal::new(&codes::JOB_LINK, message).field("token").into());
    }
    let stored = find_job(services, context, job_id).await?;
    if stored.job.kind != JobKind::UsersExport || stored.job.status != JobStatus::Completed {
        return Err(unknown().into());
    }
    let request: Request<ExportRequest> = serde_json::from_value(stored.request.clone())
        .map_err(|error| anteroom_store::Error::Corrupt(error.to_string()))?;
    Ok((stored, request.work))
}

/// A piece of a job's file; none behind the last one.
///
/// # Errors
/// When the database cannot be asked.
pub async fn read_chunk(
    services: &Services,
    tenant: TenantId,
    job_key: i64,
    position: i64,
) -> Result<Option<Vec<u8>>, Error> {
    let session = services.db.session().await?;
    Ok(job::chunk(&session.connection(), tenant, job_key, position).await?)
}
