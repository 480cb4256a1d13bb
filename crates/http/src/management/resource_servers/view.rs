//! Resource servers on the wire.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::resource_server::{ResourceServer, ResourceServerScope};
use serde::Serialize;
use utoipa::ToSchema;

use crate::management::schema::{List, Listed, words};

/// An API that tokens are for.
#[derive(Serialize, ToSchema)]
#[schema(as = ResourceServer)]
pub struct ResourceServerView<'a> {
    /// The id.
    id: &'a str,
    /// The name.
    name: &'a str,
    /// The identifier: the audience of its tokens.
    identifier: String,
    /// Its scopes.
    scopes: Vec<ScopeView<'a>>,
    /// How its tokens are signed.
    #[schema(value_type = words::SigningAlgorithm)]
    signing_alg: &'a str,
    /// How long its tokens hold, in seconds.
    token_lifetime: i64,
    /// How long tokens hold that a browser keeps, in seconds.
    token_lifetime_for_web: i64,
    /// Whether refresh tokens may be asked for.
    allow_offline_access: bool,
    /// Whether the tenant's own clients need no consent.
    skip_consent_for_verifiable_first_party_clients: bool,
    /// Whether a user's tokens hold only what the user's roles permit.
    enforce_policies: bool,
    /// The form of its tokens.
    #[schema(value_type = words::TokenForm)]
    token_dialect: &'static str,
    /// Whether it is the Management API.
    is_system: bool,
}

/// Resource servers.
pub type ResourceServerList = List<ResourceServerView<'static>>;

impl Listed for ResourceServerView<'_> {
    const ROWS: &'static str = "resource_servers";
    const HAS_CURSOR: bool = false;
}

/// A scope of an API.
#[derive(Serialize, ToSchema)]
#[schema(as = ResourceServerScope)]
struct ScopeView<'a> {
    /// Its name.
    value: &'a str,
    /// What it allows.
    description: &'a str,
}

impl<'a> ResourceServerView<'a> {
    /// The resource server as seen in its tenant.
    pub fn new(server: &'a ResourceServer, tenant: &TenantConfiguration) -> Self {
        let scope = |scope: &'a ResourceServerScope| ScopeView { value: &scope.value, description: &scope.description };
        Self {
            id: &server.resource_server_id,
            name: &server.name,
            identifier: tenant.identifier_of(server),
            scopes: server.scopes.iter().map(scope).collect(),
            signing_alg: &server.signing_algorithm,
            token_lifetime: server.token_lifetime,
            token_lifetime_for_web: server.token_lifetime_for_web.unwrap_or(server.token_lifetime),
            allow_offline_access: server.allow_offline_access,
            skip_consent_for_verifiable_first_party_clients: server.skip_consent,
            enforce_policies: server.enforce_policies,
            token_dialect: server.token_dialect.name(),
            is_system: server.is_system,
        }
    }
}
