//! Locks on the wire.

use anteroom_accounts::access::Locked;
use serde::Serialize;
use utoipa::ToSchema;

/// The locks that hold now; none if there is none.
#[derive(Serialize, ToSchema)]
#[schema(as = UserBlocks)]
pub struct UserBlocksView {
    /// The locks.
    blocked_for: Vec<UserBlockView>,
}

/// A lock after failed sign-ins. It holds for every address.
#[derive(Serialize, ToSchema)]
#[schema(as = UserBlock)]
pub struct UserBlockView {
    /// By what the account is known.
    identifier: String,
    /// The connection's name; left out where nobody has the identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    connection: Option<String>,
}

impl UserBlocksView {
    /// The locks as seen from outside.
    pub fn new(locks: Vec<Locked>) -> Self {
        let view = |Locked { identifier, connection }| UserBlockView { identifier, connection };
        Self { blocked_for: locks.into_iter().map(view).collect() }
    }
}
