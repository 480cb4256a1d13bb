//! Jobs: work that is asked for by one request and looked after by others.
//!
//! A job that runs is held under a lease: a random word that only its holder knows, until a time. Whatever the holder
//! writes for the job names the lease, so that one who lost it writes nothing any more.

mod chunk;
mod claim;
mod error;
mod find;
mod hold;
mod sweep;
mod write;

use anteroom_model::job::{Job, JobKind, JobStatus};

use crate::db::{Columns, Error, FromRow};
use crate::json;

pub use chunk::{append_chunk, chunk, delete_chunks};
pub use claim::{Claim, claim, finish, is_waiting, release, renew, save};
pub use error::{EntryErrors, errors, forget_errors, has_errors, insert_errors};
pub use find::{StoredJob, by_status, find, find_stored, list};
pub use hold::take_over;
pub use sweep::{delete_abandoned_uploads, delete_chunks_of_old, delete_errors_of_old, delete_old};
pub use write::{Cancelled, cancel, delete_upload, insert, insert_asked, keep_upload, uploaded};

/// The columns that a [`Job`] is read from.
const COLUMNS: &str = "job_id, kind, status, created_at, updated_at";

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

/// A column of JSON.
fn value(columns: &mut Columns<'_>) -> Result<serde_json::Value, Error> {
    json::value(&columns.take::<String>()?)
}
