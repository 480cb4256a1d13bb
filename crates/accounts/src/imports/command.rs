//! An import that a command does itself, with a file that no server has.

use std::sync::Arc;

use anteroom_model::ids::new_prefixed_id;
use anteroom_model::job::{Asker, ImportRequest, Job, JobKind, JobStatus, Request};
use anteroom_model::random::alphanumeric;
use anteroom_model::{Context, EventKind, Timestamp};
use anteroom_store::Connection;
use anteroom_store::job::{self, Claim};

use crate::jobs::{Outcome, finish, job_party};
use crate::{Error, Record, Services};

/// For how long such a job is left to its command, in seconds, after it last came further. No server can go on with it,
/// for none has its file: the next one that looks for work ends it.
const KEPT: i64 = 86_400;

/// Until when the command holds its job.
pub(super) fn kept_until(now: Timestamp) -> Timestamp {
    now.plus_seconds(KEPT)
}

/// What is told of a job whose command was not run again.
pub(super) const NOT_RUN_AGAIN: &str = "The command broke off and was not run again within a day.";

struct Begin {
    request: ImportRequest,
    lease: String,
}

/// Begins the import of a file that is known by `request.fingerprint`, or goes on with it where it broke off. Another
/// command that is still at it writes nothing any more.
///
/// # Errors
/// When the database cannot be written.
pub async fn begin(services: &Services, context: &Context, request: ImportRequest) -> Result<Arc<Claim>, Error> {
    let begin = Begin { request, lease: alphanumeric(&*context.random, 32) };
    let claim = services
        .transact(context, None, begin, |connection, context, begin| Box::pin(hold(connection, context, begin)))
        .await?;
    Ok(Arc::new(claim))
}

async fn hold(connection: &Connection<'_>, context: &Context, begin: &Begin) -> Result<Claim, Error> {
    let tenant = context.tenant;
    let open = job::by_status(connection, tenant, JobKind::UsersImport, JobStatus::Processing).await?;
    let same = open.into_iter().find(|stored| {
        let request: Result<Request<ImportRequest>, _> = serde_json::from_value(stored.request.clone());
        request.is_ok_and(|request| request.work == begin.request)
    });
    let job_id = match same {
        Some(stored) => stored.job.job_id,
        None => make(connection, context, &begin.request).await?,
    };
    Ok(job::take_over(connection, tenant, &job_id, &begin.lease, kept_until(context.now())).await?)
}

async fn make(connection: &Connection<'_>, context: &Context, request: &ImportRequest) -> Result<String, Error> {
    let now = context.now();
    let job = Job {
        job_id: new_prefixed_id(&*context.random, "job"),
        kind: JobKind::UsersImport,
        status: JobStatus::Processing,
        created_at: now,
        updated_at: now,
    };
    let request = Request { asker: Asker::of(context), work: request.clone() };
    let request = serde_json::to_value(request).map_err(|error| anteroom_store::Error::Corrupt(error.to_string()))?;
    job::insert_asked(connection, context.tenant, &job, &request, kept_until(now)).await?;
    Record::new(context, EventKind::JobCreated).target(job_party(&job)).write(connection).await?;
    Ok(job.job_id)
}

/// Ends it.
///
/// # Errors
/// When it was called off, or the database cannot be written.
pub async fn end(services: &Services, context: &Context, claim: &Arc<Claim>, outcome: Outcome) -> Result<(), Error> {
    finish(services, context, claim, outcome).await
}
