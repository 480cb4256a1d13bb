//! Clients on the wire.

use anteroom_accounts::clients;
use anteroom_model::client::Client;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::metadata::ClientMetadata;
use crate::error::ApiError;
use crate::extract::Caller;
use crate::management::schema::{List, Listed, Partial, words};

/// A client. Fields without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = Client)]
pub struct ClientView<'a> {
    /// The id.
    client_id: &'a str,
    /// The tenant's name.
    tenant: &'a str,
    /// The name.
    name: &'a str,
    /// The secret, for callers with the scope read:client_keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    client_secret: Option<String>,
    /// The kind of application.
    #[schema(value_type = words::ClientType)]
    app_type: &'a str,
    /// The OAuth grants it may use.
    #[schema(value_type = Vec<words::ClientGrantType>)]
    grant_types: &'a [String],
    /// How it proves itself.
    #[schema(value_type = words::ClientAuthenticationMethod)]
    token_endpoint_auth_method: &'static str,
    /// What it may administer at most.
    #[schema(value_type = words::AccountRole)]
    rank: &'static str,
    /// Whether it is one of the tenant's own.
    is_first_party: bool,
    /// Whether it keeps to OpenID Connect strictly: always.
    oidc_conformant: bool,
    /// Auth0's global client: never.
    global: bool,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: String,
    /// When it was last changed.
    #[schema(value_type = String, format = DateTime)]
    updated_at: String,
    /// Auth0's other settings, as they were sent.
    #[serde(flatten)]
    #[schema(value_type = ClientSettings)]
    settings: &'a Map<String, Value>,
}

/// The schema of the other settings.
#[derive(ToSchema)]
#[expect(dead_code, reason = "settings are kept as they were sent")]
pub struct ClientSettings {
    /// What the client is for.
    description: Option<String>,
    /// Pairs of the customer's own.
    client_metadata: Option<ClientMetadata>,
}

/// The fields of a client that were asked for.
pub type PartialClient = Partial<ClientView<'static>>;

/// Clients, or the fields of them that were asked for.
pub type ClientList = List<PartialClient>;

impl Listed for ClientView<'_> {
    const ROWS: &'static str = "clients";
    const HAS_CURSOR: bool = true;
}

impl<'a> ClientView<'a> {
    /// The client as the caller may see it; the secret is opened only for those who may read it.
    ///
    /// # Errors
    /// When the secret cannot be opened.
    pub fn new(client: &'a Client, caller: &'a Caller, with_secret: bool) -> Result<Self, ApiError> {
        let secret = match with_secret {
            true => clients::open_secret(caller.services(), caller.tenant.tenant.id, client)?,
            false => None,
        };
        Ok(Self {
            client_id: &client.client_id,
            tenant: &caller.tenant.tenant.name,
            name: &client.name,
            client_secret: secret.map(|secret| String::from_utf8_lossy(&secret).into_owned()),
            app_type: &client.app_type,
            grant_types: &client.grant_types,
            token_endpoint_auth_method: client.authentication.name(),
            rank: client.rank.name(),
            is_first_party: true,
            oidc_conformant: true,
            global: false,
            created_at: client.created_at.to_string(),
            updated_at: client.updated_at.to_string(),
            settings: &client.settings,
        })
    }
}
