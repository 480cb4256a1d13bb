//! Connections: where users come from.

use serde_json::{Map, Value};

use crate::password::PasswordPolicy;

/// The name of the database connection every tenant begins with.
pub const DEFAULT_NAME: &str = "Username-Password-Authentication";

/// A source of users. So far every connection is a database of our own (strategy `auth0`).
#[derive(Clone, Debug)]
pub struct Connection {
    /// Its internal key.
    pub key: i64,
    /// Its id: `con_` and 16 letters and digits.
    pub connection_id: String,
    /// Its name, unique in the tenant.
    pub name: String,
    /// Auth0's strategy name.
    pub strategy: String,
    /// Auth0's options, as they were sent.
    pub options: Map<String, Value>,
    /// Whether users may be made and signed in through it.
    pub enabled: bool,
}

impl Connection {
    /// What it asks of passwords: `password_complexity_options.min_length` of its options, 1 to 128, else 8.
    #[must_use]
    pub fn password_policy(&self) -> PasswordPolicy {
        let length = self.options.get("password_complexity_options").and_then(|options| options.get("min_length"));
        match length.and_then(Value::as_u64).map(usize::try_from) {
            Some(Ok(min_length @ 1..=128)) => PasswordPolicy { min_length },
            _ => PasswordPolicy::default(),
        }
    }
}
