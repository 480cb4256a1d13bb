//! Links to the files of finished jobs: without a token of the caller, so that a browser can follow them, and for a
//! minute only, as Auth0's.

use anteroom_model::{Context, Timestamp};

use crate::Services;

/// For how long a link opens its file, in seconds.
pub const LINK_SECONDS: i64 = 60;

const PURPOSE: &str = "file of a job";

/// What a link to the job's file carries: until when it opens it, and that this server made it.
#[must_use]
pub fn file_token(services: &Services, context: &Context, job_id: &str) -> String {
    let until = context.now().plus_seconds(LINK_SECONDS).seconds();
    let mark = services.sealer.fingerprint(PURPOSE, &signed(context, job_id, until));
    format!("{until}.{mark}")
}

/// Whether a link opens the job's file now.
pub(super) fn opens(services: &Services, context: &Context, job_id: &str, token: &str) -> bool {
    let Some((until, mark)) = token.split_once('.') else { return false };
    let Ok(until) = until.parse::<i64>() else { return false };
    let is_ours = services.sealer.has_fingerprint(PURPOSE, &signed(context, job_id, until), mark);
    is_ours && context.now() < Timestamp::from_seconds(until)
}

fn signed(context: &Context, job_id: &str, until: i64) -> Vec<u8> {
    // The id has no spaces: no two links are written alike.
    format!("{} {until} {job_id}", context.tenant.0).into_bytes()
}
