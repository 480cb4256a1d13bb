//! Verification of the tokens that this server signed.

use std::collections::HashMap;

use anteroom_model::Timestamp;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::crypto::aws_lc;
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde_json::{Map, Value};

use crate::signing::KeyParameters;
use crate::{Error, Jwk, SigningAlgorithm};

/// The longest token that is looked at, in bytes.
pub const MAX_TOKEN_BYTES: usize = 8 * 1024;

/// The largest leeway, in seconds.
pub const MAX_LEEWAY_SECONDS: u8 = 60;

/// Why a token is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// It is no JWT, is longer than [`MAX_TOKEN_BYTES`], uses an algorithm or an extension that is not known here, or
    /// its `exp` is missing or its `exp` or `nbf` not a number.
    #[error("the token is malformed")]
    Malformed,
    /// It names no key, or none of those known.
    #[error("the token names no known key")]
    UnknownKey,
    /// Its signature is not that of the key it names, with that key's algorithm.
    #[error("the token's signature is invalid")]
    BadSignature,
    /// Its `exp` has come.
    #[error("the token has expired")]
    Expired,
    /// Its `nbf` has not come.
    #[error("the token is not valid yet")]
    NotYetValid,
}

/// A token whose signature was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedToken {
    /// The id of the key that signed it.
    pub kid: String,
    /// The header's `typ`, if there is one; callers who take one kind of token only compare it.
    pub token_type: Option<String>,
    /// The claims, of which only `exp` and `nbf` were looked at.
    pub claims: Map<String, Value>,
    expires: Timestamp,
    not_before: Option<Timestamp>,
}

impl VerifiedToken {
    /// When it expires, to the second.
    #[must_use]
    pub fn expires(&self) -> Timestamp {
        self.expires
    }
}

/// Verifies tokens against a fixed set of public keys. Each key has one algorithm: what the token's header says about it
/// can only be wrong (RFC 8725 §3.1).
#[derive(Debug)]
pub struct Verifier {
    keys: HashMap<String, VerificationKey>,
    leeway_seconds: u8,
}

#[derive(Debug)]
struct VerificationKey {
    key: DecodingKey,
    validation: Validation,
}

impl Verifier {
    /// A verifier that knows these keys and allows no leeway.
    ///
    /// # Errors
    /// [`Error::PublicKey`] if a key does not fit its algorithm, is an RSA key of fewer than 2,048 bits, or shares its id
    /// with another.
    pub fn new<'a>(keys: impl IntoIterator<Item = &'a Jwk>) -> Result<Self, Error> {
        // Fails if it is installed already, which is as good. Without it, a dependency that enabled the library's other
        // provider would make verification panic.
        let _ = aws_lc::DEFAULT_PROVIDER.install_default();
        let mut known = HashMap::new();
        for jwk in keys {
            if known.insert(jwk.kid.clone(), VerificationKey::new(jwk)?).is_some() {
                return Err(Error::PublicKey(jwk.kid.clone()));
            }
        }
        Ok(Self { keys: known, leeway_seconds: 0 })
    }

    /// The same verifier, forgiving clocks that differ by so many seconds, [`MAX_LEEWAY_SECONDS`] at most.
    #[must_use]
    pub fn with_leeway(self, seconds: u8) -> Self {
        Self { leeway_seconds: seconds.min(MAX_LEEWAY_SECONDS), ..self }
    }

    /// Verifies a token's signature and times.
    ///
    /// # Errors
    /// The first reason not to believe it, the signature's before the times'.
    pub fn verify(&self, token: &str, now: Timestamp) -> Result<VerifiedToken, TokenError> {
        let verified = self.verify_signature(token)?;
        self.check_times(&verified, now)?;
        Ok(verified)
    }

    /// Verifies a token's signature alone: an answer that never changes and may be kept. Ask [`Verifier::check_times`] at
    /// every use.
    ///
    /// # Errors
    /// Any but [`TokenError::Expired`] and [`TokenError::NotYetValid`].
    pub fn verify_signature(&self, token: &str) -> Result<VerifiedToken, TokenError> {
        if token.len() > MAX_TOKEN_BYTES {
            return Err(TokenError::Malformed);
        }
        let header = jsonwebtoken::decode_header(token).map_err(|_| TokenError::Malformed)?;
        // RFC 7515 §4.1.11: extensions that must be understood, and none is.
        if header.crit.is_some() {
            return Err(TokenError::Malformed);
        }
        let kid = header.kid.ok_or(TokenError::UnknownKey)?;
        let known = self.keys.get(&kid).ok_or(TokenError::UnknownKey)?;
        let decoded = jsonwebtoken::decode::<Map<String, Value>>(token, &known.key, &known.validation);
        let claims = decoded.map_err(|error| reason(error.kind()))?.claims;
        let expires = numeric_date(&claims, "exp")?.ok_or(TokenError::Malformed)?;
        let not_before = numeric_date(&claims, "nbf")?;
        Ok(VerifiedToken { kid, token_type: header.typ, claims, expires, not_before })
    }

    /// Checks the times of a token whose signature was verified (RFC 7519 §4.1.4 and §4.1.5).
    ///
    /// # Errors
    /// [`TokenError::Expired`], [`TokenError::NotYetValid`].
    pub fn check_times(&self, token: &VerifiedToken, now: Timestamp) -> Result<(), TokenError> {
        let leeway = i64::from(self.leeway_seconds);
        if now >= token.expires.plus_seconds(leeway) {
            return Err(TokenError::Expired);
        }
        if token.not_before.is_some_and(|time| now.plus_seconds(leeway) < time) {
            return Err(TokenError::NotYetValid);
        }
        Ok(())
    }
}

impl VerificationKey {
    fn new(jwk: &Jwk) -> Result<Self, Error> {
        let unusable = || Error::PublicKey(jwk.kid.clone());
        let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| unusable());
        let (algorithm, key) = match (jwk.alg, &jwk.parameters) {
            (SigningAlgorithm::RS256, KeyParameters::Rsa { n, e }) => {
                let (modulus, exponent) = (decode(n)?, decode(e)?);
                if modulus.len() < 256 || modulus[0] == 0 || exponent.first().is_none_or(|byte| *byte == 0) {
                    return Err(unusable());
                }
                (Algorithm::RS256, DecodingKey::from_rsa_raw_components(&modulus, &exponent))
            }
            (SigningAlgorithm::ES256, KeyParameters::EllipticCurve { x, y, .. }) => {
                if decode(x)?.len() != 32 || decode(y)?.len() != 32 {
                    return Err(unusable());
                }
                (Algorithm::ES256, DecodingKey::from_ec_components(x, y).map_err(|_| unusable())?)
            }
            _ => return Err(unusable()),
        };
        Ok(Self { key, validation: signature_only(algorithm) })
    }
}

/// Checks of the library: the signature, with this algorithm, and nothing else. It would take the time from the global
/// clock; the audience is the caller's to judge.
fn signature_only(algorithm: Algorithm) -> Validation {
    let mut validation = Validation::new(algorithm);
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    validation
}

fn reason(error: &ErrorKind) -> TokenError {
    match error {
        ErrorKind::InvalidSignature | ErrorKind::InvalidAlgorithm => TokenError::BadSignature,
        _ => TokenError::Malformed,
    }
}

/// A claim of seconds since 1970, whose fraction, if any, is dropped (RFC 7519 §2, NumericDate).
fn numeric_date(claims: &Map<String, Value>, name: &str) -> Result<Option<Timestamp>, TokenError> {
    let Some(value) = claims.get(name) else {
        return Ok(None);
    };
    let seconds = value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds.floor() as i64));
    seconds.map(|seconds| Some(Timestamp::from_seconds(seconds))).ok_or(TokenError::Malformed)
}

#[cfg(test)]
mod tests;
