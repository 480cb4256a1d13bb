//! scrypt (RFC 7914), plain and as Firebase uses it.

use aws_lc_rs::cipher::{AES_256, EncryptingKey, EncryptionContext, UnboundCipherKey};
use aws_lc_rs::iv::FixedLength;
use scrypt::Params;
use zeroize::Zeroizing;

use super::HashProblem;
use super::encoding::{fields, from_base64, number, to_base64, unreadable};
use super::pbkdf2::MIN_OUTPUT;
use crate::token::constant_time_eq;
use crate::{Error, HashCost};

/// What an scrypt hash costs: 128 × r × 2^ln bytes of memory, p times through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ScryptCost {
    pub(super) log_n: u32,
    pub(super) r: u32,
    pub(super) p: u32,
}

impl ScryptCost {
    /// # Errors
    /// [`HashProblem`] if it takes more than 256 MiB of memory, or runs through more than 2 GiB of it.
    pub(super) fn check(self) -> Result<Self, HashProblem> {
        if self.log_n == 0 || self.r == 0 || self.p == 0 {
            return Err(unreadable());
        }
        let memory_kib = u32::try_from(self.memory_kib()).unwrap_or(u32::MAX);
        let cost = HashCost { memory_kib, iterations: self.p, parallelism: 1 };
        match cost.check() {
            Err(Error::Cost(message)) => Err(HashProblem::cost(format!("costs {message}"))),
            _ => Ok(self),
        }
    }

    fn memory_kib(self) -> u64 {
        // 2^40 is out of bounds as much as what is above it.
        let n = 1_u64 << self.log_n.min(40);
        (u64::from(self.p).saturating_add(n)).saturating_mul(u64::from(self.r)) / 8
    }

    fn derive(self, password: &[u8], salt: &[u8], output: &mut [u8]) -> Result<(), Error> {
        let log_n = u8::try_from(self.log_n).map_err(|_| Error::UnsupportedHash)?;
        let params = Params::new(log_n, self.r, self.p).map_err(|_| Error::UnsupportedHash)?;
        scrypt::scrypt(password, salt, &params, output).map_err(|_| Error::UnsupportedHash)
    }

    fn read(text: &str) -> Result<Self, HashProblem> {
        let mut cost = Self { log_n: 0, r: 0, p: 0 };
        for part in text.split(',') {
            match part.split_once('=').ok_or_else(unreadable)? {
                ("ln", value) => cost.log_n = number(value)?,
                ("r", value) => cost.r = number(value)?,
                ("p", value) => cost.p = number(value)?,
                _ => return Err(unreadable()),
            }
        }
        cost.check()
    }
}

/// An scrypt hash: `$scrypt$ln=14,r=8,p=1$salt$hash`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scrypt {
    cost: ScryptCost,
    salt: Vec<u8>,
    hash: Vec<u8>,
}

impl Scrypt {
    /// # Errors
    /// [`HashProblem`] if the hash is shorter than 20 bytes or the cost out of bounds.
    pub(super) fn new(cost: ScryptCost, salt: Vec<u8>, hash: Vec<u8>) -> Result<Self, HashProblem> {
        if hash.len() < MIN_OUTPUT {
            return Err(unreadable());
        }
        Ok(Self { cost: cost.check()?, salt, hash })
    }

    pub(super) fn read(text: &str) -> Result<Self, HashProblem> {
        let [_, cost, salt, hash] = fields(text)?;
        Self::new(ScryptCost::read(cost)?, from_base64(salt)?, from_base64(hash)?)
    }

    pub(super) fn text(&self) -> String {
        let ScryptCost { log_n, r, p } = self.cost;
        format!("$scrypt$ln={log_n},r={r},p={p}${}${}", to_base64(&self.salt), to_base64(&self.hash))
    }

    pub(super) fn memory_kib(&self) -> u64 {
        self.cost.memory_kib()
    }

    pub(super) fn matches(&self, password: &[u8]) -> Result<bool, Error> {
        let mut made = vec![0; self.hash.len()];
        self.cost.derive(password, &self.salt, &mut made)?;
        Ok(constant_time_eq(&made, &self.hash))
    }
}

/// Firebase's variant: what scrypt makes encrypts a key of the project, and the result is the hash. Written as others
/// write it who take users from there: `$fbscrypt$v=1,n=14,r=8,p=1,ss=separator,sk=key$salt$hash`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Firebase {
    cost: ScryptCost,
    separator: Vec<u8>,
    signer_key: Vec<u8>,
    salt: Vec<u8>,
    hash: Vec<u8>,
}

impl Firebase {
    pub(super) fn read(text: &str) -> Result<Self, HashProblem> {
        let [_, given, salt, hash] = fields(text)?;
        let mut cost = ScryptCost { log_n: 0, r: 0, p: 1 };
        let (mut separator, mut signer_key) = (Vec::new(), Vec::new());
        for part in given.split(',') {
            match part.split_once('=').ok_or_else(unreadable)? {
                ("v", "1") => {}
                ("n", value) => cost.log_n = number(value)?,
                ("r", value) => cost.r = number(value)?,
                ("p", value) => cost.p = number(value)?,
                ("ss", value) => separator = from_base64(value)?,
                ("sk", value) => signer_key = from_base64(value)?,
                _ => return Err(unreadable()),
            }
        }
        let hash = from_base64(hash)?;
        if hash.len() < MIN_OUTPUT || hash.len() != signer_key.len() {
            return Err(unreadable());
        }
        Ok(Self { cost: cost.check()?, separator, signer_key, salt: from_base64(salt)?, hash })
    }

    pub(super) fn text(&self) -> String {
        let ScryptCost { log_n, r, p } = self.cost;
        let (separator, key) = (to_base64(&self.separator), to_base64(&self.signer_key));
        let (salt, hash) = (to_base64(&self.salt), to_base64(&self.hash));
        format!("$fbscrypt$v=1,n={log_n},r={r},p={p},ss={separator},sk={key}${salt}${hash}")
    }

    pub(super) fn memory_kib(&self) -> u64 {
        self.cost.memory_kib()
    }

    pub(super) fn matches(&self, password: &[u8]) -> Result<bool, Error> {
        let failed = |_| Error::Library("encrypt a signer key");
        let mut key = Zeroizing::new([0; 32]);
        self.cost.derive(password, &[&self.salt[..], &self.separator].concat(), &mut *key)?;
        let key = UnboundCipherKey::new(&AES_256, &*key).map_err(failed)?;
        let context = EncryptionContext::Iv128(FixedLength::from([0; 16]));
        let mut made = self.signer_key.clone();
        EncryptingKey::ctr(key).and_then(|key| key.less_safe_encrypt(&mut made, context)).map_err(failed)?;
        Ok(constant_time_eq(&made, &self.hash))
    }
}
