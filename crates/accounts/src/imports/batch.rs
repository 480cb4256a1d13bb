//! Some entries that are stored together.

use std::sync::Arc;

use anteroom_model::import::Place;
use anteroom_store::job::{Claim, EntryErrors};

use super::candidate::{Candidate, Plan};
use super::progress::Progress;

/// Entries that were read together.
#[derive(Default)]
pub(super) struct Read {
    pub candidates: Vec<Candidate>,
    pub wrong: Vec<EntryErrors>,
    /// Where reading goes on behind them.
    pub place: Option<Place>,
}

impl Read {
    pub fn count(&self) -> usize {
        self.candidates.len() + self.wrong.len()
    }
}

/// What one transaction stores.
pub(super) struct Batch {
    pub claim: Arc<Claim>,
    pub plan: Arc<Plan>,
    pub before: Progress,
    pub read: Read,
}
