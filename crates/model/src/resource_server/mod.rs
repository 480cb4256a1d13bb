//! Resource servers: the APIs that tokens are for.

mod changes;
mod dialect;
mod identifier;

pub use changes::{ResourceServerChanges, TOKEN_LIFETIME};
pub use dialect::TokenDialect;
pub use identifier::{IDENTIFIER_CHARACTERS, check_identifier};

use serde::{Deserialize, Serialize};

use crate::scope::{MANAGEMENT, ManagementScope};

/// The algorithms that access tokens are signed with.
pub const SIGNING_ALGORITHMS: [&str; 2] = ["RS256", "ES256"];

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
    /// How long tokens hold that a browser keeps, in seconds; [`Self::token_lifetime`] if absent.
    pub token_lifetime_for_web: Option<i64>,
    /// Whether `offline_access` may be asked for, and so refresh tokens.
    pub allow_offline_access: bool,
    /// Whether a user's token holds only the scopes that the user's roles permit (RBAC).
    pub enforce_policies: bool,
    /// The form of its access tokens.
    pub token_dialect: TokenDialect,
    /// Whether the tenant's own clients need no consent.
    pub skip_consent: bool,
    /// Whether it is the Management API.
    pub is_system: bool,
}

/// A new resource server before anything is said of it: tokens hold a day, the tenant's own clients need no consent.
impl Default for ResourceServer {
    fn default() -> Self {
        Self {
            key: 0,
            resource_server_id: String::new(),
            name: String::new(),
            identifier: String::new(),
            scopes: Vec::new(),
            signing_algorithm: "RS256".to_owned(),
            token_lifetime: 86_400,
            token_lifetime_for_web: None,
            allow_offline_access: false,
            enforce_policies: false,
            token_dialect: TokenDialect::AccessToken,
            skip_consent: true,
            is_system: false,
        }
    }
}

/// A scope of a resource server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceServerScope {
    /// Its name, at most 280 characters.
    pub value: String,
    /// What it allows, for people.
    #[serde(default)]
    pub description: String,
}

/// The scopes of the Management API as a resource server lists them.
#[must_use]
pub fn management_scopes() -> Vec<ResourceServerScope> {
    let scope = |scope: &ManagementScope| ResourceServerScope {
        value: scope.name.to_owned(),
        description: scope.description.to_owned(),
    };
    MANAGEMENT.iter().map(scope).collect()
}
