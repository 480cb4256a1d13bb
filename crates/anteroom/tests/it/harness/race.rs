//! Many at once.

use std::sync::Arc;

use tokio::sync::Barrier;

/// Runs `count` tasks that all begin at the same moment, and gives their results in the order of their numbers.
pub async fn race<T, F>(count: usize, task: impl Fn(usize) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let barrier = Arc::new(Barrier::new(count));
    let running: Vec<_> = (0..count)
        .map(|number| {
            let (barrier, work) = (Arc::clone(&barrier), task(number));
            tokio::spawn(async move {
                barrier.wait().await;
                work.await
            })
        })
        .collect();
    let mut results = Vec::with_capacity(count);
    for handle in running {
        results.push(handle.await.expect("a task panicked"));
    }
    results
}
