//! The one text that stands in the database for a password, whatever made it.

use super::HashProblem;
use super::bcrypt::Bcrypt;
use super::crypt::{Phpass, ShaCrypted};
use super::digested::Digested;
use super::pbkdf2::Pbkdf2;
use super::scrypt::{Firebase, Scrypt};
use super::typed::Typed;
use crate::password::hash as argon2;
use crate::{Error, HashCost};

/// A hash and how a password becomes it. Its text begins with `$` and the function's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(super) typed: Typed,
    pub(super) kind: Kind,
}

/// The functions that are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As PHC text.
    Argon2(String),
    Bcrypt(Bcrypt),
    Digested(Digested),
    Pbkdf2(Pbkdf2),
    Scrypt(Scrypt),
    Firebase(Firebase),
    ShaCrypted(ShaCrypted),
    Phpass(Phpass),
}

impl Stored {
    /// Reads what is stored, and what is written alike elsewhere.
    ///
    /// # Errors
    /// [`HashProblem`] if it is of no known kind, damaged, or costs too much.
    pub(crate) fn read(text: &str) -> Result<Self, HashProblem> {
        let (typed, text) = Typed::read(text)?;
        Ok(Self { typed, kind: Kind::read(text)? })
    }

    pub(super) fn text(&self) -> String {
        format!("{}{}", self.typed.text(), self.kind.text())
    }

    /// The memory that checking a password takes, in KiB.
    pub(crate) fn memory_kib(&self) -> u32 {
        let kib = match &self.kind {
            Kind::Argon2(text) => argon2::cost(text).map_or(0, |cost| cost.memory_kib.into()),
            Kind::Scrypt(hash) => hash.memory_kib(),
            Kind::Firebase(hash) => hash.memory_kib(),
            _ => 0,
        };
        u32::try_from(kib).unwrap_or(u32::MAX)
    }

    /// Whether this is the password.
    ///
    /// # Errors
    /// [`Error::UnsupportedHash`] if it is written in a way that passed for readable; [`Error::Library`].
    pub(crate) fn matches(&self, password: &str) -> Result<bool, Error> {
        let bytes = self.typed.bytes(password);
        match &self.kind {
            Kind::Argon2(text) => argon2::verify(&bytes, text),
            Kind::Bcrypt(hash) => Ok(hash.matches(&bytes)),
            Kind::Digested(hash) => hash.matches(&bytes),
            Kind::Pbkdf2(hash) => Ok(hash.matches(&bytes)),
            Kind::Scrypt(hash) => hash.matches(&bytes),
            Kind::Firebase(hash) => hash.matches(&bytes),
            Kind::ShaCrypted(hash) => Ok(hash.matches(&bytes)),
            Kind::Phpass(hash) => Ok(hash.matches(&bytes)),
        }
    }

    /// Whether it is other than a hash that would be made now at this cost.
    pub(crate) fn is_outdated(&self, cost: HashCost) -> bool {
        match &self.kind {
            Kind::Argon2(text) => self.typed != Typed::default() || argon2::is_outdated(text, cost),
            _ => true,
        }
    }
}

impl Kind {
    fn read(text: &str) -> Result<Self, HashProblem> {
        let after = |prefix| text.strip_prefix(prefix);
        if text.starts_with("$argon2") {
            return Self::argon2(text);
        }
        if Bcrypt::begins(text) {
            return Bcrypt::read(text).map(Self::Bcrypt);
        }
        if let Some(rest) = after("$digest-") {
            return Digested::read(rest).map(Self::Digested);
        }
        if let Some(rest) = after("$hmac-") {
            return Digested::read_keyed(rest).map(Self::Digested);
        }
        if let Some(rest) = after("$pbkdf2") {
            return Pbkdf2::read(rest).map(Self::Pbkdf2);
        }
        if after("$scrypt$").is_some() {
            return Scrypt::read(text).map(Self::Scrypt);
        }
        if after("$fbscrypt$").is_some() {
            return Firebase::read(text).map(Self::Firebase);
        }
        if after("$5$").is_some() || after("$6$").is_some() {
            return ShaCrypted::read(text).map(Self::ShaCrypted);
        }
        if after("$P$").is_some() || after("$H$").is_some() {
            return Phpass::read(text).map(Self::Phpass);
        }
        Err(HashProblem::format("must be a password hash of a known kind"))
    }

    fn argon2(text: &str) -> Result<Self, HashProblem> {
        match argon2::cost(text).and_then(HashCost::check) {
            Ok(()) => Ok(Self::Argon2(text.to_owned())),
            Err(Error::Cost(message)) => Err(HashProblem::cost(format!("costs {message}"))),
            Err(_) => Err(super::encoding::unreadable()),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Argon2(text) => text.clone(),
            Self::Bcrypt(hash) => hash.text(),
            Self::Digested(hash) => hash.text(),
            Self::Pbkdf2(hash) => hash.text(),
            Self::Scrypt(hash) => hash.text(),
            Self::Firebase(hash) => hash.text(),
            Self::ShaCrypted(hash) => hash.text(),
            Self::Phpass(hash) => hash.text(),
        }
    }
}
