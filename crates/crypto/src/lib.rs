//! Password hashes, signing keys and JWTs, secrets sealed at rest, and one-time tokens.
//!
//! The primitives are AWS-LC's, but for argon2 and what only imported hashes need, which are RustCrypto's; nothing here
//! invents cryptography. This crate knows neither users nor the database: it turns bytes into safer bytes.
//!
//! - [`SystemRandom`]: the operating system's chance, behind the model's `Random`.
//! - [`password`]: argon2id behind a bounded pool.
//! - [`imported`]: the hashes of passwords that people bring along from elsewhere.
//! - [`signing`] and [`jwt`]: RS256 and ES256 keys that sign, and the verifier of what they signed.
//! - [`master_key`] and [`seal`]: the one key outside the database, and what it protects inside.
//! - [`token`]: client secrets, tickets and the like, kept only as digests.

pub mod error;
pub mod imported;
pub mod jwt;
pub mod master_key;
pub mod password;
pub mod private_file;
pub mod random;
pub mod seal;
pub mod signing;
pub mod token;

pub use error::Error;
pub use jwt::{TokenError, VerifiedToken, Verifier};
pub use master_key::MasterKey;
pub use password::{HashCost, PasswordPool};
pub use random::SystemRandom;
pub use seal::{Place, Sealer};
pub use signing::{Jwk, SigningAlgorithm, SigningKey, TokenType};
