//! Signing in, and the tokens that come of it.

mod application;
pub mod bearer;
pub mod client_authentication;
pub mod client_credentials;
pub mod flow;
pub mod grant;
pub mod introspection;
pub mod logout;
pub mod revocation;
pub mod scopes;
pub mod session;
pub mod tokens;
pub mod userinfo;

pub use bearer::Bearers;
