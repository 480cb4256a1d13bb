//! Client grants.

use crate::scope::Scopes;

/// The `subject_type` of grants for machines: tokens speak for the client itself.
pub const SUBJECT_CLIENT: &str = "client";
/// The `subject_type` of grants for tokens of users.
pub const SUBJECT_USER: &str = "user";
/// All kinds of subject.
pub const SUBJECT_TYPES: [&str; 2] = [SUBJECT_CLIENT, SUBJECT_USER];

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

impl ClientGrant {
    /// Whether it is for tokens of users rather than of the client itself.
    #[must_use]
    pub fn is_for_users(&self) -> bool {
        self.subject_type == SUBJECT_USER
    }
}
