//! The protection of accounts on the wire.

use anteroom_model::settings::BruteForce;
use serde::Serialize;
use utoipa::ToSchema;

use crate::management::schema::words;

/// What wrong passwords in a row do to an account.
#[derive(Serialize, ToSchema)]
#[schema(as = BruteForceProtection)]
pub struct BruteForceView<'a> {
    /// Whether they are counted.
    enabled: bool,
    /// What happens then.
    #[schema(value_type = Vec<words::Shield>)]
    shields: &'a [String],
    /// Auth0's way of counting: always `count_per_identifier`, whatever the address.
    mode: &'static str,
    /// Addresses and networks from which nothing is counted.
    allowlist: &'a [String],
    /// How many lock the account.
    max_attempts: i64,
    /// How long it stays locked, in minutes.
    lock_minutes: i64,
}

impl<'a> BruteForceView<'a> {
    /// The protection as seen from outside.
    pub fn new(protection: &'a BruteForce) -> Self {
        Self {
            enabled: protection.enabled,
            shields: &protection.shields,
            mode: "count_per_identifier",
            allowlist: &protection.allowlist,
            max_attempts: protection.max_attempts,
            lock_minutes: protection.lock_minutes,
        }
    }
}
