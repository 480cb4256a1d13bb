//! Client secrets, tickets, refresh tokens, one-time codes: random texts of which only a digest is stored.

use anteroom_model::{Random, random};
use aws_lc_rs::digest::{SHA256, digest as hash};
use subtle::ConstantTimeEq;

/// The length of a new secret in characters.
pub const SECRET_LENGTH: usize = 64;

/// A new secret: 64 letters and digits, 381 bits of chance. It needs no escaping in URLs, forms or basic authentication.
#[must_use]
pub fn new_secret(random: &dyn Random) -> String {
    random::alphanumeric(random, SECRET_LENGTH)
}

/// The SHA-256 digest under which a secret is stored. A fast hash suffices for secrets of [`new_secret`]'s strength, and
/// for those only: what a person chose belongs in [`crate::password`].
#[must_use]
pub fn digest(secret: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes.copy_from_slice(hash(&SHA256, secret.as_bytes()).as_ref());
    bytes
}

/// The digest as it stands in the database: base64url without padding, 43 characters.
#[must_use]
pub fn stored_digest(secret: &str) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&digest(secret))
}

/// Whether two byte strings are equal, in a time that tells nothing about where they differ. Their lengths are not
/// hidden.
#[must_use]
pub fn constant_time_eq(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

#[cfg(test)]
mod tests {
    use super::{constant_time_eq, digest, new_secret};
    use crate::SystemRandom;

    #[test]
    fn secrets_are_long_plain_and_different() {
        let secret = new_secret(&SystemRandom);
        assert_eq!(secret.len(), 64);
        assert!(secret.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        assert_ne!(secret, new_secret(&SystemRandom));
    }

    #[test]
    fn the_digest_is_sha_256() {
        // FIPS 180-2, appendix B.1.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(data_encoding::HEXLOWER.encode(&digest("abc")), expected);
    }

    #[test]
    fn equality_is_of_whole_values() {
        assert!(constant_time_eq(b"abc", b"abc"));
        assert!(!constant_time_eq(b"abc", b"abd"));
        assert!(!constant_time_eq(b"abc", b"ab"));
        assert!(constant_time_eq(b"", b""));
    }
}
