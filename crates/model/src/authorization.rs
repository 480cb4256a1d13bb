//! Authorizations: what a person let an application do, in one sign-in.

use serde_json::{Map, Value};

use crate::flow::Proof;
use crate::ids::UserKey;
use crate::scope::Scopes;
use crate::session::Device;
use crate::time::Timestamp;

/// How long a code may take from the browser to the token endpoint, in seconds (ASVS 10.4.3).
pub const CODE_LIFETIME: i64 = 60;

/// What a person let an application do: all tokens of one sign-in to one application name it. What may act while the
/// person is away (`offline_access`) is a refresh token on the wire, a device in Auth0's words.
#[derive(Clone, Debug)]
pub struct Authorization {
    /// Its internal key.
    pub key: i64,
    /// Its id outside.
    pub authorization_id: String,
    /// Whose.
    pub user: UserKey,
    /// That user's id.
    pub user_id: String,
    /// To which application.
    pub client_id: String,
    /// The session it was given in.
    pub session_id: String,
    /// The issuer of its tokens.
    pub issuer: String,
    /// The API its access tokens are for; none if they are for the profile alone.
    pub audience: Option<String>,
    /// What was given.
    pub scopes: Scopes,
    /// How the person was recognised.
    pub methods: Vec<Proof>,
    /// Whether it outlives the session.
    pub offline: bool,
    /// When the person proved who it is.
    pub authenticated_at: Timestamp,
    /// When it was given.
    pub created_at: Timestamp,
    /// When it was last exchanged for tokens; 0 before the first time.
    pub last_exchanged_at: Timestamp,
    /// From where.
    pub device: Device,
    /// The customer's own texts.
    pub metadata: Map<String, Value>,
}

impl Authorization {
    /// When it was last used.
    #[must_use]
    pub fn last_used_at(&self) -> Timestamp {
        self.last_exchanged_at.max(self.created_at)
    }
}

/// A code on its way from the browser to the token endpoint.
#[derive(Clone, Debug)]
pub struct AuthorizationCode {
    /// The authorization it stands for.
    pub authorization: i64,
    /// Where it was sent.
    pub redirect_uri: String,
    /// The proof it needs.
    pub code_challenge: Option<String>,
    /// What the ID token is to repeat.
    pub nonce: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was used; 0 before.
    pub used_at: Timestamp,
}
