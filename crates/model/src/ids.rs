//! Ids: what rows are called inside, and what users, clients and the rest are called outside.

use crate::random::{Random, alphanumeric, hexadecimal};

/// A tenant's internal key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TenantId(pub i64);

/// A user's internal key: never on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserKey(pub i64);

/// The longest user id, in characters.
pub const USER_ID_MAX: usize = 255;

/// A new id at its provider, 24 hexadecimal digits, as Auth0 gives database users.
#[must_use]
pub fn new_identity_id(random: &dyn Random) -> String {
    hexadecimal(random, 12)
}

/// A new public id: 32 hexadecimal digits, unlike any internal key (requirement S4.L06.14).
#[must_use]
pub fn new_public_id(random: &dyn Random) -> String {
    hexadecimal(random, 16)
}

/// A new client id: 32 letters and digits.
#[must_use]
pub fn new_client_id(random: &dyn Random) -> String {
    alphanumeric(random, 32)
}

/// A new id with one of Auth0's prefixes (`con`, `rol`, `job`, `cgr` …) and 16 letters and digits.
#[must_use]
pub fn new_prefixed_id(random: &dyn Random, prefix: &str) -> String {
    format!("{prefix}_{}", alphanumeric(random, 16))
}

/// Whether a text can be a user id: printable ASCII without spaces, at most 255 characters.
#[must_use]
pub fn is_user_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= USER_ID_MAX && text.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::is_user_id;

    #[test]
    fn user_ids_are_printable_ascii() {
        assert!(is_user_id("auth0|507f1f77bcf86cd799439020"));
        assert!(!is_user_id(""));
        assert!(!is_user_id("auth0|a b"));
        assert!(!is_user_id("auth0|李"));
        assert!(!is_user_id(&"a".repeat(256)));
    }
}
