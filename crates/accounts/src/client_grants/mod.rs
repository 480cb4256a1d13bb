//! The verbs of client grants: what a client may ask of an API.

mod create;
mod delete;
mod read;
mod update;

pub use create::{CreateGrant, create_grant};
pub use delete::delete_grant;
pub use read::{find_grant, list_grants};
pub use update::{UpdateGrant, update_grant};

use anteroom_model::client::{ClientGrant, ResourceServer};
use anteroom_model::scope::MANAGEMENT;
use anteroom_model::{Context, Party, Refusal, Scopes, codes};
use anteroom_store::{Connection, client_grant, resource_server};

use crate::Error;
use crate::clients::load_within_rank;

fn unknown_grant() -> Refusal {
    Refusal::new(&codes::CLIENT_GRANT_UNKNOWN, "The client grant does not exist.")
}

fn party(grant_id: &str) -> Party {
    Party::new("client_grant", grant_id, "")
}

/// The resource server of this stored identifier.
async fn server_of(
    connection: &Connection<'_>,
    context: &Context,
    identifier: &str,
) -> Result<Option<ResourceServer>, Error> {
    let servers = resource_server::all(connection, context.tenant).await?;
    Ok(servers.into_iter().find(|server| server.identifier == identifier))
}

/// The grant of this id, its client locked for change, if the actor reaches as far as the client (requirement S4.L04.4).
async fn load(connection: &Connection<'_>, context: &Context, grant_id: &str) -> Result<Option<ClientGrant>, Error> {
    let Some(found) = client_grant::by_id(connection, context.tenant, grant_id).await? else { return Ok(None) };
    load_within_rank(connection, context, &found.client_id).await?;
    // What was read before the lock may have been changed or deleted since.
    Ok(client_grant::by_id(connection, context.tenant, grant_id).await?)
}

/// Refuses scopes that the API does not have.
fn refuse_unknown(server: &ResourceServer, scopes: &Scopes) -> Result<(), Refusal> {
    let known = |name: &str| match server.is_system {
        true => MANAGEMENT.iter().any(|scope| scope.name == name),
        false => server.scopes.iter().any(|scope| scope.value == name),
    };
    match scopes.names().find(|name| !known(name)) {
        None => Ok(()),
        Some(unknown) => {
            let rule = format!("must be scopes that the API has, and {unknown} is none");
            Err(Refusal::invalid_field("scope", &rule))
        }
    }
}

/// Refuses scopes of the Management API that the actor does not hold: nobody grants more than they have.
fn refuse_beyond(context: &Context, server: &ResourceServer, scopes: &Scopes) -> Result<(), Refusal> {
    match scopes.names().find(|name| server.is_system && !context.actor.holds(name)) {
        None => Ok(()),
        Some(beyond) => {
            let message = format!("The scope {beyond} is not one that you hold.");
            Err(Refusal::new(&codes::RANK_EXCEEDED, message).field("scope"))
        }
    }
}

/// The scopes that a list says, each of a form that a scope can have (RFC 6749 §3.3).
fn scopes(names: &[String]) -> Result<Scopes, Refusal> {
    let is_scope = |name: &String| {
        let signs = name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\');
        (1..=280).contains(&name.len()) && signs
    };
    match names.iter().position(|name| !is_scope(name)) {
        None => Ok(Scopes::from_names(names.iter().map(String::as_str))),
        Some(index) => Err(Refusal::invalid_field(&format!("scope[{index}]"), "must be the name of a scope")),
    }
}
