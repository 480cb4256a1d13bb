//! What users and applications were given, and its end. Sessions and authorizations are stored as signing in stores them.

pub mod blocks;
mod client_sessions;
mod devices;
mod ends;
mod grants;
mod guards;
mod refresh_tokens;
mod revoke_access;
mod revoke_refresh_tokens;
mod scopes;
mod sessions;
mod tidying;
pub mod tools;
mod walkthroughs;
