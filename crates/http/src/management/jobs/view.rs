//! A job on the wire.

use anteroom_model::job::Job;
use serde::Serialize;
use utoipa::ToSchema;

use crate::management::schema::words::{JobState, JobType};

/// A job.
#[derive(Serialize, ToSchema)]
#[schema(as = Job)]
pub struct JobView {
    /// Its id.
    id: String,
    /// What it does.
    #[schema(value_type = JobType)]
    r#type: &'static str,
    /// How far it is.
    #[schema(value_type = JobState)]
    status: &'static str,
    /// When it was asked for.
    #[schema(format = DateTime)]
    created_at: String,
}

impl JobView {
    /// The job as answered.
    pub fn new(job: &Job) -> Self {
        Self {
            id: job.job_id.clone(),
            r#type: job.kind.name(),
            status: job.status.name(),
            created_at: job.created_at.to_string(),
        }
    }
}
