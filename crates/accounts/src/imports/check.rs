//! Trying an import without storing anything.

use std::sync::Arc;

use anteroom_model::job::ImportRequest;
use anteroom_model::{Context, UserKey};
use anteroom_store::job::EntryErrors;
use anteroom_store::{Connection, user};

use super::batch::Read;
use super::candidate::{Candidate, Plan};
use super::choose::{Choice, Fresh, choose, conflict};
use super::judge::{Unchanged, judge};
use super::progress::{Progress, Summary};
use super::reading::Reading;
use super::source::Source;
use super::store::of_guard;
use crate::configuration::TenantConfiguration;
use crate::{Error, Services};

/// Entries looked at together.
pub(super) const AT_ONCE: usize = 256;

/// Looks at every entry of a file as an import would, and changes nothing. Tells how far it is and what is wrong; answers
/// what an import would come to now, and why the file could not be read to its end, if so.
///
/// # Errors
/// As an import.
pub async fn check(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: ImportRequest,
    source: &mut dyn Source,
    told: &mut (dyn FnMut(&Progress, Vec<EntryErrors>) + Send),
) -> Result<(Summary, Option<String>), Error> {
    let plan = super::plan(tenant, context, request)?;
    let mut trial = Trial::begin(Arc::clone(&plan));
    let mut reading = Reading::start(plan, source, trial.progress.place.clone()).await?;
    while let Some(read) = reading.batch(AT_ONCE).await? {
        let errors = trial.look(services, context, &read).await?;
        told(&trial.progress, errors);
    }
    Ok((trial.progress.summary, reading.broken().map(ToString::to_string)))
}

/// A trial: how far it is, and whom the entries before would have made.
pub(super) struct Trial {
    plan: Arc<Plan>,
    fresh: Fresh,
    pub progress: Progress,
}

impl Trial {
    /// One that has looked at nothing yet.
    pub fn begin(plan: Arc<Plan>) -> Self {
        let progress = Progress::stored(&serde_json::Value::Null, &plan.request);
        Self { plan, fresh: Fresh::default(), progress }
    }

    /// Looks at a batch; answers what is wrong with its entries, in their order.
    pub async fn look(
        &mut self,
        services: &Services,
        context: &Context,
        read: &Read,
    ) -> Result<Vec<EntryErrors>, Error> {
        let session = services.db.session().await?;
        let connection = session.connection();
        let (at, candidates) = (self.plan.connection.key, &read.candidates);
        let Choice { make, change, wrong } =
            choose(&connection, context.tenant, at, candidates, &mut self.fresh).await?;
        let mut errors = read.wrong.clone();
        errors.extend(wrong.iter().filter_map(|(place, error)| Some(candidates.get(*place)?.wrong(error))));
        let updated = self.changes(&connection, context, candidates, &change, &mut errors).await?;
        errors.sort_by_key(|error| error.position);
        let (inserted, failed, total) = (make.len() as u64, errors.len() as u64, read.count() as u64);
        let place = read.place.as_ref().unwrap_or(&self.progress.place);
        self.progress = self.progress.after(place, Summary { failed, updated, inserted, total });
        Ok(errors)
    }

    /// How many users would be as their entries say.
    async fn changes(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        candidates: &[Candidate],
        change: &[(usize, UserKey)],
        errors: &mut Vec<EntryErrors>,
    ) -> Result<u64, Error> {
        let found = user::by_keys(connection, context.tenant, change.iter().map(|(_, key)| *key).collect()).await?;
        let mut updated = 0;
        for (place, key) in change {
            let Some(candidate) = candidates.get(*place) else { continue };
            let Some(before) = found.iter().find(|user| user.key == *key) else { continue };
            let error = match judge(context, &self.plan, candidate, before) {
                Ok(judged) => {
                    user::taken(connection, context.tenant, &judged.user).await?.map(|taken| conflict(taken.field))
                }
                Err(Unchanged::Wrong(error)) => Some(error),
                Err(Unchanged::Refused(refusal)) => Some(of_guard(&refusal)),
            };
            match error {
                None => updated += 1,
                Some(error) => errors.push(candidate.wrong(&error)),
            }
        }
        Ok(updated)
    }
}
