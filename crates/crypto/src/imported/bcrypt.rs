//! bcrypt, as `$2a$`, `$2b$` and `$2y$`: three names of one function, for those who were never wrong.

use base64::Engine as _;
use base64::alphabet::BCRYPT;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

use super::HashProblem;
use super::encoding::{fields, number, unreadable};
use crate::token::constant_time_eq;

/// The highest cost: 2^15 rounds, some two seconds of a core.
const MAX_COST: u32 = 15;

/// Only as much of a password counts, its end mark included.
const MAX_PASSWORD: usize = 72;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &BCRYPT,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// A bcrypt hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bcrypt {
    text: String,
    cost: u32,
    salt: [u8; 16],
    hash: [u8; 23],
}

impl Bcrypt {
    /// Whether a text begins as one of these.
    pub(super) fn begins(text: &str) -> bool {
        ["$2a$", "$2b$", "$2y$"].iter().any(|prefix| text.starts_with(prefix))
    }

    pub(super) fn read(text: &str) -> Result<Self, HashProblem> {
        let [_, cost, both] = fields(text)?;
        if cost.len() != 2 || both.len() != 53 || !both.is_ascii() {
            return Err(unreadable());
        }
        let cost = number(cost)?;
        if cost < 4 {
            return Err(unreadable());
        }
        if cost > MAX_COST {
            return Err(HashProblem::cost(format!("costs {cost}, at most {MAX_COST}")));
        }
        let (mut salt, mut hash) = ([0; 16], [0; 23]);
        for (part, bytes) in [(&both[..22], &mut salt[..]), (&both[22..], &mut hash[..])] {
            let read = BASE64.decode(part).map_err(|_| unreadable())?;
            if read.len() != bytes.len() {
                return Err(unreadable());
            }
            bytes.copy_from_slice(&read);
        }
        Ok(Self { text: text.to_owned(), cost, salt, hash })
    }

    pub(super) fn text(&self) -> String {
        self.text.clone()
    }

    pub(super) fn matches(&self, password: &[u8]) -> bool {
        let mut bytes = Zeroizing::new(Vec::with_capacity(MAX_PASSWORD + 1));
        bytes.extend_from_slice(&password[..password.len().min(MAX_PASSWORD)]);
        bytes.push(0);
        bytes.truncate(MAX_PASSWORD);
        let made = bcrypt::bcrypt(self.cost, self.salt, &bytes);
        constant_time_eq(&made[..self.hash.len()], &self.hash)
    }
}
