//! What hashing a password may cost.

use argon2::Params;

use crate::Error;

/// The most memory one hash may take, imported ones included: 256 MiB.
pub(super) const MAX_MEMORY_KIB: u32 = 256 * 1024;

/// The most memory one hash may run through, over all its iterations: 2 GiB, some three seconds of a core.
const MAX_WORK_KIB: u64 = 2 * 1024 * 1024;

/// The cost of one argon2id hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashCost {
    /// Memory in KiB, from 8 for each degree of parallelism to 262,144 (256 MiB).
    pub memory_kib: u32,
    /// Passes over that memory, at least 1; memory times iterations is at most 2 GiB.
    pub iterations: u32,
    /// Lanes, at least 1. One hash uses one thread all the same.
    pub parallelism: u32,
}

/// 19 MiB, two iterations, one lane: OWASP's Password Storage Cheat Sheet.
impl Default for HashCost {
    fn default() -> Self {
        Self { memory_kib: 19 * 1024, iterations: 2, parallelism: 1 }
    }
}

impl HashCost {
    pub(super) fn of(params: &Params) -> Self {
        Self { memory_kib: params.m_cost(), iterations: params.t_cost(), parallelism: params.p_cost() }
    }

    /// The cost as argon2 takes it.
    ///
    /// # Errors
    /// [`Error::Cost`] if it is above the bounds or below argon2's own minimum.
    pub(super) fn params(self) -> Result<Params, Error> {
        self.check()?;
        Params::new(self.memory_kib, self.iterations, self.parallelism, None)
            .map_err(|error| Error::Cost(error.to_string()))
    }

    /// Refuses a cost above the bounds.
    pub(crate) fn check(self) -> Result<(), Error> {
        if self.memory_kib > MAX_MEMORY_KIB {
            return Err(Error::Cost(format!("{} KiB of memory, at most {MAX_MEMORY_KIB}", self.memory_kib)));
        }
        let work = u64::from(self.memory_kib) * u64::from(self.iterations);
        if work > MAX_WORK_KIB {
            return Err(Error::Cost(format!("{work} KiB of memory times iterations, at most {MAX_WORK_KIB}")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::HashCost;
    use crate::Error;

    #[test]
    fn costs_out_of_bounds_are_refused() {
        let cost = HashCost::default();
        for wrong in [
            HashCost { memory_kib: 256 * 1024 + 1, iterations: 1, ..cost },
            HashCost { iterations: 108, ..cost },
            HashCost { memory_kib: u32::MAX, iterations: u32::MAX, ..cost },
            HashCost { memory_kib: 7, ..cost },
            HashCost { memory_kib: 8, parallelism: 2, ..cost },
            HashCost { iterations: 0, ..cost },
            HashCost { parallelism: 0, ..cost },
        ] {
            assert!(matches!(wrong.params(), Err(Error::Cost(_))), "{wrong:?}");
        }
    }

    #[test]
    fn costs_at_the_bounds_are_taken() {
        let cost = HashCost::default();
        for right in
            [cost, HashCost { memory_kib: 256 * 1024, iterations: 8, ..cost }, HashCost { memory_kib: 8, ..cost }]
        {
            assert!(right.params().is_ok(), "{right:?}");
        }
    }
}
