//! A clock that stands still until it is moved.

use std::sync::atomic::{AtomicI64, Ordering};

use anteroom_model::{Clock, Timestamp};

/// A clock that begins at 2026-01-01T00:00:00Z and moves by a microsecond with every look, so that no two events are
/// at the same time, and further when it is told to.
pub struct TestClock(AtomicI64);

impl Default for TestClock {
    fn default() -> Self {
        Self(AtomicI64::new(1_767_225_600_000_000))
    }
}

impl TestClock {
    /// Moves the clock on.
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds * Timestamp::SECOND, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.fetch_add(1, Ordering::SeqCst))
    }
}
