//! The engine: takes a job, does it, and brings it to its end. Any number of processes may do so at once.

use std::sync::Arc;
use std::time::Duration;

use anteroom_model::job::{JobKind, JobStatus, Request};
use anteroom_model::random::alphanumeric;
use anteroom_model::{Clock, Context, Random, Refusal, Timestamp};
use anteroom_store::job::{self, Claim};
use serde_json::Value;
use tokio::sync::watch;

use super::cancel::{ended_early, event_of};
use super::{job_party, lease_until, write};
use crate::exports::{self, Shape};
use crate::{Error, Record, Services, imports};

/// How often a job is begun without coming further.
const ATTEMPTS: i64 = 5;
/// How often a job that is done is held anew; well within the time it is held for.
const RENEWED: Duration = Duration::from_secs(15);
/// How long a job waits, in seconds, after it could not be done for reasons that pass.
const PAUSE: i64 = 5;

/// What came of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// [`JobStatus::Completed`] or [`JobStatus::Failed`].
    pub status: JobStatus,
    /// What is told of it: `summary`, `status_details` and what else its kind has.
    pub result: Value,
}

impl Outcome {
    /// Done.
    #[must_use]
    pub fn completed(result: Value) -> Self {
        Self { status: JobStatus::Completed, result }
    }

    /// Given up, for this reason.
    #[must_use]
    pub fn failed(progress: &Value, why: &str) -> Self {
        Self { status: JobStatus::Failed, result: ended_early(progress, why) }
    }
}

/// Does jobs.
#[derive(Clone)]
pub struct Runner {
    /// What verbs work with.
    pub services: Services,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The random generator.
    pub random: Arc<dyn Random>,
    /// How users look outside.
    pub shape: Arc<dyn Shape>,
}

enum Ended {
    With(Result<Outcome, Error>),
    Lost,
    Stopped,
}

impl Runner {
    /// Takes the next job that waits and does it, to its end or until it is told to stop; then another process, or the
    /// next start, goes on with it. Answers false when none waits.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn run_next(&self, stopped: &mut watch::Receiver<bool>) -> Result<bool, Error> {
        let Some(claim) = self.take().await? else { return Ok(false) };
        let claim = Arc::new(claim);
        let ended = tokio::select! {
            outcome = self.work(&claim) => Ended::With(outcome),
            () = self.hold(&claim) => Ended::Lost,
            // An error says that nobody is left who could say stop: the process is at its end.
            _ = stopped.wait_for(|stopped| *stopped) => Ended::Stopped,
        };
        match ended {
            Ended::With(Ok(outcome)) => self.finish(&claim, outcome).await?,
            Ended::With(Err(Error::Refused(refusal))) => self.refused(&claim, &refusal).await?,
            Ended::With(Err(error)) => self.failed(&claim, &error).await?,
            Ended::Lost => tracing::info!(job = claim.job.job_id, "a job was called off or is done elsewhere"),
            Ended::Stopped => self.release(&claim, self.clock.now(), false).await?,
        }
        Ok(true)
    }

    async fn take(&self) -> Result<Option<Claim>, Error> {
        let now = self.clock.now();
        // Asking costs nobody anything; only taking waits for other writers.
        let session = self.services.db.session().await?;
        let is_waiting = job::is_waiting(&session.connection(), now).await?;
        drop(session);
        if !is_waiting {
            return Ok(None);
        }
        let state = (now, alphanumeric(&*self.random, 32));
        let taken = write(&self.services.db, state, |connection, (now, lease)| {
            Box::pin(job::claim(connection, *now, lease_until(*now), lease))
        });
        Ok(taken.await?)
    }

    async fn work(&self, claim: &Arc<Claim>) -> Result<Outcome, Error> {
        if claim.attempts > ATTEMPTS {
            let why = format!("The job was begun {ATTEMPTS} times and came no further. The server's log says why.");
            return Ok(Outcome::failed(&claim.progress, &why));
        }
        let configuration = self.services.configuration.fresh().await?;
        let Some(tenant) = configuration.tenant(claim.tenant) else {
            return Ok(Outcome::failed(&claim.progress, "The tenant is gone."));
        };
        let context = self.context(claim)?;
        match claim.job.kind {
            JobKind::UsersImport => imports::run(&self.services, tenant, &context, claim).await,
            JobKind::UsersExport => exports::run(&self.services, tenant, &context, claim, &*self.shape).await,
            // Its mail was queued when it was made.
            JobKind::VerificationEmail => Ok(Outcome::completed(Value::Object(serde_json::Map::new()))),
        }
    }

    fn context(&self, claim: &Claim) -> Result<Context, Error> {
        let request: Request<serde::de::IgnoredAny> = claim.request()?;
        let mut context = request.asker.context(claim.tenant, Arc::clone(&self.clock), Arc::clone(&self.random));
        context.origin.locator.clone_from(&self.services.locator);
        Ok(context)
    }

    /// Holds the job for as long as it takes; ends when it is not held any more.
    async fn hold(&self, claim: &Arc<Claim>) {
        loop {
            tokio::time::sleep(RENEWED).await;
            match self.renew(claim).await {
                Ok(true) => {}
                Ok(false) => return,
                // The lease holds for a few more tries.
                Err(error) => tracing::warn!(%error, job = claim.job.job_id, "a job could not be held anew"),
            }
        }
    }

    async fn renew(&self, claim: &Arc<Claim>) -> Result<bool, anteroom_store::Error> {
        let state = (Arc::clone(claim), lease_until(self.clock.now()));
        write(&self.services.db, state, |connection, (claim, until)| Box::pin(job::renew(connection, claim, *until)))
            .await
    }

    async fn release(&self, claim: &Arc<Claim>, at: Timestamp, is_to_blame: bool) -> Result<(), Error> {
        let state = (Arc::clone(claim), at, is_to_blame);
        let released = write(&self.services.db, state, |connection, (claim, at, is_to_blame)| {
            Box::pin(job::release(connection, claim, *at, *is_to_blame))
        });
        Ok(released.await?)
    }

    async fn refused(&self, claim: &Arc<Claim>, refusal: &Refusal) -> Result<(), Error> {
        self.finish(claim, Outcome::failed(&claim.progress, &refusal.message)).await
    }

    async fn failed(&self, claim: &Arc<Claim>, error: &Error) -> Result<(), Error> {
        if !self.renew(claim).await? {
            tracing::info!(job = claim.job.job_id, "a job was called off or is done elsewhere");
            return Ok(());
        }
        tracing::warn!(%error, job = claim.job.job_id, "a job could not be done and waits for another try");
        let pause = PAUSE * claim.attempts.clamp(1, ATTEMPTS);
        self.release(claim, self.clock.now().plus_seconds(pause), !passes(error)).await
    }

    async fn finish(&self, claim: &Arc<Claim>, outcome: Outcome) -> Result<(), Error> {
        let context = self.context(claim)?;
        match finish(&self.services, &context, claim, outcome).await {
            Err(Error::Store(anteroom_store::Error::AffectedRows(0))) => {
                tracing::info!(job = claim.job.job_id, "a job was called off or is done elsewhere");
                Ok(())
            }
            finished => finished,
        }
    }
}

/// Brings a job that is held to its end, with the record of that.
///
/// # Errors
/// `AffectedRows` of the store when it is not held any more; when the database cannot be written.
pub(crate) async fn finish(
    services: &Services,
    context: &Context,
    claim: &Arc<Claim>,
    outcome: Outcome,
) -> Result<(), Error> {
    services
        .transact(context, None, (Arc::clone(claim), outcome), |connection, context, state| {
            Box::pin(async move {
                let (claim, Outcome { status, result }) = state;
                job::finish(connection, claim, *status, result, context.now()).await?;
                let why = result.get("status_details").and_then(Value::as_str).map(str::to_owned);
                let record = Record::new(context, event_of(*status)).target(job_party(&claim.job));
                record.reason(why).write(connection).await
            })
        })
        .await
}

/// Whether the reason of a failure passes by itself and says nothing against the job.
fn passes(error: &Error) -> bool {
    use anteroom_store::Error::{Collision, Duplicate, Unavailable};
    matches!(error, Error::Store(Collision | Duplicate | Unavailable(_)))
}
