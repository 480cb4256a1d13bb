//! Passwords: argon2id hashes (RFC 9106) in PHC format, made and checked behind a bounded pool, which also checks what
//! [`crate::imported`] took in.

mod cost;
pub(crate) mod hash;
mod pool;

pub use cost::HashCost;
pub use pool::{MAX_WAITING, PasswordPool};
