//! Jobs: work that is asked for by one request and looked after by others.

use crate::time::Timestamp;

/// How long a job is known, in seconds: a day, as Auth0's.
pub const LIFETIME: i64 = 24 * 3600;

/// Work that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id: `job_` and 16 letters and digits.
    pub job_id: String,
    /// What is to be done.
    pub kind: JobKind,
    /// How far it is.
    pub status: JobStatus,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When its status last changed.
    pub updated_at: Timestamp,
}

impl Job {
    /// Whether it is still known.
    #[must_use]
    pub fn is_known(&self, now: Timestamp) -> bool {
        self.created_at.plus_seconds(LIFETIME) > now
    }
}

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobKind {
    /// Sends a mail that asks to confirm the address.
    VerificationEmail,
}

impl JobKind {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::VerificationEmail];

    /// The name on the wire and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::VerificationEmail => "verification_email",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobStatus {
    /// Not done yet.
    Pending,
    /// Done. A mail is then on its way, not yet read.
    Completed,
    /// Given up.
    Failed,
}

impl JobStatus {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Completed, Self::Failed];

    /// The name on the wire and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Completed => "completed",
            Self::Failed => "failed",
        }
    }

    /// The status of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{Job, JobKind, JobStatus, LIFETIME};
    use crate::time::Timestamp;

    #[test]
    fn a_job_is_known_for_a_day() {
        let made = Timestamp::from_seconds(1_000);
        let job = Job {
            job_id: "job_1".to_owned(),
            kind: JobKind::VerificationEmail,
            status: JobStatus::Completed,
            created_at: made,
            updated_at: made,
        };
        assert!(job.is_known(made.plus_seconds(LIFETIME - 1)));
        assert!(!job.is_known(made.plus_seconds(LIFETIME)));
    }
}
