//! Making an export: a batch of users at a time, each kept together with how far the export is. Whenever it breaks off,
//! it goes on behind the last batch kept.

use std::sync::Arc;

use anteroom_model::job::{ExportRequest, Request};
use anteroom_model::{Context, UserKey};
use anteroom_store::job::{self, Claim};
use anteroom_store::user;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{ExportFile, ExportUsers, Shape};
use crate::configuration::TenantConfiguration;
use crate::jobs::{Outcome, lease_until, write};
use crate::{Error, Services};

/// How far an export is, as kept with its job.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Progress {
    /// The key of the last user written.
    after: i64,
    /// Pieces of the file so far.
    chunks: i64,
    /// Users written.
    rows: i64,
    /// Bytes written.
    size: i64,
    /// How far it is, by the users' keys.
    done: i64,
    /// Where its end was when it began; 0 before it began.
    whole: i64,
}

/// Makes the file of an export.
///
/// # Errors
/// When the database cannot be used, or the job is not held any more.
pub(crate) async fn run(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    claim: &Arc<Claim>,
    shape: &dyn Shape,
) -> Result<Outcome, Error> {
    let request: ExportRequest = claim.request::<Request<ExportRequest>>()?.work;
    let file = ExportFile::new(&request)?;
    let mut progress: Progress = serde_json::from_value(claim.progress.clone()).unwrap_or_default();
    let first = first_key(services, context, &mut progress).await?;
    let mut left = ExportUsers::behind(&request, UserKey(progress.after), progress.rows)?;
    let mut users = left.next(services, claim.tenant, context.now()).await?;
    // The head of a table stands in its first piece, also when there are no users at all.
    while !users.is_empty() || progress.chunks == 0 {
        let mut content = if progress.chunks == 0 { file.head() } else { Vec::new() };
        for user in &users {
            file.add(user, tenant, shape, &mut content);
        }
        progress.after = users.last().map_or(progress.after, |user| user.key.0);
        progress.done = (progress.after - first).clamp(0, progress.whole);
        progress.rows += count(users.len());
        progress.size += count(content.len());
        progress.chunks += 1;
        // The next users are read while these are written.
        let written = keep(services, context, claim, content, progress.clone());
        let (written, next) = tokio::join!(written, left.next(services, claim.tenant, context.now()));
        written?;
        users = next?;
        // SQLite answers at once: other tasks get their turn here.
        tokio::task::yield_now().await;
    }
    Ok(Outcome::completed(json!({"rows": progress.rows, "size": progress.size})))
}

/// The key that the export counts its progress from; sets where its end is.
async fn first_key(services: &Services, context: &Context, progress: &mut Progress) -> Result<i64, Error> {
    let session = services.db.session().await?;
    let ends = user::first_and_last(&session.connection(), context.tenant).await?;
    let first = ends.map_or(0, |(first, _)| first.0 - 1);
    if progress.whole == 0 {
        progress.whole = ends.map_or(1, |(_, last)| last.0 - first);
    }
    Ok(first)
}

async fn keep(
    services: &Services,
    context: &Context,
    claim: &Arc<Claim>,
    content: Vec<u8>,
    progress: Progress,
) -> Result<(), Error> {
    let until = lease_until(context.now());
    let position = progress.chunks - 1;
    let progress = json!(progress);
    let state = (Arc::clone(claim), content, position, progress, until);
    let kept = write(&services.db, state, |connection, (claim, content, position, progress, until)| {
        Box::pin(async move {
            // First, so that whoever lost the job stops here.
            job::save(connection, claim, progress, *until).await?;
            job::append_chunk(connection, claim.tenant, claim.key, *position, content.clone()).await
        })
    });
    Ok(kept.await?)
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
