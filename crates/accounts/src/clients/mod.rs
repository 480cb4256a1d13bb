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
    let exceeded = |message: String| Err(Refusal::new(&codes::RANK_EXCEEDED, message).into());
    if client.rank > context.actor.rank() {
        return exceeded(format!("The client's rank is {}.", client.rank.name()));
    }
    if let Actor::Client { scopes, .. } | Actor::User { scopes, .. } = &context.actor {
        let filter = GrantFilter { client_id: Some(client_id.to_owned()), ..GrantFilter::default() };
        for grant in client_grant::all(connection, context.tenant, &filter).await? {
            if let Some(scope) = grant.scopes.first_beyond(scopes).filter(|_| grant.is_management) {
                return exceeded(format!("The client holds the scope {scope}, which you do not."));
            }
        }
    }
    Ok(client)
}
