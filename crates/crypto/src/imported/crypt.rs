//! What `crypt(3)` and PHP's programs write: SHA-crypt (`$5$`, `$6$`) and phpass (`$P$`, `$H$`).

use sha_crypt::{PasswordHashRef, PasswordVerifier, ShaCrypt};
use zeroize::Zeroizing;

use super::HashProblem;
use super::digest::Digest;
use super::encoding::{fields, number, unreadable};
use super::pbkdf2::MAX_ITERATIONS;
use crate::token::constant_time_eq;

/// Both hash the password anew in every round, so a long one would make a day of it. Longer ones are not looked at, in
/// bytes.
const MAX_PASSWORD: usize = 256;

/// The letters of `crypt(3)`, by value.
const LETTERS: &[u8; 64] = b"./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A SHA-crypt hash: `$6$rounds=10000$salt$hash`, rounds being 5,000 if not told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShaCrypted {
    text: String,
}

impl ShaCrypted {
    pub(super) fn read(text: &str) -> Result<Self, HashProblem> {
        let (kind, rounds, salt, hash) = match fields::<4>(text) {
            Ok([kind, rounds, salt, hash]) => (kind, Some(rounds), salt, hash),
            Err(_) => {
                let [kind, salt, hash] = fields(text)?;
                (kind, None, salt, hash)
            }
        };
        if let Some(rounds) = rounds {
            let rounds = number(rounds.strip_prefix("rounds=").ok_or_else(unreadable)?)?;
            if rounds > MAX_ITERATIONS {
                return Err(HashProblem::cost(format!("costs {rounds} rounds, at most {MAX_ITERATIONS}")));
            }
            if rounds < 1000 {
                return Err(unreadable());
            }
        }
        let length = if kind == "5" { 43 } else { 86 };
        let is_letters = |text: &str| text.bytes().all(|byte| LETTERS.contains(&byte));
        if hash.len() != length || !is_letters(hash) || !is_letters(salt) || salt.len() > 16 {
            return Err(unreadable());
        }
        Ok(Self { text: text.to_owned() })
    }

    pub(super) fn text(&self) -> String {
        self.text.clone()
    }

    pub(super) fn matches(&self, password: &[u8]) -> bool {
        let Ok(hash) = PasswordHashRef::new(&self.text) else {
            return false;
        };
        password.len() <= MAX_PASSWORD && ShaCrypt::SHA512.verify_password(password, hash).is_ok()
    }
}

/// A hash of phpass, as WordPress and phpBB kept them: `$P$`, a letter for the rounds, eight letters of salt, the hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phpass {
    text: String,
    rounds: u32,
}

impl Phpass {
    pub(super) fn read(text: &str) -> Result<Self, HashProblem> {
        let bytes = text.as_bytes();
        if bytes.len() != 34 || !bytes[3..].iter().all(|byte| LETTERS.contains(byte)) {
            return Err(unreadable());
        }
        let exponent = LETTERS.iter().position(|letter| *letter == bytes[3]).unwrap_or_default();
        if exponent < 7 {
            return Err(unreadable());
        }
        let rounds = 1_u32.checked_shl(exponent.min(40) as u32).unwrap_or(u32::MAX);
        if rounds > MAX_ITERATIONS {
            return Err(HashProblem::cost(format!("costs 2^{exponent} rounds, at most {MAX_ITERATIONS}")));
        }
        Ok(Self { text: text.to_owned(), rounds })
    }

    pub(super) fn text(&self) -> String {
        self.text.clone()
    }

    pub(super) fn matches(&self, password: &[u8]) -> bool {
        if password.len() > MAX_PASSWORD {
            return false;
        }
        let (salt, hash) = self.text.as_bytes()[4..].split_at(8);
        let mut sum = Digest::Md5.of(&Zeroizing::new([salt, password].concat()));
        let mut bytes = Zeroizing::new([&sum[..], password].concat());
        for _ in 0..self.rounds {
            bytes[..sum.len()].copy_from_slice(&sum);
            sum = Digest::Md5.of(&bytes);
        }
        constant_time_eq(&letters(&sum), hash)
    }
}

/// Six bits a letter, the lowest first.
fn letters(bytes: &[u8]) -> Vec<u8> {
    let mut written = Vec::new();
    for three in bytes.chunks(3) {
        let mut value = three.iter().rev().fold(0_u32, |value, byte| value << 8 | u32::from(*byte));
        for _ in 0..=three.len() {
            written.push(LETTERS[(value & 63) as usize]);
            value >>= 6;
        }
    }
    written
}
