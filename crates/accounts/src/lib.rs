//! What administering means: one function a verb.
//!
//! Every verb checks the actor, makes its change and writes its event, all in one transaction, and answers a model type
//! or a typed refusal. It knows nothing of HTTP.

pub mod bootstrap;
pub mod clients;
pub mod configuration;
mod error;
pub mod events;
pub mod idempotency;
mod record;
mod services;
pub mod tenants;
pub mod traffic;
mod transact;
pub mod users;

pub use error::Error;
pub use record::{Record, actor_party};
pub use services::Services;
