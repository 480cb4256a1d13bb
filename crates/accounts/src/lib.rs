//! What administering means: one function a verb.
//!
//! Every verb checks the actor, makes its change and writes its event, all in one transaction, and answers a model type
//! or a typed refusal. It knows nothing of HTTP.

pub mod access;
pub mod bootstrap;
pub mod client_grants;
pub mod clients;
pub mod configuration;
pub mod connections;
pub mod console;
mod differences;
mod error;
pub mod events;
pub mod exports;
pub mod idempotency;
pub mod imports;
pub mod jobs;
pub mod mail;
pub mod protection;
mod record;
pub mod resource_servers;
pub mod roles;
pub mod self_service;
mod services;
pub mod settings;
pub mod stats;
pub mod tenants;
pub mod tickets;
pub mod traffic;
mod transact;
pub mod users;

pub use error::Error;
pub use record::{Record, actor_party};
pub use services::Services;
