//! Storing a batch, with all that belongs to it.

use std::collections::HashMap;

use anteroom_model::import::{RowError, codes};
use anteroom_model::ticket::TicketKind;
use anteroom_model::{Context, EventKind, Refusal, Timestamp, User};
use anteroom_store::job::{self, EntryErrors};
use anteroom_store::{Connection, event, role, ticket, user};

use super::batch::Batch;
use super::candidate::Candidate;
use super::choose::{Choice, Fresh, choose, conflict};
use super::command::kept_until;
use super::judge::{Judged, Unchanged, judge};
use super::progress::{Progress, Summary};
use crate::access::end_all;
use crate::jobs::lease_until;
use crate::{Error, Record};

/// Stores a batch: its users, their events, what was wrong, and how far the import is then.
pub(super) async fn store(connection: &Connection<'_>, context: &Context, batch: &Batch) -> Result<Progress, Error> {
    let candidates = &batch.read.candidates;
    let at = batch.plan.connection.key;
    let Choice { make, change, wrong } =
        choose(connection, context.tenant, at, candidates, &mut Fresh::default()).await?;
    let mut errors = batch.read.wrong.clone();
    errors.extend(wrong.iter().filter_map(|(place, error)| Some(candidates.get(*place)?.wrong(error))));
    let inserted = make.len();
    insert(connection, context, &make.iter().filter_map(|place| candidates.get(*place)).collect::<Vec<_>>()).await?;
    let updated = update(connection, context, batch, &change, &mut errors).await?;
    errors.sort_by_key(|error| error.position);
    job::insert_errors(connection, &batch.claim, &errors).await?;
    let summary =
        Summary { failed: errors.len() as u64, updated, inserted: inserted as u64, total: batch.read.count() as u64 };
    let place = batch.read.place.as_ref().unwrap_or(&batch.before.place);
    let progress = batch.before.after(place, summary);
    let until = batch.claim_until(context);
    job::save(connection, &batch.claim, &progress.value(), until).await?;
    Ok(progress)
}

impl Batch {
    /// A command holds its job for long, even while it does not run: no server has the file.
    fn claim_until(&self, context: &Context) -> Timestamp {
        match self.plan.request.fingerprint {
            Some(_) => kept_until(context.now()),
            None => lease_until(context.now()),
        }
    }
}

/// Makes users, each with an event of few words: it names nobody.
async fn insert(connection: &Connection<'_>, context: &Context, made: &[&Candidate]) -> Result<(), Error> {
    let rows: Vec<_> = made.iter().filter_map(|candidate| candidate.made.as_deref().ok()).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let roles: Vec<_> = role::defaults(connection, context.tenant).await?.into_iter().map(|role| role.key).collect();
    user::insert_many(connection, context.tenant, &rows, &roles, context.now()).await?;
    let events: Vec<_> =
        rows.iter().map(|rows| Record::new(context, EventKind::UserCreated).user(&rows.user).event).collect();
    Ok(event::insert_thin(connection, context.tenant, &events).await?)
}

/// Changes users; answers how many are now as their entries say.
async fn update(
    connection: &Connection<'_>,
    context: &Context,
    batch: &Batch,
    change: &[(usize, anteroom_model::UserKey)],
    errors: &mut Vec<EntryErrors>,
) -> Result<u64, Error> {
    if change.is_empty() {
        return Ok(0);
    }
    let keys = change.iter().map(|(_, key)| *key).collect();
    let found = user::by_keys_for_change(connection, context.tenant, keys).await?;
    let mut found: HashMap<_, _> = found.into_iter().map(|user| (user.key, user)).collect();
    let mut updated = 0;
    for (place, key) in change {
        let Some(candidate) = batch.read.candidates.get(*place) else { continue };
        // Deleted in between by somebody else, or meant by an entry before: neither is there any more.
        let Some(before) = found.remove(key) else {
            errors.push(candidate.wrong(&RowError::new(
                codes::DUPLICATED_USER,
                "",
                "The user has been changed already.",
            )));
            continue;
        };
        match judge(context, &batch.plan, candidate, &before) {
            Ok(judged) => match change_one(connection, context, candidate, &before, judged).await? {
                Ok(()) => updated += 1,
                Err(error) => errors.push(candidate.wrong(&error)),
            },
            Err(Unchanged::Wrong(error)) => errors.push(candidate.wrong(&error)),
            Err(Unchanged::Refused(refusal)) => {
                record_refusal(connection, context, &before, &refusal).await?;
                errors.push(candidate.wrong(&of_guard(&refusal)));
            }
        }
    }
    Ok(updated)
}

/// What a guard's refusal is in a file's errors.
pub(super) fn of_guard(refusal: &Refusal) -> RowError {
    RowError::new(codes::NOT_PASSED, refusal.field.as_deref().unwrap_or_default(), refusal.message.clone())
}

/// As a refused request is recorded (requirement S4.L04.13).
async fn record_refusal(
    connection: &Connection<'_>,
    context: &Context,
    user: &User,
    refusal: &Refusal,
) -> Result<(), Error> {
    if !refusal.code.audited {
        return Ok(());
    }
    let reason = Some(refusal.code.name.to_owned());
    Record::new(context, EventKind::ActRefused).user(user).reason(reason).write(connection).await
}

async fn change_one(
    connection: &Connection<'_>,
    context: &Context,
    candidate: &Candidate,
    before: &User,
    judged: Judged,
) -> Result<Result<(), RowError>, Error> {
    let Judged { mut user, applied, takes_hash } = judged;
    let is_renumbered = applied.profile.iter().any(|change| change.field == "external_id");
    if (is_renumbered || before.identifiers() != user.identifiers())
        && let Some(taken) = user::taken(connection, context.tenant, &user).await?
    {
        return Ok(Err(conflict(taken.field)));
    }
    if applied.is_empty() && !takes_hash {
        return Ok(Ok(()));
    }
    if applied.status.is_some() && user.state.status.is_blocked() {
        end_all(connection, context, &mut user).await?;
    }
    if takes_hash {
        user.password.set_at = Some(context.now());
    }
    user.version += 1;
    user.updated_at = context.now();
    user::replace(connection, context.tenant, before, &user).await?;
    if let Some(hash) = candidate.hash.as_ref().filter(|_| takes_hash) {
        user::set_password(connection, context.tenant, user.key, hash).await?;
        ticket::end_open(connection, context.tenant, user.key, TicketKind::PasswordChange).await?;
    }
    let status: Vec<_> = applied.status.into_iter().collect();
    for (kind, happened, changes) in [
        (EventKind::UserUpdated, !applied.profile.is_empty(), applied.profile),
        (EventKind::UserStatusChanged, !status.is_empty(), status),
        (EventKind::UserPasswordChanged, takes_hash, Vec::new()),
    ] {
        if happened {
            Record::new(context, kind).user(&user).changes(changes).write(connection).await?;
        }
    }
    Ok(Ok(()))
}
