//! The verbs of clients.

mod create;
mod delete;
mod read;
mod secret;

pub use create::{CreateClient, create_client};
pub use delete::delete_client;
pub use read::{find_client, find_grant, list_clients, list_grants, total_clients};
pub use secret::{may_read_secret, open_secret, rotate_secret};

pub(crate) use create::store_client;
pub(crate) use secret::secret_place;

use anteroom_model::client::Client;
use anteroom_model::{Actor, Context, Party, Refusal, codes};
use anteroom_store::client_grant::{self, GrantFilter};
use anteroom_store::{Connection, client};

use crate::Error;

fn unknown_client() -> Refusal {
    Refusal::new(&codes::CLIENT_UNKNOWN, "The client does not exist.")
}

fn party(client: &Client) -> Party {
    Party::new("client", &client.client_id, &client.name)
}

/// The client of this id, locked for change, if the actor's rank and scopes reach as far as the client's: nobody
/// re-keys or removes what exceeds them.
async fn load_within_rank(connection: &Connection<'_>, context: &Context, client_id: &str) -> Result<Client, Error> {
    let found = client::by_id_for_change(connection, context.tenant, client_id).await?;
    let client = found.ok_or_else(unknown_client)?;
    refuse_excess(connection, context, &client).await?;
    Ok(client)
}

/// Refuses a client that may do what the actor may not.
async fn refuse_excess(connection: &Connection<'_>, context: &Context, client: &Client) -> Result<(), Error> {
    match excess(connection, context, client).await? {
        None => Ok(()),
        Some(message) => Err(Refusal::new(&codes::RANK_EXCEEDED, message).into()),
    }
}

/// What the client may do that the actor may not, in words. Whoever holds a client's secret can do all it may.
async fn excess(connection: &Connection<'_>, context: &Context, client: &Client) -> Result<Option<String>, Error> {
    if client.rank > context.actor.rank() {
        return Ok(Some(format!("The client's rank is {}.", client.rank.name())));
    }
    let (Actor::Client { scopes, .. } | Actor::User { scopes, .. }) = &context.actor else { return Ok(None) };
    let filter = GrantFilter { client_id: Some(client.client_id.clone()), ..GrantFilter::default() };
    let grants = client_grant::all(connection, context.tenant, &filter).await?;
    let mut ours = grants.iter().filter(|grant| grant.is_management);
    let beyond = ours.find_map(|grant| grant.scopes.first_beyond(scopes));
    Ok(beyond.map(|scope| format!("The client holds the scope {scope}, which you do not.")))
}
