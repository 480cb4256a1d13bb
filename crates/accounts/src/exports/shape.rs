//! How users look outside.

use anteroom_model::User;
use serde_json::{Map, Value};

use crate::configuration::TenantConfiguration;

/// How users look outside. That is decided where they are answered, above this crate, and given to exports, so that a
/// user in a file is the same as one in an answer.
pub trait Shape: Send + Sync {
    /// Adds the user as a JSON object.
    fn write(&self, user: &User, tenant: &TenantConfiguration, out: &mut Vec<u8>);

    /// The user as an object.
    fn object(&self, user: &User, tenant: &TenantConfiguration) -> Map<String, Value>;
}
