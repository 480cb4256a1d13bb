//! Signing in, and the tokens that come of it.

pub mod bearer;
pub mod client_credentials;

pub use bearer::Bearers;
