//! Trying an import as a job: what it would come to, and what is wrong with its entries, is kept beside the job.

use std::sync::Arc;

use anteroom_model::Context;
use anteroom_model::job::ImportRequest;
use anteroom_store::job::{self, Claim};

use super::check::{AT_ONCE, Trial};
use super::reading::Reading;
use super::source::Source;
use super::{broken, summary};
use crate::configuration::TenantConfiguration;
use crate::jobs::{Outcome, lease_until, write};
use crate::{Error, Services};

/// Does the trial. Nothing is remembered of a file's entries but in memory, so one that broke off begins anew.
///
/// # Errors
/// As an import.
pub(super) async fn run(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    claim: &Arc<Claim>,
    request: ImportRequest,
    source: &mut dyn Source,
) -> Result<Outcome, Error> {
    let plan = super::plan(tenant, context, request)?;
    let mut trial = Trial::begin(Arc::clone(&plan));
    let held = Arc::clone(claim);
    write(&services.db, held, |connection, claim| Box::pin(job::forget_errors(connection, claim))).await?;
    let mut reading = Reading::start(plan, source, trial.progress.place.clone()).await?;
    while let Some(read) = reading.batch(AT_ONCE).await? {
        let errors = trial.look(services, context, &read).await?;
        let state = (Arc::clone(claim), errors, trial.progress.value(), lease_until(context.now()));
        write(&services.db, state, |connection, (claim, errors, progress, until)| {
            Box::pin(async move {
                job::insert_errors(connection, claim, errors).await?;
                job::save(connection, claim, progress, *until).await
            })
        })
        .await?;
    }
    Ok(match reading.broken() {
        None => Outcome::completed(summary(&trial.progress)),
        Some(error) => broken(&trial.progress, error),
    })
}
