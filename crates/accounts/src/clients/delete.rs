//! Deleting a client.

use anteroom_model::{Context, EventKind, Party, Refusal, codes};
use anteroom_store::{Connection, client, installation};

use super::{names_origins, refuse_built_in, refuse_excess};
use crate::access::end_client;
use crate::{Error, Record, Services};

/// Deletes a client with its grants; its tokens stop working. One that is not there is no refusal, as with Auth0.
///
/// # Errors
/// `client_in_use` for the client of the request itself, `client_built_in`, `rank_exceeded`.
pub async fn delete_client(services: &Services, context: &Context, client_id: String) -> Result<bool, Error> {
    let target = Party::new("client", &client_id, "");
    services
        .transact(context, Some(target), client_id, |connection, context, client_id| {
            Box::pin(run(connection, context, client_id))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, client_id: &str) -> Result<bool, Error> {
    let Some(client) = client::by_id_for_change(connection, context.tenant, client_id).await? else { return Ok(false) };
    refuse_built_in(&client)?;
    refuse_excess(connection, context, &client).await?;
    if context.actor.id() == client.client_id {
        return Err(Refusal::new(&codes::CLIENT_IN_USE, "A client cannot delete itself.").into());
    }
    // What people signed in to through it names it by its client_id, without a foreign key.
    end_client(connection, context, &client.client_id).await?;
    client::delete(connection, context.tenant, client.key).await?;
    if names_origins(&client) {
        installation::bump_config_version(connection).await?;
    }
    Record::new(context, EventKind::ClientDeleted).target(super::party(&client)).write(connection).await?;
    Ok(true)
}
