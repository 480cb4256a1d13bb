//! Clients on the wire.

use anteroom_accounts::clients;
use anteroom_model::client::{Client, ClientSettings};
use serde::Serialize;
use utoipa::ToSchema;

use super::metadata::ClientMetadata;
use super::nested::{JwtBody, MobileBody, RefreshTokenBody};
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
    /// Whether it keeps to OpenID Connect strictly: always.
    oidc_conformant: bool,
    /// Whether it is the server's own, such as the console's, as Auth0 marks its global client: it cannot be changed.
    global: bool,
    /// Whether passwords are sent by pages of the application: never.
    cross_origin_authentication: bool,
    /// Whether the application says from where people come: never.
    is_token_endpoint_ip_header_trusted: bool,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: String,
    /// When it was last changed.
    #[schema(value_type = String, format = DateTime)]
    updated_at: String,
    /// Everything else that can be set.
    #[serde(flatten)]
    #[schema(value_type = ClientSettingsView)]
    settings: &'a ClientSettings,
}

/// The schema of what can be set; of a client whose fields were chosen any may be left out.
#[derive(ToSchema)]
#[schema(as = ClientSettings)]
#[expect(dead_code, reason = "the settings are written by themselves")]
pub struct ClientSettingsView {
    /// What the client is for.
    description: Option<String>,
    /// The address of its picture.
    logo_uri: Option<String>,
    /// Where a sign-in may end.
    #[schema(required = false)]
    callbacks: Vec<String>,
    /// Where signing out may end.
    #[schema(required = false)]
    allowed_logout_urls: Vec<String>,
    /// The origins from which its pages ask for tokens.
    #[schema(required = false)]
    web_origins: Vec<String>,
    /// More origins from which its pages call.
    #[schema(required = false)]
    allowed_origins: Vec<String>,
    /// The page of the application that begins a sign-in.
    initiate_login_uri: Option<String>,
    /// Pairs of the customer's own.
    #[schema(required = false)]
    client_metadata: ClientMetadata,
    /// Whether it is one of the tenant's own.
    #[schema(required = false)]
    is_first_party: bool,
    /// Whether a confidential client must use PKCE too.
    #[schema(required = false)]
    require_pkce: bool,
    /// Its ID tokens.
    #[schema(required = false)]
    jwt_configuration: JwtBody,
    /// Its refresh tokens.
    #[schema(required = false)]
    refresh_token: RefreshTokenBody,
    /// Whether people who are signed in already sign in again for it.
    #[schema(required = false)]
    sso_disabled: bool,
    /// As it was sent.
    sso: Option<bool>,
    /// As it was sent.
    custom_login_page_on: Option<bool>,
    /// As they were sent.
    allowed_clients: Option<Vec<String>>,
    /// As they were sent.
    client_aliases: Option<Vec<String>>,
    /// As it was sent.
    mobile: Option<MobileBody>,
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
            oidc_conformant: true,
            global: client.is_console(),
            cross_origin_authentication: false,
            is_token_endpoint_ip_header_trusted: false,
            created_at: client.created_at.to_string(),
            updated_at: client.updated_at.to_string(),
            settings: &client.settings,
        })
    }
}
