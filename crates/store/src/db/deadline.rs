//! How long a read may take.

use std::time::{Duration, Instant};

use super::error::Error;

/// The moment by which a read must be done, on the machine's own clock.
#[derive(Clone, Copy, Debug)]
pub struct Deadline(Instant);

impl Deadline {
    /// So long from now.
    #[must_use]
    pub fn after(time: Duration) -> Self {
        Self(Instant::now() + time)
    }

    /// So long from now, but not later than this one.
    #[must_use]
    pub fn or_after(self, time: Duration) -> Self {
        Self(self.0.min(Instant::now() + time))
    }

    /// Whether it is over.
    #[must_use]
    pub fn has_passed(self) -> bool {
        Instant::now() >= self.0
    }

    /// The milliseconds left, at least one.
    ///
    /// # Errors
    /// [`Error::TooSlow`] when there are none.
    pub(super) fn left(self) -> Result<u128, Error> {
        match self.0.checked_duration_since(Instant::now()) {
            Some(left) if !left.is_zero() => Ok(left.as_millis().max(1)),
            _ => Err(Error::TooSlow),
        }
    }
}

/// How PostgreSQL is to go about a statement; SQLite is told in the statement itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// As it thinks best.
    Best,
    /// By an index, even where reading the whole table looks cheaper: for what turned out to find fewer than expected.
    ByIndex,
    /// As [`Self::ByIndex`], row by row: for an index that has its rows in no order of the table, of which only some are
    /// wanted.
    Some,
    /// Along the index of the order, row by row: for what many rows are known to fit.
    Walk,
}

impl Plan {
    /// What is set for the transaction, after another setting.
    pub(super) const fn settings(self) -> &'static str {
        match self {
            Self::Best => "",
            // Where a search's keys come from is known; joined in another order they are held against each other.
            Self::ByIndex => "; SET LOCAL enable_seqscan = off; SET LOCAL join_collapse_limit = 1",
            Self::Some => {
                "; SET LOCAL enable_seqscan = off; SET LOCAL join_collapse_limit = 1; SET LOCAL enable_bitmapscan = off"
            }
            Self::Walk => {
                "; SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; \
                 SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_hashagg = off"
            }
        }
    }
}
