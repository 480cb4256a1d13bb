//! Connections: where users come from.

mod changes;
pub mod options;
mod sign_up;

pub use changes::ConnectionChanges;
pub use sign_up::{Asked, SignUpRules};

use serde_json::{Map, Value};

use crate::password::PasswordPolicy;
use crate::refusal::Refusal;
use crate::user::IdentifierKind;

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
    /// Its name for people; the name if absent.
    pub display_name: Option<String>,
    /// Auth0's strategy name.
    pub strategy: String,
    /// Auth0's options, as they were sent.
    pub options: Map<String, Value>,
    /// Whether users may be made and signed in through it.
    pub enabled: bool,
}

impl Connection {
    /// What it asks of passwords: `password_complexity_options.min_length` of its options, 8 to 128, else 8; and the
    /// words of `password_dictionary`, while that is switched on.
    #[must_use]
    pub fn password_policy(&self) -> PasswordPolicy {
        let default = PasswordPolicy::default();
        let length = self.option(&["password_complexity_options", "min_length"]).and_then(Value::as_u64);
        let length = length.and_then(|length| usize::try_from(length).ok());
        let words = self.option(&["password_dictionary", "dictionary"]).and_then(Value::as_array);
        let words = words.filter(|_| self.flag(&["password_dictionary", "enable"], false));
        PasswordPolicy {
            min_length: length
                .filter(|length| (default.min_length..=128).contains(length))
                .unwrap_or(default.min_length),
            words: words.into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned)).collect(),
        }
    }

    /// Whether users may sign in with this kind of identifier: `attributes.<field>.identifier.active`, on by default
    /// (requirements S4.L24.1, S4.L24.2).
    #[must_use]
    pub fn signs_in_by(&self, kind: IdentifierKind) -> bool {
        self.enabled && self.flag(&["attributes", kind.field(), "identifier", "active"], true)
    }

    /// What people are asked for who sign up; `None` while nobody may. Unlike with Auth0, sign-up is off until
    /// `disable_signup` is set to false (requirement S4.L24.3).
    #[must_use]
    pub fn sign_up(&self) -> Option<SignUpRules> {
        (self.enabled && !self.flag(&["disable_signup"], true)).then(|| SignUpRules::of(self))
    }

    /// Whether users may ask for a new password themselves, on by default.
    #[must_use]
    pub fn self_service_password_change(&self) -> bool {
        self.enabled && !self.flag(&["disable_self_service_change_password"], false)
    }

    /// Whether wrong passwords are counted against its accounts: `brute_force_protection`, on by default.
    #[must_use]
    pub fn counts_failures(&self) -> bool {
        self.flag(&["brute_force_protection"], true)
    }

    /// The fewest and the most characters of a username: `validation.username`, 1 to 128 by default.
    #[must_use]
    pub fn username_length(&self) -> (usize, usize) {
        let length = |name| self.option(&["validation", "username", name]).and_then(Value::as_u64);
        let within = |name, default| length(name).and_then(|length| usize::try_from(length).ok()).unwrap_or(default);
        (within("min", 1), within("max", 128))
    }

    /// Checks the length of a username that a user is about to get.
    ///
    /// # Errors
    /// `invalid_body` with the range.
    pub fn check_username(&self, username: &str) -> Result<(), Refusal> {
        let (least, most) = self.username_length();
        if (least..=most).contains(&username.chars().count()) {
            return Ok(());
        }
        Err(Refusal::invalid_field("username", &format!("must have {least} to {most} characters")))
    }

    /// Its options as they are shown: whether people may sign up is always said, since Auth0's default is another one.
    #[must_use]
    pub fn shown_options(&self) -> Map<String, Value> {
        let mut options = self.options.clone();
        options.entry("disable_signup").or_insert(Value::Bool(true));
        options
    }

    fn flag(&self, path: &[&str], default: bool) -> bool {
        self.option(path).and_then(Value::as_bool).unwrap_or(default)
    }

    fn option(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.options.get(*first)?, |value, name| value.get(name))
    }
}

#[cfg(test)]
mod tests;
