//! Which entries make users, which change them, and which stand in others' way.

use std::collections::HashSet;

use anteroom_model::import::{RowError, codes};
use anteroom_model::user::{Identifier, IdentifierKind};
use anteroom_model::{TenantId, UserKey};
use anteroom_store::Connection;
use anteroom_store::user::{Known, known};

use super::candidate::{Candidate, MatchKey};
use crate::Error;

/// What becomes of the candidates of a batch, by their places in it.
#[derive(Default)]
pub(super) struct Choice {
    pub make: Vec<usize>,
    pub change: Vec<(usize, UserKey)>,
    pub wrong: Vec<(usize, RowError)>,
}

/// What the users that are about to be made will have.
#[derive(Default)]
pub(super) struct Fresh {
    identifiers: HashSet<(IdentifierKind, String)>,
    user_ids: HashSet<String>,
    external_ids: HashSet<String>,
}

/// Looks who is there and decides.
pub(super) async fn choose(
    connection: &Connection<'_>,
    tenant: TenantId,
    user_connection: i64,
    candidates: &[Candidate],
    fresh: &mut Fresh,
) -> Result<Choice, Error> {
    let identifiers: Vec<Identifier> = candidates.iter().flat_map(Candidate::identifiers).collect();
    let user_ids = candidates.iter().filter_map(Candidate::user_id).collect();
    let external_ids = candidates.iter().filter_map(Candidate::external_id).collect();
    let known = known(connection, tenant, user_connection, identifiers.iter(), user_ids, external_ids).await?;
    let mut choice = Choice::default();
    for (place, candidate) in candidates.iter().enumerate() {
        if let Some(user) = candidate.key.as_ref().and_then(|key| owner(&known, key)) {
            choice.change.push((place, user));
            continue;
        }
        match free(candidate, &known, fresh) {
            Ok(()) => choice.make.push(place),
            Err(error) => choice.wrong.push((place, error)),
        }
    }
    Ok(choice)
}

fn owner(known: &Known, key: &MatchKey) -> Option<UserKey> {
    match key {
        MatchKey::Identifier(kind, key) => known.identifiers.get(&(*kind, key.clone())),
        MatchKey::UserId(id) => known.user_ids.get(id),
        MatchKey::ExternalId(id) => known.external_ids.get(id),
    }
    .copied()
}

/// Whether nobody has what the new user is to have; it has it from then on.
fn free(candidate: &Candidate, known: &Known, fresh: &mut Fresh) -> Result<(), RowError> {
    let made = candidate.made.as_ref().map_err(Clone::clone)?;
    let user = &made.user;
    for identifier in &made.identifiers {
        let key = (identifier.kind, identifier.key.clone());
        let field = identifier.kind.field();
        refuse(known.identifiers.contains_key(&key), fresh.identifiers.contains(&key), field)?;
    }
    if candidate.has_id {
        refuse(known.user_ids.contains_key(&user.user_id), fresh.user_ids.contains(&user.user_id), "user_id")?;
    }
    if let Some(id) = &user.external_id {
        refuse(known.external_ids.contains_key(id), fresh.external_ids.contains(id), "external_id")?;
    }
    fresh.identifiers.extend(made.identifiers.iter().map(|identifier| (identifier.kind, identifier.key.clone())));
    fresh.user_ids.extend(candidate.has_id.then(|| user.user_id.clone()));
    fresh.external_ids.extend(user.external_id.clone());
    Ok(())
}

fn refuse(is_anothers: bool, is_in_file: bool, field: &str) -> Result<(), RowError> {
    if is_anothers {
        Err(conflict(field))
    } else if is_in_file {
        Err(RowError::new(codes::DUPLICATED_USER, field, "The same user stands in the file before."))
    } else {
        Ok(())
    }
}

/// Another user has the value of this field.
pub(super) fn conflict(field: &str) -> RowError {
    let code = match field {
        "email" => codes::CONFLICT_EMAIL,
        "username" => codes::CONFLICT_USERNAME,
        _ => codes::CONFLICT,
    };
    RowError::new(code, field, "The user already exists.")
}
