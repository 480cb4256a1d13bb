//! The pool that keeps a rush of logins from exhausting memory and threads.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anteroom_model::Random;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;
use zeroize::Zeroizing;

use super::HashCost;
use super::cost::MAX_MEMORY_KIB;
use super::hash::{self, SALT_BYTES};
use crate::Error;
use crate::imported::Stored;

/// How many callers may wait for a worker before the next is told [`Error::Busy`].
pub const MAX_WAITING: usize = 1_000;

/// Hashes and verifies passwords off the asynchronous threads, a bounded number at a time.
///
/// At most `workers` hashes are worked on at once. Together they take no more memory than as many of the pool's own, 19 MiB
/// each at the default cost, or than one of the largest that may be brought along, 256 MiB.
#[derive(Debug)]
pub struct PasswordPool {
    cost: HashCost,
    /// One permit for each KiB that may be worked in.
    memory: Arc<Semaphore>,
    /// One permit for everyone inside, working or waiting.
    entrance: Arc<Semaphore>,
    /// One permit for everyone working.
    workers: Arc<Semaphore>,
    /// How many hashes were begun.
    hashes: AtomicU64,
}

impl PasswordPool {
    /// A pool that makes hashes of this cost, `workers` at a time; [`PasswordPool::cores`] is a good number.
    ///
    /// # Errors
    /// [`Error::Cost`] if the cost is out of bounds.
    pub fn new(cost: HashCost, workers: NonZeroUsize) -> Result<Self, Error> {
        Self::with_waiting(cost, workers, MAX_WAITING)
    }

    fn with_waiting(cost: HashCost, workers: NonZeroUsize, waiting: usize) -> Result<Self, Error> {
        cost.params()?;
        let workers = workers.get().min(Semaphore::MAX_PERMITS - waiting);
        let memory = workers.saturating_mul(cost.memory_kib as usize).max(MAX_MEMORY_KIB as usize);
        Ok(Self {
            cost,
            memory: Arc::new(Semaphore::new(memory.min(Semaphore::MAX_PERMITS))),
            entrance: Arc::new(Semaphore::new(workers + waiting)),
            workers: Arc::new(Semaphore::new(workers)),
            hashes: AtomicU64::new(0),
        })
    }

    /// The number of cores this process may use; one if that cannot be told.
    #[must_use]
    pub fn cores() -> NonZeroUsize {
        std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
    }

    /// The argon2id hash of a password in PHC format, with a salt of 16 random bytes. The password is wiped afterwards.
    ///
    /// # Errors
    /// [`Error::Busy`] if too many wait, [`Error::Interrupted`] if the process is shutting down.
    pub async fn hash(&self, random: &dyn Random, password: Zeroizing<String>) -> Result<String, Error> {
        let mut salt = [0; SALT_BYTES];
        random.fill(&mut salt);
        let cost = self.cost;
        self.run(cost.memory_kib, move || hash::hash(cost, &password, &salt)).await
    }

    /// Whether the password belongs to this hash, one of this pool's or one that [`crate::imported`] took in. The
    /// password is wiped afterwards.
    ///
    /// A wrong password takes at least the work of [`PasswordPool::verify_in_vain`], so that a hash of a fast kind does
    /// not tell that there is such a user. One of a kind slower than this pool's does.
    ///
    /// # Errors
    /// [`Error::UnsupportedHash`] if it is no such hash, [`Error::Cost`] if checking it would cost more than is allowed;
    /// [`Error::Busy`] and [`Error::Interrupted`] as for [`PasswordPool::hash`].
    pub async fn verify(&self, password: Zeroizing<String>, stored: &str) -> Result<bool, Error> {
        let cost = self.cost;
        let inside = self.enter()?;
        let stored = Stored::read(stored).map_err(|problem| match problem.code {
            "MAXIMUM" => Error::Cost(problem.message),
            _ => Error::UnsupportedHash,
        })?;
        let memory_kib = stored.memory_kib().max(cost.memory_kib);
        let work = move || {
            let is_right = stored.matches(&password)?;
            if !is_right && stored.is_outdated(cost) {
                hash::hash(cost, &password, &[0; SALT_BYTES])?;
            }
            Ok(is_right)
        };
        self.work(inside, memory_kib, work).await
    }

    /// Does the work of [`PasswordPool::verify`] for somebody who has no password, so that the time tells nothing of it.
    ///
    /// # Errors
    /// [`Error::Busy`] and [`Error::Interrupted`] as for [`PasswordPool::hash`].
    pub async fn verify_in_vain(&self, password: Zeroizing<String>) -> Result<(), Error> {
        let cost = self.cost;
        self.run(cost.memory_kib, move || hash::hash(cost, &password, &[0; SALT_BYTES]).map(drop)).await
    }

    /// Whether a password that was just verified should be hashed anew, because its hash is of another kind or cost than
    /// this pool makes. So every hash converges to what the operator set.
    #[must_use]
    pub fn needs_rehash(&self, stored: &str) -> bool {
        Stored::read(stored).map_or(true, |stored| stored.is_outdated(self.cost))
    }

    /// How many passwords were hashed or verified so far, in vain too: what is the same for everybody can be shown by it.
    #[must_use]
    pub fn hashes(&self) -> u64 {
        self.hashes.load(Ordering::Relaxed)
    }

    fn enter(&self) -> Result<OwnedSemaphorePermit, Error> {
        Arc::clone(&self.entrance).try_acquire_owned().map_err(|_| Error::Busy)
    }

    async fn run<T: Send + 'static>(
        &self,
        memory_kib: u32,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.work(self.enter()?, memory_kib, work).await
    }

    async fn work<T: Send + 'static>(
        &self,
        inside: OwnedSemaphorePermit,
        memory_kib: u32,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let working = Arc::clone(&self.workers).acquire_owned().await.map_err(|_| Error::Interrupted)?;
        // Whoever waits for memory holds a worker and nothing that those who have memory wait for.
        let memory = Arc::clone(&self.memory).acquire_many_owned(memory_kib).await.map_err(|_| Error::Interrupted)?;
        self.hashes.fetch_add(1, Ordering::Relaxed);
        // The permits go with the work: a caller who gives up frees nothing while its hash still holds memory.
        let done = spawn_blocking(move || {
            let _permits = (inside, working, memory);
            work()
        });
        done.await.map_err(|_| Error::Interrupted)?
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::{Sender, channel};
    use std::sync::{Arc, Barrier};
    use std::time::Duration;

    use tokio::task::{JoinHandle, yield_now};
    use zeroize::Zeroizing;

    use super::PasswordPool;
    use crate::{Error, HashCost, SystemRandom};

    const CHEAP: HashCost = HashCost { memory_kib: 64, iterations: 1, parallelism: 1 };

    fn pool(workers: usize, waiting: usize) -> Arc<PasswordPool> {
        Arc::new(PasswordPool::with_waiting(CHEAP, NonZeroUsize::new(workers).unwrap(), waiting).unwrap())
    }

    fn password(text: &str) -> Zeroizing<String> {
        Zeroizing::new(text.to_owned())
    }

    /// Occupies a worker until the sender is dropped or sends.
    fn occupy(pool: &Arc<PasswordPool>) -> (Sender<()>, JoinHandle<Result<(), Error>>) {
        let (release, released) = channel::<()>();
        let pool = Arc::clone(pool);
        let work = async move {
            pool.run(64, move || {
                let _ = released.recv();
                Ok(())
            })
            .await
        };
        (release, tokio::spawn(work))
    }

    async fn until(condition: impl Fn() -> bool) {
        let patience = async {
            while !condition() {
                yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), patience).await.unwrap();
    }

    #[tokio::test]
    async fn what_was_hashed_is_verified() {
        let pool = pool(1, 10);
        let phc = pool.hash(&SystemRandom, password("correct horse")).await.unwrap();
        assert!(pool.verify(password("correct horse"), &phc).await.unwrap());
        assert!(!pool.verify(password("battery staple"), &phc).await.unwrap());
        assert!(!pool.needs_rehash(&phc));
        assert_ne!(phc, pool.hash(&SystemRandom, password("correct horse")).await.unwrap());
    }

    #[tokio::test]
    async fn what_others_hashed_is_verified_and_to_be_hashed_anew() {
        let pool = pool(1, 10);
        // printf %s 'correct horse' | openssl dgst -md5 -binary | base64
        let stored = "$digest-md5$PLTnMmMfR+brlh80VUt83g";
        assert!(pool.verify(password("correct horse"), stored).await.unwrap());
        assert!(!pool.verify(password("battery staple"), stored).await.unwrap());
        assert!(pool.needs_rehash(stored));
        assert_eq!(pool.hashes(), 2);
        assert!(matches!(pool.verify(password("x"), "$1$x").await, Err(Error::UnsupportedHash)));
        let costly = "$2b$16$abcdefghijklmnopqrstuud/5IuQmqhVO0kfNEbHJM.fJkPiliBzC";
        assert!(matches!(pool.verify(password("x"), costly).await, Err(Error::Cost(_))));
    }

    #[test]
    fn the_default_cost_is_possible_and_a_senseless_one_is_refused() {
        assert!(PasswordPool::new(HashCost::default(), PasswordPool::cores()).is_ok());
        let cost = HashCost { memory_kib: 1, ..CHEAP };
        assert!(matches!(PasswordPool::new(cost, NonZeroUsize::MAX), Err(Error::Cost(_))));
        assert!(PasswordPool::new(CHEAP, NonZeroUsize::MAX).is_ok());
    }

    #[tokio::test]
    async fn who_comes_when_the_queue_is_full_is_told_so() {
        let pool = pool(1, 1);
        let (release, working) = occupy(&pool);
        until(|| pool.workers.available_permits() == 0).await;
        let waiting = tokio::spawn({
            let pool = Arc::clone(&pool);
            async move { pool.hash(&SystemRandom, password("waiting")).await }
        });
        until(|| pool.entrance.available_permits() == 0).await;
        assert!(matches!(pool.hash(&SystemRandom, password("late")).await, Err(Error::Busy)));
        assert!(matches!(pool.verify(password("late"), "any").await, Err(Error::Busy)));
        drop(release);
        working.await.unwrap().unwrap();
        assert!(waiting.await.unwrap().is_ok());
        assert!(pool.hash(&SystemRandom, password("later")).await.is_ok());
    }

    #[tokio::test]
    async fn never_more_at_work_than_workers() {
        let pool = pool(2, 100);
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let both = Arc::new(Barrier::new(2));
        let tasks: Vec<_> = (0..20)
            .map(|_| {
                let (pool, now, most) = (Arc::clone(&pool), Arc::clone(&now), Arc::clone(&most));
                let both = Arc::clone(&both);
                tokio::spawn(async move {
                    pool.run(64, move || {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        both.wait();
                        now.fetch_sub(1, Ordering::SeqCst);
                        Ok(())
                    })
                    .await
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        assert_eq!(most.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn hashes_together_take_no_more_memory_than_the_largest() {
        let pool = pool(2, 100);
        let (release, released) = channel::<()>();
        let large = tokio::spawn({
            let pool = Arc::clone(&pool);
            async move {
                let work = move || {
                    let _ = released.recv();
                    Ok(())
                };
                pool.run(256 * 1024, work).await
            }
        });
        until(|| pool.memory.available_permits() == 0).await;
        let small = tokio::spawn({
            let pool = Arc::clone(&pool);
            async move { pool.hash(&SystemRandom, password("waiting")).await }
        });
        until(|| pool.workers.available_permits() == 0).await;
        assert_eq!(pool.hashes(), 1);
        assert!(!small.is_finished());
        drop(release);
        large.await.unwrap().unwrap();
        assert!(small.await.unwrap().is_ok());
        assert_eq!(pool.memory.available_permits(), 256 * 1024);
    }

    #[tokio::test]
    async fn a_caller_who_gives_up_keeps_its_worker_until_the_work_ends() {
        let pool = pool(1, 0);
        let (release, working) = occupy(&pool);
        until(|| pool.workers.available_permits() == 0).await;
        working.abort();
        assert!(working.await.unwrap_err().is_cancelled());
        assert!(matches!(pool.hash(&SystemRandom, password("late")).await, Err(Error::Busy)));
        drop(release);
        until(|| pool.workers.available_permits() == 1).await;
        assert!(pool.hash(&SystemRandom, password("later")).await.is_ok());
    }
}
