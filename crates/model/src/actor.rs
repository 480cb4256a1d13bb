//! Who asks.

use crate::ids::UserKey;
use crate::role::PlatformRole;
use crate::scope::Scopes;

/// Who asks for something, authenticated, with what it may do at this moment.
#[derive(Clone, Debug)]
pub enum Actor {
    /// The command line, or the server's own first start.
    System,
    /// Somebody who is about to prove who it is, or who acts on the own account on one of our pages.
    Visitor {
        /// The application they come from, if any.
        client_id: Option<String>,
    },
    /// A machine-to-machine client.
    Client {
        /// Its client id.
        client_id: String,
        /// Its name.
        name: String,
        /// Its rank.
        rank: PlatformRole,
        /// What token and grant both allow.
        scopes: Scopes,
    },
    /// A user, through a client.
    User {
        /// The user's internal key.
        key: UserKey,
        /// The user's id.
        user_id: String,
        /// The user's name for records.
        name: String,
        /// The user's platform role now.
        role: PlatformRole,
        /// What token and role both allow.
        scopes: Scopes,
        /// The client the token was issued to.
        client_id: String,
    },
}

impl Actor {
    /// The rank the actor acts with.
    #[must_use]
    pub fn rank(&self) -> PlatformRole {
        match self {
            Self::System => PlatformRole::SuperAdmin,
            Self::Visitor { .. } => PlatformRole::User,
            Self::Client { rank, .. } => *rank,
            Self::User { role, .. } => *role,
        }
    }

    /// Whether the actor holds the scope.
    #[must_use]
    pub fn holds(&self, scope: &str) -> bool {
        match self {
            Self::System => true,
            Self::Visitor { .. } => false,
            Self::Client { scopes, .. } | Self::User { scopes, .. } => scopes.contains(scope),
        }
    }

    /// The id that events and idempotency keys know the actor by.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::System => "system",
            Self::Visitor { .. } => "visitor",
            Self::Client { client_id, .. } => client_id,
            Self::User { user_id, .. } => user_id,
        }
    }

    /// Whether the actor is this user.
    #[must_use]
    pub fn is_user(&self, user: UserKey) -> bool {
        matches!(self, Self::User { key, .. } if *key == user)
    }
}
