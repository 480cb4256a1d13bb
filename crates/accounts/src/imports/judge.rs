//! What an entry makes of a user who is there.

use anteroom_model::guard::{Act, may};
use anteroom_model::import::{ImportedUser, RowError, codes};
use anteroom_model::job::MetadataMode;
use anteroom_model::metadata::Merge;
use anteroom_model::user::Applied;
use anteroom_model::{Context, Refusal, User};

use super::candidate::{Candidate, Plan, is_set};
use super::choose::conflict;
use super::reading::goes_by_email;

/// What an entry makes of a user.
pub(super) struct Judged {
    pub user: User,
    pub applied: Applied,
    /// Whether the user gets the entry's hash.
    pub takes_hash: bool,
}

/// Why it makes nothing of one.
pub(super) enum Unchanged {
    /// The entry is wrong.
    Wrong(RowError),
    /// The actor must not.
    Refused(Refusal),
}

/// Applies the entry to the user.
pub(super) fn judge(context: &Context, plan: &Plan, candidate: &Candidate, before: &User) -> Result<Judged, Unchanged> {
    let Some(asked) = &candidate.asked else { return Err(Unchanged::Wrong(conflict(plan.request.upsert_by.name()))) };
    let wrong = |error| Err(Unchanged::Wrong(error));
    if before.connection != plan.connection.key {
        return wrong(RowError::new(codes::CONFLICT, "", "The user belongs to another connection."));
    }
    if asked.user_id.as_ref().is_some_and(|id| plan.user_id(id) != before.user_id) {
        return wrong(RowError::new(codes::CONFLICT, "user_id", "The user has another id, and ids never change."));
    }
    let mut user = before.clone();
    let applied = apply(context, plan, candidate, asked, &mut user).map_err(Unchanged::Wrong)?;
    let takes_hash = candidate.hash.is_some() && waits_for_first_sign_in(before);
    let acts = [
        (true, Act::Edit),
        (before.identifiers() != user.identifiers(), Act::ChangeIdentifiers),
        (applied.status.is_some(), Act::ChangeStatus),
        (takes_hash, Act::ChangePassword),
    ];
    acts.into_iter()
        .filter(|(is_done, _)| *is_done)
        .try_for_each(|(_, act)| may(&context.actor, before.key, before.platform_role, act))
        .map_err(Unchanged::Refused)?;
    Ok(Judged { user, applied, takes_hash })
}

fn apply(
    context: &Context,
    plan: &Plan,
    candidate: &Candidate,
    asked: &ImportedUser,
    user: &mut User,
) -> Result<Applied, RowError> {
    let of_refusal = |refusal: Refusal| {
        let sent = refusal.field.as_deref().and_then(|field| candidate.entry.get(field));
        RowError::of_refusal(&refusal, sent)
    };
    let mut changes = asked.fields.clone();
    // As with Auth0: an address that comes by file is not proven unless the file says so. Where users are found by
    // something else, an entry without an address says nothing of it.
    if changes.email_verified.is_none() && (goes_by_email(plan) || is_set(&changes.email)) {
        changes.email_verified = Some(false);
    }
    let merge = match plan.request.metadata {
        MetadataMode::Replace => Merge::Replace,
        MetadataMode::Merge => Merge::Deep,
    };
    let before = user.username.clone();
    let applied = user.apply(changes, merge, context.now()).map_err(of_refusal)?;
    if let Some(username) = user.username.as_ref().filter(|name| before.as_ref() != Some(name)) {
        plan.connection.check_username(username).map_err(of_refusal)?;
    }
    Ok(applied)
}

/// Whether the user has no password that somebody chose here, and has never signed in: only then another file may bring
/// another one.
fn waits_for_first_sign_in(user: &User) -> bool {
    user.activity.logins_count == 0 && user.password.reset_at.is_none() && user.password.strength.is_none()
}
