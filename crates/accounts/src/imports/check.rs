//! Trying an import without storing anything.

use anteroom_model::Context;
use anteroom_model::import::Place;
use anteroom_model::job::ImportRequest;
use anteroom_store::job::EntryErrors;
use anteroom_store::user;

use super::choose::{Choice, Fresh, choose, conflict};
use super::judge::{Unchanged, judge};
use super::progress::{Progress, Summary};
use super::reading::Reading;
use super::source::Source;
use super::store::of_guard;
use crate::configuration::TenantConfiguration;
use crate::{Error, Services};

/// Entries looked at together.
const AT_ONCE: usize = 256;

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
    let mut progress = Progress::stored(&serde_json::Value::Null, &plan.request);
    let beginning = Place::beginning(plan.request.format);
    let mut reading = Reading::start(std::sync::Arc::clone(&plan), source, beginning).await?;
    let mut fresh = Fresh::default();
    while let Some(read) = reading.batch(AT_ONCE).await? {
        let session = services.db.session().await?;
        let connection = session.connection();
        let candidates = &read.candidates;
        let Choice { make, change, wrong } =
            choose(&connection, context.tenant, plan.connection.key, candidates, &mut fresh).await?;
        let mut errors = read.wrong.clone();
        errors.extend(wrong.iter().filter_map(|(place, error)| Some(candidates.get(*place)?.wrong(error))));
        let found = user::by_keys(&connection, context.tenant, change.iter().map(|(_, key)| *key).collect()).await?;
        let mut updated = 0;
        for (place, key) in &change {
            let Some(candidate) = candidates.get(*place) else { continue };
            let Some(before) = found.iter().find(|user| user.key == *key) else { continue };
            let error = match judge(context, &plan, candidate, before) {
                Ok(judged) => {
                    user::taken(&connection, context.tenant, &judged.user).await?.map(|taken| conflict(taken.field))
                }
                Err(Unchanged::Wrong(error)) => Some(error),
                Err(Unchanged::Refused(refusal)) => Some(of_guard(&refusal)),
            };
            match error {
                None => updated += 1,
                Some(error) => errors.push(candidate.wrong(&error)),
            }
        }
        errors.sort_by_key(|error| error.position);
        let (inserted, failed, total) = (make.len() as u64, errors.len() as u64, read.count() as u64);
        let place = read.place.as_ref().unwrap_or(&progress.place);
        progress = progress.after(place, Summary { failed, updated, inserted, total });
        told(&progress, errors);
    }
    Ok((progress.summary, reading.broken().map(ToString::to_string)))
}
