//! One digest of a password, with a key or without.

use super::HashProblem;
use super::digest::Digest;
use super::encoding::{from_base64, to_base64, unreadable};
use crate::Error;
use crate::token::constant_time_eq;

/// A digest of a password, as it stood in many a database: `$digest-sha256$hash`, `$hmac-sha256$key$hash`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digested {
    digest: Digest,
    key: Option<Vec<u8>>,
    hash: Vec<u8>,
}

impl Digested {
    /// # Errors
    /// [`HashProblem`] if the hash is longer or shorter than the digest's.
    pub(super) fn new(digest: Digest, key: Option<Vec<u8>>, hash: Vec<u8>) -> Result<Self, HashProblem> {
        if hash.len() != digest.length() {
            let (name, length) = (digest.name(), digest.length());
            return Err(HashProblem::format(format!("must be {length} bytes long, as {name} makes them")));
        }
        Ok(Self { digest, key, hash })
    }

    /// Reads what follows `$digest-`.
    pub(super) fn read(rest: &str) -> Result<Self, HashProblem> {
        let (name, hash) = rest.split_once('$').ok_or_else(unreadable)?;
        Self::new(Digest::parse(name).ok_or_else(unreadable)?, None, from_base64(hash)?)
    }

    /// Reads what follows `$hmac-`.
    pub(super) fn read_keyed(rest: &str) -> Result<Self, HashProblem> {
        let (name, rest) = rest.split_once('$').ok_or_else(unreadable)?;
        let (key, hash) = rest.split_once('$').ok_or_else(unreadable)?;
        Self::new(Digest::parse(name).ok_or_else(unreadable)?, Some(from_base64(key)?), from_base64(hash)?)
    }

    pub(super) fn text(&self) -> String {
        let (name, hash) = (self.digest.name(), to_base64(&self.hash));
        match &self.key {
            Some(key) => format!("$hmac-{name}${}${hash}", to_base64(key)),
            None => format!("$digest-{name}${hash}"),
        }
    }

    pub(super) fn matches(&self, password: &[u8]) -> Result<bool, Error> {
        let made = match &self.key {
            Some(key) => self.digest.hmac(key, password)?,
            None => self.digest.of(password),
        };
        Ok(constant_time_eq(&made, &self.hash))
    }
}
