//! The verbs of a tenant's settings.

mod update;

pub use update::update_settings;
