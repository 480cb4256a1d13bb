//! Consents: Auth0's grants.

use crate::ids::UserKey;
use crate::scope::Scopes;
use crate::time::Timestamp;

/// What a person agreed that an application may see and do, until it is taken back.
#[derive(Clone, Debug)]
pub struct Consent {
    /// Its internal key.
    pub key: i64,
    /// Its id outside: 24 hexadecimal digits, as Auth0's grants have.
    pub consent_id: String,
    /// Whose.
    pub user: UserKey,
    /// That user's id.
    pub user_id: String,
    /// For which application.
    pub client_id: String,
    /// For which API; none for the profile alone.
    pub audience: Option<String>,
    /// What was agreed to.
    pub scopes: Scopes,
    /// When it was first given.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}
