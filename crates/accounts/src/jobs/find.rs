//! Reading a job.

use anteroom_model::job::Job;
use anteroom_model::{Context, Refusal, codes};
use anteroom_store::job;

use crate::{Error, Services};

/// The job of this id.
///
/// # Errors
/// `inexistent_job`, also a day after it was made.
pub async fn find_job(services: &Services, context: &Context, job_id: &str) -> Result<Job, Error> {
    let session = services.db.session().await?;
    let found = job::find(&session.connection(), context.tenant, job_id).await?;
    let known = found.filter(|job| job.is_known(context.now()));
    Ok(known.ok_or_else(|| Refusal::new(&codes::JOB_UNKNOWN, "Job not found."))?)
}
