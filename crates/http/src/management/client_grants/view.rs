//! Client grants on the wire.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::client::ClientGrant;
use serde::Serialize;
use utoipa::ToSchema;

use crate::management::schema::{List, Listed};

/// What a client may ask of an API.
#[derive(Serialize, ToSchema)]
#[schema(as = ClientGrant)]
pub struct ClientGrantView<'a> {
    /// The grant's id.
    id: &'a str,
    /// The client.
    client_id: &'a str,
    /// The API's identifier.
    audience: String,
    /// The scopes allowed.
    scope: Vec<&'a str>,
    /// `client` for machines, `user` for tokens of users.
    subject_type: &'a str,
    /// Whether the API is the Management API.
    is_system: bool,
}

/// Client grants.
pub type ClientGrantList = List<ClientGrantView<'static>>;

impl Listed for ClientGrantView<'_> {
    const ROWS: &'static str = "client_grants";
    const HAS_CURSOR: bool = true;
}

impl<'a> ClientGrantView<'a> {
    /// The grant as seen in its tenant.
    pub fn new(grant: &'a ClientGrant, tenant: &TenantConfiguration) -> Self {
        let primary = tenant.primary.as_ref().filter(|_| grant.is_management);
        Self {
            id: &grant.grant_id,
            client_id: &grant.client_id,
            audience: primary.map_or_else(|| grant.audience.clone(), anteroom_model::Origin::management_audience),
            scope: grant.scopes.names().collect(),
            subject_type: &grant.subject_type,
            is_system: grant.is_management,
        }
    }
}
