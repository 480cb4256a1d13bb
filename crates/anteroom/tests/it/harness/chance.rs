//! A generator that gives the same bytes in every run.

use std::sync::atomic::{AtomicU64, Ordering};

use anteroom_crypto::token::digest;
use anteroom_model::Random;

/// A generator that gives the same bytes for the same seed.
pub struct SeededRandom {
    seed: &'static str,
    counter: AtomicU64,
}

impl SeededRandom {
    /// A generator of this seed.
    pub fn new(seed: &'static str) -> Self {
        Self { seed, counter: AtomicU64::new(0) }
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let counter = self.counter.fetch_add(1, Ordering::Relaxed);
            let block = digest(&format!("{}/{counter}", self.seed));
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}
