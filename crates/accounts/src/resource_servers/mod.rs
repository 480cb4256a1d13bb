//! The verbs of resource servers.

mod create;
mod delete;
mod update;

pub use create::{CreateResourceServer, create_resource_server};
pub use delete::delete_resource_server;
pub use update::{UpdateResourceServer, update_resource_server};

use anteroom_model::resource_server::ResourceServer;
use anteroom_model::{Party, Refusal, codes};
use serde_json::{Value, json};

fn unknown() -> Refusal {
    Refusal::new(&codes::RESOURCE_SERVER_UNKNOWN, "The resource server does not exist.")
}

fn party(server: &ResourceServer) -> Party {
    Party::new("resource_server", &server.resource_server_id, &server.name)
}

/// A resource server as events tell of it, by the names on the wire.
fn told(server: &ResourceServer) -> Value {
    json!({
        "name": server.name,
        "identifier": server.identifier,
        "scopes": server.scopes,
        "signing_alg": server.signing_algorithm,
        "token_lifetime": server.token_lifetime,
        "token_lifetime_for_web": server.token_lifetime_for_web,
        "allow_offline_access": server.allow_offline_access,
        "enforce_policies": server.enforce_policies,
        "token_dialect": server.token_dialect.name(),
        "skip_consent_for_verifiable_first_party_clients": server.skip_consent,
    })
}
