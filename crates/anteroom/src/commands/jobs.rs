//! Doing jobs beside answering requests: safe in every process at once, each job by one of them.

use std::sync::Arc;
use std::time::Duration;

use anteroom_accounts::Services;
use anteroom_accounts::jobs::Runner;
use anteroom_http::UserShape;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::environment;

/// How long to wait where no job waits.
const IDLE: Duration = Duration::from_secs(1);
/// How long to wait for a database that could not be used.
const TROUBLE: Duration = Duration::from_secs(5);
/// How long the step that a job is at may take at the end.
const PATIENCE: Duration = Duration::from_secs(10);

/// What does jobs in this process.
pub fn runner(services: Services) -> Runner {
    Runner { services, clock: environment::clock(), random: environment::random(), shape: Arc::new(UserShape) }
}

/// The doing of jobs, at work until it is stopped.
pub struct Worker {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Worker {
    /// Begins.
    pub fn start(services: Services) -> Self {
        let (stop, stopped) = watch::channel(false);
        Self { stop, task: tokio::spawn(run(runner(services), stopped)) }
    }

    /// Stops before the next step of the job that is being done. Nothing is lost: another process goes on with it, or the
    /// next start.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        if tokio::time::timeout(PATIENCE, &mut self.task).await.is_err() {
            tracing::warn!("a job could not be given back; it goes on when a minute is over");
            self.task.abort();
        }
    }
}

async fn run(runner: Runner, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let (one, mut its_stopped) = (runner.clone(), stopped.clone());
        // A task of its own, so that a mistake of ours in one job does not end the doing of all others.
        let wait = match tokio::spawn(async move { one.run_next(&mut its_stopped).await }).await {
            Ok(Ok(true)) => Duration::ZERO,
            Ok(Ok(false)) => IDLE,
            Ok(Err(error)) => {
                tracing::warn!(%error, "a job could not be taken or ended");
                TROUBLE
            }
            Err(error) => {
                tracing::error!(%error, "a job's code panicked");
                TROUBLE
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = runner.services.jobs.notified() => {}
            // Nobody is left who could say stop: then the process is at its end.
            gone = stopped.changed() => if gone.is_err() {
                return;
            },
        }
    }
}
