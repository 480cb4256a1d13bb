//! OAuth 2 and OpenID Connect.

mod audience;
mod bearer;
mod broken_requests;
mod discovery;
mod forged;
mod machines;
mod people;
mod rotation;
mod token;
pub mod verify;
