//! Jobs: work that is asked for by one request and looked after by others.

mod asker;
mod export;
mod import;
mod path;

use crate::time::Timestamp;

pub use asker::{Asker, Request};
pub use export::{EXPORT_FIELDS_MAX, ExportField, ExportFormat, ExportRequest};
pub use import::{ImportFormat, ImportRequest, MetadataMode, UpsertBy};
pub use path::FieldPath;

/// How long a job is known after its status last changed, in seconds: a day, as Auth0's. A job that is not over is known
/// as long as it takes.
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
        match self.status {
            JobStatus::Uploading => false,
            JobStatus::Pending | JobStatus::Processing => true,
            JobStatus::Completed | JobStatus::Failed | JobStatus::Cancelled => {
                self.updated_at.plus_seconds(LIFETIME) > now
            }
        }
    }
}

macro_rules! names {
    ($type:ident { $($variant:ident = $name:literal,)* }) => {
        impl $type {
            /// The name on the wire and in the database.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The one of this name.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

use names;

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobKind {
    /// Sends a mail that asks to confirm the address.
    VerificationEmail,
    /// Makes and changes users as a file says.
    UsersImport,
    /// Writes users into a file.
    UsersExport,
}

impl JobKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::VerificationEmail, Self::UsersImport, Self::UsersExport];
}

names! { JobKind {
    VerificationEmail = "verification_email",
    UsersImport = "users_import",
    UsersExport = "users_export",
} }

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobStatus {
    /// Its file is still on its way: nobody sees the job yet.
    Uploading,
    /// Not begun yet.
    Pending,
    /// Being done.
    Processing,
    /// Done. A mail is then on its way, not yet read.
    Completed,
    /// Given up.
    Failed,
    /// Called off.
    Cancelled,
}

impl JobStatus {
    /// All that are shown.
    pub const SHOWN: [Self; 5] = [Self::Pending, Self::Processing, Self::Completed, Self::Failed, Self::Cancelled];

    /// Whether nothing more happens to the job.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Cancelled)
    }
}

names! { JobStatus {
    Uploading = "uploading",
    Pending = "pending",
    Processing = "processing",
    Completed = "completed",
    Failed = "failed",
    Cancelled = "cancelled",
} }

#[cfg(test)]
mod tests {
    use super::{Job, JobKind, JobStatus, LIFETIME};
    use crate::time::Timestamp;

    #[test]
    fn a_job_is_known_for_a_day_after_its_end() {
        let made = Timestamp::from_seconds(1_000);
        let job = |status| Job {
            job_id: "job_1".to_owned(),
            kind: JobKind::VerificationEmail,
            status,
            created_at: made,
            updated_at: made,
        };
        for status in JobStatus::SHOWN {
            assert!(job(status).is_known(made.plus_seconds(LIFETIME - 1)));
            assert_eq!(job(status).is_known(made.plus_seconds(LIFETIME)), !status.is_over());
        }
        assert!(!job(JobStatus::Uploading).is_known(made));
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        assert!(JobKind::ALL.into_iter().all(|kind| JobKind::parse(kind.name()) == Some(kind)));
        assert!(JobStatus::SHOWN.into_iter().all(|status| JobStatus::parse(status.name()) == Some(status)));
        assert_eq!(JobKind::parse("users"), None);
    }
}
