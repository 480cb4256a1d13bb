//! Calling a job off.

use anteroom_model::job::{Job, JobStatus};
use anteroom_model::{Context, EventKind, Refusal, codes};
use anteroom_store::Connection;
use anteroom_store::job::{self, Cancelled, StoredJob};
use serde_json::{Value, json};

use super::{find_job, job_party};
use crate::{Error, Record, Services};

struct Cancel {
    key: i64,
    job: Job,
}

/// Calls a job off. What it has done stays done; whoever does it stops before its next step.
///
/// # Errors
/// `inexistent_job`; `job_over` when it had ended before.
pub async fn cancel_job(services: &Services, context: &Context, stored: &StoredJob) -> Result<StoredJob, Error> {
    let cancel = Cancel { key: stored.key, job: stored.job.clone() };
    let target = Some(job_party(&stored.job));
    services
        .transact(context, target, cancel, |connection, context, cancel| Box::pin(run(connection, context, cancel)))
        .await?;
    find_job(services, context, &stored.job.job_id).await
}

async fn run(connection: &Connection<'_>, context: &Context, cancel: &Cancel) -> Result<(), Error> {
    // As it is now, not as it was when it was looked for.
    let found = job::find_stored(connection, context.tenant, &cancel.job.job_id).await?;
    let progress = found.map(|stored| stored.progress).unwrap_or_default();
    let result = ended_early(&progress, "The job was cancelled.");
    match job::cancel(connection, context.tenant, cancel.key, &result, context.now()).await? {
        Cancelled::TooLate => {
            let message = "The job is over already.";
            Err(Refusal::new(&codes::JOB_OVER, message).into())
        }
        Cancelled::Now => {
            Record::new(context, EventKind::JobCancelled).target(job_party(&cancel.job)).write(connection).await
        }
    }
}

/// What is told of a job that did not come to its end: why, and how far it came.
pub(super) fn ended_early(progress: &Value, why: &str) -> Value {
    let mut result = json!({"status_details": why});
    if let Some(summary) = progress.get("summary") {
        result["summary"] = summary.clone();
    }
    result
}

/// The name of the event of a job that ended so.
pub(super) fn event_of(status: JobStatus) -> EventKind {
    if status == JobStatus::Completed { EventKind::JobCompleted } else { EventKind::JobFailed }
}
