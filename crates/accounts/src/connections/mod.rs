//! The verbs of connections.

mod update;

pub use update::{UpdateConnection, update_connection};
