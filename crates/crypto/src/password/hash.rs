//! One hash, on the thread that asks: the work that the pool hands out.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Params, Version};

use super::HashCost;
use crate::Error;

/// Bytes of salt in a new hash (RFC 9106 §3.1 recommends 16).
pub(super) const SALT_BYTES: usize = 16;

/// The version that a hash without a version field was made with: the field came with 0x13, the reference
/// implementation reads its absence as 0x10.
const FIRST_VERSION: u32 = 0x10;

/// The argon2id hash of a password in PHC format.
pub(super) fn hash(cost: HashCost, password: &str, salt: &[u8; SALT_BYTES]) -> Result<String, Error> {
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, cost.params()?);
    let made: PasswordHash =
        argon2.hash_password_with_salt(password.as_bytes(), salt).map_err(|_| Error::Library("hash a password"))?;
    Ok(made.to_string())
}

/// Whether the password belongs to the hash; argon2id, argon2i and argon2d are read.
pub(crate) fn verify(password: &[u8], phc: &str) -> Result<bool, Error> {
    let (parsed, params) = parse(phc)?;
    HashCost::of(&params).check()?;
    match Argon2::default().verify_password(password, &parsed) {
        Ok(()) => Ok(true),
        Err(password_hash::Error::PasswordInvalid) => Ok(false),
        Err(_) => Err(Error::UnsupportedHash),
    }
}

/// What [`verify`] costs, within the bounds or not.
pub(crate) fn cost(phc: &str) -> Result<HashCost, Error> {
    parse(phc).map(|(_, params)| HashCost::of(&params))
}

/// Whether the hash is other than one that would be made now at this cost.
pub(crate) fn is_outdated(phc: &str, cost: HashCost) -> bool {
    let Ok((parsed, params)) = parse(phc) else {
        return true;
    };
    parsed.algorithm != ARGON2ID_IDENT
        || parsed.version != Some(Version::V0x13.into())
        || HashCost::of(&params) != cost
        || parsed.salt.is_none_or(|salt| salt.len() < SALT_BYTES)
        || parsed.hash.is_none_or(|output| output.len() < Params::DEFAULT_OUTPUT_LEN)
}

fn parse(phc: &str) -> Result<(PasswordHash, Params), Error> {
    let mut parsed = PasswordHash::new(phc).map_err(|_| Error::UnsupportedHash)?;
    if Algorithm::try_from(parsed.algorithm.as_str()).is_err() || parsed.salt.is_none() || parsed.hash.is_none() {
        return Err(Error::UnsupportedHash);
    }
    parsed.version.get_or_insert(FIRST_VERSION);
    let params = Params::try_from(&parsed).map_err(|_| Error::UnsupportedHash)?;
    Ok((parsed, params))
}

#[cfg(test)]
mod tests {
    use super::{hash, is_outdated, verify};
    use crate::{Error, HashCost};

    const CHEAP: HashCost = HashCost { memory_kib: 64, iterations: 1, parallelism: 1 };
    const SALT: [u8; 16] = *b"0123456789abcdef";

    // Vectors of the reference implementation (phc-winner-argon2, src/test.c), password "password", salt "somesalt".
    const ARGON2ID: &str = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    const ARGON2I: &str = "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8";
    const UNVERSIONED: &str = "$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY";

    #[test]
    fn hashes_of_the_reference_implementation_are_verified() {
        for phc in [ARGON2ID, ARGON2I, UNVERSIONED] {
            assert!(verify(b"password", phc).unwrap(), "{phc}");
            assert!(!verify(b"Password", phc).unwrap(), "{phc}");
            assert!(is_outdated(phc, CHEAP), "{phc}");
        }
    }

    #[test]
    fn a_new_hash_is_argon2id_of_the_cost_asked_for() {
        let phc = hash(CHEAP, "correct horse", &SALT).unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$"), "{phc}");
        assert!(verify(b"correct horse", &phc).unwrap());
        assert!(!verify(b"correct horsf", &phc).unwrap());
    }

    #[test]
    fn a_hash_of_another_cost_is_outdated() {
        let phc = hash(CHEAP, "password", &SALT).unwrap();
        assert!(!is_outdated(&phc, CHEAP));
        assert!(is_outdated(&phc, HashCost::default()));
        assert!(is_outdated("not a hash", CHEAP));
    }

    #[test]
    fn costly_hashes_are_refused_before_they_cost() {
        for costly in ["m=262145,t=1,p=1", "m=4294967295,t=4294967295,p=1", "m=65536,t=33,p=1"] {
            let phc = ARGON2ID.replace("m=256,t=2,p=1", costly);
            assert!(matches!(verify(b"password", &phc), Err(Error::Cost(_))), "{costly}");
        }
    }

    #[test]
    fn other_texts_are_refused() {
        let bcrypt = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
        for phc in
            ["", "password", bcrypt, "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ", "$argon2id$v=19$m=x$c29tZXNhbHQ$nf"]
        {
            assert!(matches!(verify(b"password", phc), Err(Error::UnsupportedHash)), "{phc}");
        }
    }
}
