//! Clients, resource servers and the grants between them.

use serde_json::{Map, Value};

use crate::role::PlatformRole;
use crate::scope::Scopes;
use crate::time::Timestamp;

/// An application. So far it gets tokens for itself (machine to machine) only.
#[derive(Clone, Debug)]
pub struct Client {
    /// Its internal key.
    pub key: i64,
    /// Its id: 32 letters and digits.
    pub client_id: String,
    /// Its name, shown to people.
    pub name: String,
    /// Auth0's `app_type`.
    pub app_type: String,
    /// The OAuth grants it may use.
    pub grant_types: Vec<String>,
    /// How it proves itself at the token endpoint.
    pub authentication: ClientAuthentication,
    /// What it may administer at most, whatever scopes it is granted.
    pub rank: PlatformRole,
    /// Auth0's other settings, as they were sent.
    pub settings: Map<String, Value>,
    /// The secret, sealed.
    pub sealed_secret: Option<String>,
    /// Tokens issued before are refused: the time of the last rotation of the secret.
    pub valid_after: Timestamp,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// How a client proves itself at the token endpoint (OpenID Connect Core §9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// Not at all: a public client.
    None,
    /// With its secret in the body.
    #[default]
    SecretPost,
    /// With its secret in the Authorization header.
    SecretBasic,
}

impl ClientAuthentication {
    /// All methods.
    pub const ALL: [Self; 3] = [Self::None, Self::SecretPost, Self::SecretBasic];

    /// The registered name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::SecretPost => "client_secret_post",
            Self::SecretBasic => "client_secret_basic",
        }
    }

    /// The method of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// The OAuth grant a machine uses (RFC 6749 §4.4).
pub const CLIENT_CREDENTIALS: &str = "client_credentials";

/// An API that tokens are for.
#[derive(Clone, Debug)]
pub struct ResourceServer {
    /// Its internal key.
    pub key: i64,
    /// Its id: 24 hexadecimal digits.
    pub resource_server_id: String,
    /// Its name, shown to people.
    pub name: String,
    /// Its identifier, the audience of its tokens; of the Management API it follows from the tenant's origins.
    pub identifier: String,
    /// Its scopes, names and descriptions.
    pub scopes: Vec<ResourceServerScope>,
    /// `RS256` or `ES256`.
    pub signing_algorithm: String,
    /// How long its tokens hold, in seconds.
    pub token_lifetime: i64,
    /// Whether it is the Management API.
    pub is_system: bool,
}

/// A scope of a resource server.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ResourceServerScope {
    /// Its name, at most 280 characters.
    pub value: String,
    /// What it allows, for people.
    #[serde(default)]
    pub description: String,
}

/// What a client may ask of a resource server.
#[derive(Clone, Debug)]
pub struct ClientGrant {
    /// Its id: `cgr_` and 16 letters and digits.
    pub grant_id: String,
    /// The client.
    pub client_id: String,
    /// The resource server's identifier.
    pub audience: String,
    /// Whether the resource server is the Management API.
    pub is_management: bool,
    /// The scopes allowed.
    pub scopes: Scopes,
    /// `client` for machines, `user` for tokens of users.
    pub subject_type: String,
}
