//! How far an import is.

use anteroom_model::import::Place;
use anteroom_model::job::ImportRequest;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How far an import is, as it is stored with its job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The bytes of the file that are done.
    pub done: u64,
    /// All bytes of the file.
    pub whole: u64,
    /// What became of the entries.
    pub summary: Summary,
    /// Where reading goes on.
    pub place: Place,
}

/// What became of the entries of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Entries that were wrong.
    pub failed: u64,
    /// Users that were there, and are now as their entries say.
    pub updated: u64,
    /// Users that were made.
    pub inserted: u64,
    /// All entries so far.
    pub total: u64,
}

impl Progress {
    /// What is stored with a job; the beginning if that is nothing.
    pub(super) fn stored(value: &Value, request: &ImportRequest) -> Self {
        serde_json::from_value(value.clone()).unwrap_or_else(|_| Self {
            done: 0,
            whole: u64::try_from(request.size).unwrap_or(0),
            summary: Summary::default(),
            place: Place::beginning(request.format),
        })
    }

    /// As it is stored.
    pub(super) fn value(&self) -> Value {
        serde_json::json!(self)
    }

    /// What it is after a batch that ends here.
    pub(super) fn after(&self, place: &Place, batch: Summary) -> Self {
        let before = self.summary;
        Self {
            done: place.offset,
            whole: self.whole.max(place.offset),
            summary: Summary {
                failed: before.failed + batch.failed,
                updated: before.updated + batch.updated,
                inserted: before.inserted + batch.inserted,
                total: before.total + batch.total,
            },
            place: place.clone(),
        }
    }
}
