//! The verbs of jobs.

mod find;
mod verification;

pub use find::find_job;
pub use verification::{CreateVerificationJob, create_verification_job};
