//! The verbs of clients.

mod create;
mod delete;
mod read;
mod secret;
mod update;

pub use create::{CreateClient, create_client};
pub use delete::delete_client;
pub use read::{find_client, is_first_party, list_clients, total_clients};
pub use secret::{may_read_secret, open_secret, rotate_secret};

pub use update::{UpdateClient, Updated, update_client};

pub(crate) use create::store_client;
pub(crate) use secret::secret_place;

use anteroom_model::client::{Client, ClientGrant};
use anteroom_model::{Context, Party, PlatformRole, Refusal, codes};
use anteroom_store::client_grant::{self, GrantFilter};
use anteroom_store::{Connection, client};

use crate::Error;

pub(crate) fn unknown_client() -> Refusal {
    Refusal::new(&codes::CLIENT_UNKNOWN, "The client does not exist.")
}

pub(crate) fn party(client: &Client) -> Party {
    Party::new("client", &client.client_id, &client.name)
}

/// The client of this id, locked for change, if the actor's rank and scopes reach as far as the client's: nobody
/// re-keys or removes what exceeds them.
pub(crate) async fn load_within_rank(
    connection: &Connection<'_>,
    context: &Context,
    client_id: &str,
) -> Result<Client, Error> {
    let found = client::by_id_for_change(connection, context.tenant, client_id).await?;
    let client = found.ok_or_else(unknown_client)?;
    refuse_built_in(&client)?;
    refuse_excess(connection, context, &client).await?;
    Ok(client)
}

/// Refuses what would change the server's own client: whoever chooses where its sign-ins end gets the tokens of all
/// administrators, and without it nobody could use the console.
fn refuse_built_in(client: &Client) -> Result<(), Refusal> {
    if client.is_console() {
        let message = "The console's client belongs to the server: neither it nor its grants can be changed.";
        return Err(Refusal::new(&codes::CLIENT_BUILT_IN, message));
    }
    Ok(())
}

/// Refuses a rank above the actor's own (requirement S4.L04.4).
fn refuse_rank(context: &Context, rank: PlatformRole) -> Result<(), Refusal> {
    if rank > context.actor.rank() {
        return Err(Refusal::new(&codes::RANK_EXCEEDED, "The rank exceeds your own.").field("rank"));
    }
    Ok(())
}

/// Whether the client names origins, which the cached configuration knows.
fn names_origins(client: &Client) -> bool {
    let settings = &client.settings;
    [&settings.callbacks, &settings.web_origins, &settings.allowed_origins].into_iter().any(|list| !list.is_empty())
}

/// Refuses a client that may do what the actor may not.
pub(crate) async fn refuse_excess(
    connection: &Connection<'_>,
    context: &Context,
    client: &Client,
) -> Result<(), Error> {
    match excess(connection, context, client).await? {
        None => Ok(()),
        Some(message) => Err(Refusal::new(&codes::RANK_EXCEEDED, message).into()),
    }
}

/// What the client may do that the actor may not, in words. Whoever holds a client's secret can do all it may; whoever
/// chooses where its sign-ins end can do all that the people who sign in through it may.
async fn excess(connection: &Connection<'_>, context: &Context, client: &Client) -> Result<Option<String>, Error> {
    if client.rank > context.actor.rank() {
        return Ok(Some(format!("The client's rank is {}.", client.rank.name())));
    }
    let filter = GrantFilter { client_id: Some(client.client_id.clone()), ..GrantFilter::default() };
    let grants = client_grant::all(connection, context.tenant, &filter).await?;
    let ours = || grants.iter().filter(|grant| grant.is_management);
    if ours().any(ClientGrant::is_for_users) && context.actor.rank() < PlatformRole::SuperAdmin {
        return Ok(Some("Super administrators may sign in through the client.".to_owned()));
    }
    let beyond = ours().flat_map(|grant| grant.scopes.names()).find(|name| !context.actor.holds(name));
    Ok(beyond.map(|scope| format!("The client holds the scope {scope}, which you do not.")))
}
