//! Taking back what a client was granted.

use anteroom_model::{Actor, Context, EventKind, FieldChange, Refusal, codes};
use anteroom_store::{Connection, client_grant};

use super::{load, party};
use crate::{Error, Record, Services};

/// Takes a grant back; the client's tokens for the API stop working where it is asked of. One that is not there is no
/// refusal, as with Auth0.
///
/// # Errors
/// `client_in_use` for the grant that the request itself is made with, `rank_exceeded`.
pub async fn delete_grant(services: &Services, context: &Context, grant_id: String) -> Result<bool, Error> {
    let target = party(&grant_id);
    services
        .transact(context, Some(target), grant_id, |connection, context, grant_id| {
            Box::pin(run(connection, context, grant_id))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, grant_id: &str) -> Result<bool, Error> {
    let Some(grant) = load(connection, context, grant_id).await? else { return Ok(false) };
    let is_own = match &context.actor {
        Actor::Client { client_id, .. } => *client_id == grant.client_id && !grant.is_for_users(),
        Actor::User { client_id, .. } => *client_id == grant.client_id && grant.is_for_users(),
        _ => false,
    };
    if is_own && grant.is_management {
        let message = "A client cannot take back the grant that it administers with.";
        return Err(Refusal::new(&codes::CLIENT_IN_USE, message).into());
    }
    client_grant::delete(connection, context.tenant, grant_id).await?;
    let change = |field: &str, from: &str| FieldChange { field: field.to_owned(), from: Some(from.into()), to: None };
    let changes = vec![
        change("client_id", &grant.client_id),
        change("audience", &grant.audience),
        change("scope", grant.scopes.as_str()),
        change("subject_type", &grant.subject_type),
    ];
    let record = Record::new(context, EventKind::ClientGrantDeleted).target(party(grant_id));
    record.changes(changes).write(connection).await?;
    Ok(true)
}
