//! The public half of a signing key, as published in a JWK set.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::SigningAlgorithm;

/// A public JSON Web Key (RFC 7517). Everything in it may be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jwk {
    /// The numbers of the key, with its type.
    #[serde(flatten)]
    pub parameters: KeyParameters,
    /// What the key is for.
    #[serde(rename = "use")]
    pub key_use: KeyUse,
    /// The only algorithm the key is used with.
    pub alg: SigningAlgorithm,
    /// The key's id: its thumbprint (RFC 7638).
    pub kid: String,
}

/// What a key is for (RFC 7517 §4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyUse {
    /// Signatures.
    #[serde(rename = "sig")]
    Signature,
}

/// The numbers of a public key (RFC 7518 §6), each big-endian in base64url without padding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kty")]
pub enum KeyParameters {
    /// An RSA key.
    #[serde(rename = "RSA")]
    Rsa {
        /// The modulus.
        n: String,
        /// The public exponent.
        e: String,
    },
    /// A key on an elliptic curve.
    #[serde(rename = "EC")]
    EllipticCurve {
        /// The curve.
        crv: Curve,
        /// The point's first coordinate, 32 bytes.
        x: String,
        /// The point's second coordinate, 32 bytes.
        y: String,
    },
}

/// An elliptic curve (RFC 7518 §6.2.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Curve {
    /// NIST's P-256.
    #[serde(rename = "P-256")]
    P256,
}

impl Jwk {
    /// The JWK of a key that signs with this algorithm; its id is its thumbprint.
    #[must_use]
    pub fn new(alg: SigningAlgorithm, parameters: KeyParameters) -> Self {
        Self { kid: parameters.thumbprint(), parameters, key_use: KeyUse::Signature, alg }
    }
}

impl KeyParameters {
    /// The SHA-256 thumbprint of RFC 7638 §3 in base64url: the required members alone, in the order of their names.
    #[must_use]
    pub fn thumbprint(&self) -> String {
        // The values are base64url, so nothing in them needs escaping.
        let canonical = match self {
            Self::Rsa { n, e } => format!(r#"{{"e":"{e}","kty":"RSA","n":"{n}"}}"#),
            Self::EllipticCurve { crv: Curve::P256, x, y } => {
                format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#)
            }
        };
        URL_SAFE_NO_PAD.encode(digest(&SHA256, canonical.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Curve, Jwk, KeyParameters};
    use crate::SigningAlgorithm;

    #[test]
    fn the_thumbprint_of_rfc_7638() {
        // RFC 7638 §3.1.
        let n = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3\
                 oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZH\
                 zu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEg\
                 U8awapJzKnqDKgw";
        let parameters = KeyParameters::Rsa { n: n.to_owned(), e: "AQAB".to_owned() };
        assert_eq!(parameters.thumbprint(), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    #[test]
    fn the_members_are_those_of_rfc_7517() {
        let (x, y) = ("x".to_owned(), "y".to_owned());
        let jwk = Jwk::new(SigningAlgorithm::ES256, KeyParameters::EllipticCurve { crv: Curve::P256, x, y });
        let json = serde_json::to_value(&jwk).unwrap();
        let expected =
            json!({"kty": "EC", "crv": "P-256", "x": "x", "y": "y", "use": "sig", "alg": "ES256", "kid": jwk.kid});
        assert_eq!(json, expected);
        assert_eq!(serde_json::from_value::<Jwk>(json).unwrap(), jwk);
    }
}
