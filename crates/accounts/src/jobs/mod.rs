//! The verbs of jobs, and the engine that does them.

mod cancel;
mod find;
mod link;
mod run;
mod step;
mod tidy;
mod upload;
mod verification;

use anteroom_model::{Party, Timestamp};

pub use cancel::cancel_job;
pub use find::{JobList, find_file, find_job, job_errors, job_has_errors, list_jobs, read_chunk};
pub use link::{LINK_SECONDS, file_token};
pub(crate) use run::finish;
pub use run::{Outcome, Runner};
pub use tidy::forget_old_jobs;
pub use upload::Upload;
pub use verification::{CreateVerificationJob, create_verification_job};

pub(crate) use step::write;

/// For how long a process holds the job it does, in seconds: after that another one may go on with it.
const LEASE: i64 = 60;

/// Until when a job that is held now is held.
#[must_use]
pub fn lease_until(now: Timestamp) -> Timestamp {
    now.plus_seconds(LEASE)
}

/// A job as events know it.
pub(crate) fn job_party(job: &anteroom_model::job::Job) -> Party {
    Party::new("job", &job.job_id, job.kind.name())
}
