//! Keys that sign tokens: RS256 and ES256, with their public halves as JWKs.

mod algorithm;
mod jwk;
mod key;

pub use algorithm::SigningAlgorithm;
pub use jwk::{Curve, Jwk, KeyParameters, KeyUse};
pub use key::{SigningKey, TokenType};
