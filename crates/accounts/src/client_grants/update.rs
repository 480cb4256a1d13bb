//! Changing what a client was granted.

use anteroom_model::client::ClientGrant;
use anteroom_model::{Context, EventKind, FieldChange, Scopes};
use anteroom_store::{Connection, client_grant};

use super::{load, party, refuse_beyond, refuse_unknown, scopes, server_of, unknown_grant};
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct UpdateGrant {
    /// The grant's id.
    pub grant_id: String,
    /// The scopes, all of them; those it has stay if absent.
    pub scope: Option<Vec<String>>,
}

struct Update {
    grant_id: String,
    scopes: Option<Scopes>,
}

/// Changes the scopes of a grant. Tokens hold no more than the grant does from now on.
///
/// # Errors
/// `inexistent_client_grant`, `invalid_body` naming the scope, `rank_exceeded`.
pub async fn update_grant(services: &Services, context: &Context, request: UpdateGrant) -> Result<ClientGrant, Error> {
    let UpdateGrant { grant_id, scope } = request;
    let scopes = scope.as_deref().map(scopes).transpose()?;
    let target = party(&grant_id);
    services
        .transact(context, Some(target), Update { grant_id, scopes }, |connection, context, update| {
            Box::pin(run(connection, context, update))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, update: &Update) -> Result<ClientGrant, Error> {
    let mut grant = load(connection, context, &update.grant_id).await?.ok_or_else(unknown_grant)?;
    let Some(scopes) = update.scopes.as_ref().filter(|scopes| **scopes != grant.scopes) else { return Ok(grant) };
    let server = server_of(connection, context, &grant.audience).await?.ok_or_else(unknown_grant)?;
    refuse_unknown(&server, scopes)?;
    refuse_beyond(context, &server, scopes)?;
    client_grant::set_scopes(connection, context.tenant, &grant.grant_id, scopes).await?;
    let change = FieldChange::between("scope", grant.scopes.as_str(), scopes.as_str());
    let record = Record::new(context, EventKind::ClientGrantUpdated).target(party(&grant.grant_id));
    record.changes(vec![change]).write(connection).await?;
    grant.scopes = scopes.clone();
    Ok(grant)
}
