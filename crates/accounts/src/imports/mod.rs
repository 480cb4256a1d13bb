//! Making and changing users as a file says.
//!
//! A file is read piece by piece and stored batch by batch, each in one transaction together with how far it has come, so
//! that every entry is done exactly once whatever breaks off when. While one batch is stored the next one is made ready.

mod batch;
mod candidate;
mod check;
mod choose;
mod command;
mod judge;
mod progress;
mod reading;
mod source;
mod store;
mod trial;

use std::sync::Arc;

use anteroom_model::import::{FileError, Mapping};
use anteroom_model::job::{ImportRequest, Request};
use anteroom_model::{Context, Refusal, codes};
use anteroom_store::job::Claim;

use crate::configuration::TenantConfiguration;
use crate::jobs::Outcome;
use crate::{Error, Services};
use batch::Batch;
use candidate::Plan;
use reading::Reading;

pub use check::check;
pub use command::{begin, end};
pub use progress::{Progress, Summary};
pub use source::{Pieces, Source};

/// Users of the first batch; later ones are as many as are quickly stored, see [`paced`].
const FIRST_BATCH: usize = 64;

/// Does an import whose file is stored with its job.
///
/// # Errors
/// `inexistent_connection`; when the database failed.
pub(crate) async fn run(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    claim: &Arc<Claim>,
) -> Result<Outcome, Error> {
    if claim.request::<Request<ImportRequest>>()?.work.fingerprint.is_some() {
        return Ok(Outcome::failed(&claim.progress, command::NOT_RUN_AGAIN));
    }
    let mut source = Pieces::new(services.db.clone(), claim.tenant, claim.key);
    import(services, tenant, context, claim, &mut source, &|_| ()).await
}

/// Does an import whose file comes from this source, and tells after every batch how far it is.
///
/// # Errors
/// As [`run`].
pub async fn import(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    claim: &Arc<Claim>,
    source: &mut dyn Source,
    told: &(dyn Fn(&Progress) + Send + Sync),
) -> Result<Outcome, Error> {
    let request = claim.request::<Request<ImportRequest>>()?.work;
    if request.dry_run {
        return trial::run(services, tenant, context, claim, request, source).await;
    }
    let plan = plan(tenant, context, request)?;
    let mut progress = Progress::stored(&claim.progress, &plan.request);
    let mut reading = Reading::start(Arc::clone(&plan), source, progress.place.clone()).await?;
    let mut size = FIRST_BATCH;
    let mut next = reading.batch(size).await?;
    while let Some(read) = next {
        let began = context.now();
        let batch = Batch { claim: Arc::clone(claim), plan: Arc::clone(&plan), before: progress, read };
        let stored = services.transact(context, None, batch, |connection, context, batch| {
            Box::pin(store::store(connection, context, batch))
        });
        let (stored, following) = tokio::join!(stored, reading.batch(size));
        progress = stored?;
        told(&progress);
        next = following?;
        size = paced(size, context.now().0.saturating_sub(began.0));
    }
    Ok(match reading.broken() {
        None => Outcome::completed(summary(&progress)),
        Some(error) => broken(&progress, error),
    })
}

/// What is told of an import that came to its end.
fn summary(progress: &Progress) -> serde_json::Value {
    serde_json::json!({ "summary": progress.summary })
}

/// An import whose file could not be read to its end.
fn broken(progress: &Progress, error: &FileError) -> Outcome {
    Outcome::failed(&progress.value(), &format!("The file cannot be read on. {error}."))
}

/// What is to be done, worked out once.
pub(crate) fn plan(
    tenant: &TenantConfiguration,
    context: &Context,
    request: ImportRequest,
) -> Result<Arc<Plan>, Refusal> {
    let found = tenant.connections.iter().find(|connection| connection.connection_id == request.connection_id);
    let connection = found.ok_or_else(|| Refusal::new(&codes::CONNECTION_UNKNOWN, "The connection does not exist."))?;
    let mapping = Mapping(request.mapping.clone());
    mapping.check().map_err(|error| Refusal::invalid_field("mapping", &error.to_string()))?;
    Ok(Arc::new(Plan { connection: connection.clone(), request, mapping, context: context.clone() }))
}

/// How many users the batch after the next has, when one of this size took so many microseconds: few enough that others
/// who write beside wait for a tenth of a second.
fn paced(size: usize, took: i64) -> usize {
    const AIM: i64 = 100_000;
    const MOST: usize = 2_048;
    const LEAST: usize = 8;
    let wanted = if took * 2 < AIM {
        size * 2
    } else if took > AIM * 2 {
        size / 2
    } else {
        size
    };
    wanted.clamp(LEAST, MOST)
}

#[cfg(test)]
mod tests {
    use super::paced;

    #[test]
    fn batches_grow_while_they_are_quick_and_shrink_when_others_would_wait() {
        assert_eq!(paced(64, 20_000), 128);
        assert_eq!(paced(64, 100_000), 64);
        assert_eq!(paced(64, 300_000), 32);
        assert_eq!(paced(2_048, 0), 2_048);
        assert_eq!(paced(8, 9_000_000), 8);
    }
}
