//! What is aimed at, and the figures to beat.

use crate::operation::Operation;

/// The longest a start on an existing data folder should take, in milliseconds.
pub const START: f64 = 300.0;

/// The most memory that a server which has nothing to do should hold, in megabytes.
pub const IDLE_MEMORY: f64 = 50.0;

/// How many people may sign in a second, divided by the passwords that the same cores can hash and do nothing else.
pub const SIGN_INS_TO_HASHES: f64 = 0.9;

/// The most memory that a server should hold while many sign in at once, in megabytes.
pub const CROWD_MEMORY: f64 = 400.0;

/// What a machine should wait for its token at most meanwhile, in milliseconds: ninety-nine of a hundred times.
pub const CROWD_TOKEN: f64 = 50.0;

/// Another server of this kind, idle, in megabytes.
pub const IDLE_MEMORY_TO_BEAT: f64 = 59.0;

/// Processor time of the server's process that a request should not exceed, in microseconds. Where the database is a
/// process of its own, only reads have an aim.
pub fn processor_time(operation: Operation, is_database_apart: bool) -> Option<f64> {
    if is_database_apart {
        return operation.is_read().then_some(150.0);
    }
    match operation {
        Operation::TokenRs256 => Some(350.0),
        Operation::TokenEs256 => Some(120.0),
        Operation::GetUser => Some(30.0),
        Operation::CreateUser | Operation::CreatePlainUser => Some(400.0),
        Operation::SignIn => Some(1000.0),
        Operation::UserInfo | Operation::Introspection => Some(60.0),
        Operation::Live | Operation::ListPage | Operation::UsersByEmail | Operation::Refresh => None,
    }
}

/// What the same takes in another server of this kind, in microseconds. Its cheaper token is signed with EdDSA, about
/// as dear as P-256; its user comes from a cache.
pub fn to_beat(operation: Operation) -> Option<f64> {
    match operation {
        Operation::TokenRs256 => Some(1500.0),
        Operation::TokenEs256 => Some(310.0),
        Operation::GetUser => Some(33.0),
        Operation::CreateUser | Operation::CreatePlainUser => Some(580.0),
        _ => None,
    }
}
