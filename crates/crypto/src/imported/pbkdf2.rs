//! PBKDF2 (RFC 8018 §5.2).

use std::num::NonZeroU32;

use aws_lc_rs::pbkdf2::{
    Algorithm, PBKDF2_HMAC_SHA1, PBKDF2_HMAC_SHA256, PBKDF2_HMAC_SHA384, PBKDF2_HMAC_SHA512, derive,
};

use super::HashProblem;
use super::digest::Digest;
use super::encoding::{from_base64, number, to_base64, unreadable};
use crate::token::constant_time_eq;

/// The most iterations, over all blocks of the output: some ten seconds of a core.
pub(super) const MAX_ITERATIONS: u32 = 10_000_000;

/// What a text means that tells no iterations: the writer's default that Auth0 assumes.
const ITERATIONS: u32 = 100_000;

/// What a text means that tells iterations by name and no length, in bytes, by the same default.
const LENGTH: usize = 64;

/// A shorter output was cut off. What SHA-1 makes is the shortest that is in use, in bytes.
pub(super) const MIN_OUTPUT: usize = 20;

/// A PBKDF2 hash: `$pbkdf2-sha512$i=100000,l=64$salt$hash`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pbkdf2 {
    digest: Digest,
    iterations: NonZeroU32,
    salt: Vec<u8>,
    hash: Vec<u8>,
}

impl Pbkdf2 {
    /// # Errors
    /// [`HashProblem`] if the digest is none of SHA-1, 256, 384 and 512, the hash shorter than 20 bytes, or the work more
    /// than ten million iterations of a block.
    pub(super) fn new(digest: Digest, iterations: u32, salt: Vec<u8>, hash: Vec<u8>) -> Result<Self, HashProblem> {
        if algorithm(digest).is_none() {
            return Err(HashProblem::new("", "ENUM_MISMATCH", "must use sha1, sha256, sha384 or sha512"));
        }
        if hash.len() < MIN_OUTPUT {
            return Err(unreadable());
        }
        let blocks = u32::try_from(hash.len().div_ceil(digest.length())).unwrap_or(u32::MAX);
        if blocks.saturating_mul(iterations) > MAX_ITERATIONS {
            return Err(HashProblem::cost(format!(
                "costs {iterations} iterations for each of {blocks} blocks, at most {MAX_ITERATIONS} in all"
            )));
        }
        let iterations = NonZeroU32::new(iterations).ok_or_else(unreadable)?;
        Ok(Self { digest, iterations, salt, hash })
    }

    /// Reads what follows `$pbkdf2`: with named costs, with passlib's bare number, or without.
    pub(super) fn read(rest: &str) -> Result<Self, HashProblem> {
        let parts: Vec<&str> = rest.split('$').collect();
        let (name, costs, salt, hash) = match parts[..] {
            [name, costs, salt, hash] => (name, costs, salt, hash),
            [name, salt, hash] => (name, "", salt, hash),
            _ => return Err(unreadable()),
        };
        let digest = match name.strip_prefix('-') {
            Some(name) => Digest::parse(name).ok_or_else(unreadable)?,
            // As passlib writes the first of its kind.
            None if name.is_empty() => Digest::Sha1,
            None => return Err(unreadable()),
        };
        let hash = from_base64(hash)?;
        let (iterations, length) = match costs {
            "" => (ITERATIONS, LENGTH),
            named if named.contains('=') => named_costs(named)?,
            // passlib's length is the digest's.
            bare => (number(bare)?, digest.length()),
        };
        if length != hash.len() {
            return Err(unreadable());
        }
        Self::new(digest, iterations, from_base64(salt)?, hash)
    }

    pub(super) fn text(&self) -> String {
        let (name, iterations, length) = (self.digest.name(), self.iterations, self.hash.len());
        format!("$pbkdf2-{name}$i={iterations},l={length}${}${}", to_base64(&self.salt), to_base64(&self.hash))
    }

    pub(super) fn matches(&self, password: &[u8]) -> bool {
        let Some(algorithm) = algorithm(self.digest) else {
            return false;
        };
        let mut made = vec![0; self.hash.len()];
        derive(algorithm, self.iterations, &self.salt, password, &mut made);
        constant_time_eq(&made, &self.hash)
    }
}

fn named_costs(text: &str) -> Result<(u32, usize), HashProblem> {
    let (mut iterations, mut length) = (ITERATIONS, LENGTH);
    for cost in text.split(',') {
        match cost.split_once('=').ok_or_else(unreadable)? {
            ("i", value) => iterations = number(value)?,
            ("l", value) => length = number(value)? as usize,
            _ => return Err(unreadable()),
        }
    }
    Ok((iterations, length))
}

fn algorithm(digest: Digest) -> Option<Algorithm> {
    match digest {
        Digest::Sha1 => Some(PBKDF2_HMAC_SHA1),
        Digest::Sha256 => Some(PBKDF2_HMAC_SHA256),
        Digest::Sha384 => Some(PBKDF2_HMAC_SHA384),
        Digest::Sha512 => Some(PBKDF2_HMAC_SHA512),
        _ => None,
    }
}
