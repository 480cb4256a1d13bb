//! The algorithms that sign here.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Error;

/// An algorithm of RFC 7518 §3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SigningAlgorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256; keys of 2,048 bits are made.
    RS256,
    /// ECDSA on P-256 with SHA-256; some fifteen times cheaper to sign.
    ES256,
}

impl SigningAlgorithm {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RS256 => "RS256",
            Self::ES256 => "ES256",
        }
    }
}

impl fmt::Display for SigningAlgorithm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// Reads the name on the wire, as written there.
impl FromStr for SigningAlgorithm {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "RS256" => Ok(Self::RS256),
            "ES256" => Ok(Self::ES256),
            _ => Err(Error::UnknownAlgorithm(name.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SigningAlgorithm;

    #[test]
    fn names_are_read_as_written() {
        for algorithm in [SigningAlgorithm::RS256, SigningAlgorithm::ES256] {
            assert_eq!(algorithm.to_string().parse::<SigningAlgorithm>().unwrap(), algorithm);
            assert_eq!(serde_json::to_value(algorithm).unwrap(), algorithm.as_str());
        }
        for name in ["none", "HS256", "rs256", ""] {
            assert!(name.parse::<SigningAlgorithm>().is_err(), "{name}");
        }
    }
}
