//! A private key, ready to sign.

use std::fmt;

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair, RsaPublicKeyComponents,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use zeroize::Zeroizing;

use super::{Curve, Jwk, KeyParameters, SigningAlgorithm};
use crate::Error;

/// What a token says it is in its header's `typ` (RFC 8725 §3.11), so that one kind is not taken for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenType {
    /// `JWT`: ID tokens, and access tokens in Auth0's dialect.
    Jwt,
    /// `at+jwt`: access tokens of RFC 9068.
    AccessToken,
}

impl TokenType {
    /// The header's value.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jwt => "JWT",
            Self::AccessToken => "at+jwt",
        }
    }
}

/// A private signing key, parsed once. Cheap to use from many threads at once; keep it, do not make it anew per token.
pub struct SigningKey {
    pair: KeyPair,
    public: Jwk,
    jwt_header: String,
    access_token_header: String,
    random: SystemRandom,
}

enum KeyPair {
    Rsa(RsaKeyPair),
    EllipticCurve(EcdsaKeyPair),
}

impl SigningKey {
    /// A new key: 2,048 bits for RS256, which takes tens of milliseconds of a core, on P-256 for ES256. The chance is
    /// AWS-LC's own: it takes no other.
    ///
    /// # Errors
    /// [`Error::Library`] only if the cryptographic library is broken.
    pub fn generate(algorithm: SigningAlgorithm) -> Result<Self, Error> {
        let failure = |_| Error::Library("generate a key");
        let pair = match algorithm {
            SigningAlgorithm::RS256 => KeyPair::Rsa(RsaKeyPair::generate(KeySize::Rsa2048).map_err(failure)?),
            SigningAlgorithm::ES256 => {
                KeyPair::EllipticCurve(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).map_err(failure)?)
            }
        };
        Ok(Self::new(pair))
    }

    /// Reads an unencrypted PKCS#8 key (RFC 5208, DER).
    ///
    /// # Errors
    /// [`Error::SigningKey`] if it is no such key, or not one of this algorithm: RSA of 2,048 to 8,192 bits, or P-256.
    pub fn from_pkcs8(algorithm: SigningAlgorithm, der: &[u8]) -> Result<Self, Error> {
        let rejected = |_| Error::SigningKey(algorithm.as_str());
        let pair = match algorithm {
            SigningAlgorithm::RS256 => KeyPair::Rsa(RsaKeyPair::from_pkcs8(der).map_err(rejected)?),
            SigningAlgorithm::ES256 => {
                let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der).map_err(rejected)?;
                KeyPair::EllipticCurve(pair)
            }
        };
        Ok(Self::new(pair))
    }

    #[expect(clippy::disallowed_methods, reason = "AWS-LC's signatures demand its own generator, and then ignore it")]
    fn new(pair: KeyPair) -> Self {
        let public = pair.public_jwk();
        let header = |token_type: TokenType| {
            let json = json!({"alg": public.alg, "typ": token_type.as_str(), "kid": public.kid});
            URL_SAFE_NO_PAD.encode(json.to_string())
        };
        let (jwt_header, access_token_header) = (header(TokenType::Jwt), header(TokenType::AccessToken));
        Self { pair, public, jwt_header, access_token_header, random: SystemRandom::new() }
    }

    /// The private key as PKCS#8 version 1 (DER), for [`crate::Sealer::seal`] and nowhere else.
    ///
    /// # Errors
    /// [`Error::Library`] only if the cryptographic library is broken.
    pub fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, Error> {
        let failure = |_| Error::Library("encode a key");
        let bytes = match &self.pair {
            KeyPair::Rsa(pair) => pair.as_der().map_err(failure)?.as_ref().to_vec(),
            KeyPair::EllipticCurve(pair) => pair.to_pkcs8v1().map_err(failure)?.as_ref().to_vec(),
        };
        Ok(Zeroizing::new(bytes))
    }

    /// The key's id: its thumbprint (RFC 7638), 43 characters of base64url.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.public.kid
    }

    /// The algorithm it signs with.
    #[must_use]
    pub fn algorithm(&self) -> SigningAlgorithm {
        self.public.alg
    }

    /// The public half.
    #[must_use]
    pub fn public_jwk(&self) -> &Jwk {
        &self.public
    }

    /// Signs a token of this type with these claims, a JSON object: RFC 7515 §3.1's compact form. Takes some 220 µs
    /// (RS256) or 15 µs (ES256) of a core.
    ///
    /// # Errors
    /// [`Error::Library`] only if the cryptographic library is broken.
    pub fn sign_jwt(&self, token_type: TokenType, claims_json: &[u8]) -> Result<String, Error> {
        let header = match token_type {
            TokenType::Jwt => &self.jwt_header,
            TokenType::AccessToken => &self.access_token_header,
        };
        let mut token = String::with_capacity(header.len() + claims_json.len() * 4 / 3 + 350);
        token.push_str(header);
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(claims_json, &mut token);
        let signature = self.sign(token.as_bytes())?;
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(signature, &mut token);
        Ok(token)
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let failure = |_| Error::Library("sign");
        match &self.pair {
            KeyPair::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &self.random, message, &mut signature).map_err(failure)?;
                Ok(signature)
            }
            KeyPair::EllipticCurve(pair) => Ok(pair.sign(&self.random, message).map_err(failure)?.as_ref().to_vec()),
        }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kid, algorithm) = (self.kid(), self.algorithm());
        out.debug_struct("SigningKey").field("kid", &kid).field("algorithm", &algorithm).finish_non_exhaustive()
    }
}

impl KeyPair {
    fn public_jwk(&self) -> Jwk {
        match self {
            Self::Rsa(pair) => {
                let public = RsaPublicKeyComponents::<Vec<u8>>::from(pair.public_key());
                let (n, e) = (URL_SAFE_NO_PAD.encode(public.n), URL_SAFE_NO_PAD.encode(public.e));
                Jwk::new(SigningAlgorithm::RS256, KeyParameters::Rsa { n, e })
            }
            Self::EllipticCurve(pair) => {
                // SEC 1 §2.3.3, uncompressed: the byte 4, then both coordinates.
                let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
                let (x, y) = (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y));
                Jwk::new(SigningAlgorithm::ES256, KeyParameters::EllipticCurve { crv: Curve::P256, x, y })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use serde_json::{Value, json};

    use super::{SigningKey, TokenType};
    use crate::{Error, SigningAlgorithm};

    const ALGORITHMS: [SigningAlgorithm; 2] = [SigningAlgorithm::RS256, SigningAlgorithm::ES256];

    #[test]
    fn keys_survive_storage() {
        for algorithm in ALGORITHMS {
            let key = SigningKey::generate(algorithm).unwrap();
            let stored = SigningKey::from_pkcs8(algorithm, &key.to_pkcs8().unwrap()).unwrap();
            assert_eq!(stored.public_jwk(), key.public_jwk());
            assert_eq!(stored.algorithm(), algorithm);
            assert_eq!(key.kid(), key.public_jwk().parameters.thumbprint());
        }
    }

    #[test]
    fn a_key_of_the_other_kind_is_refused() {
        let [rsa, curve] = ALGORITHMS;
        let key = SigningKey::generate(curve).unwrap().to_pkcs8().unwrap();
        assert!(matches!(SigningKey::from_pkcs8(rsa, &key), Err(Error::SigningKey("RS256"))));
        let key = SigningKey::generate(rsa).unwrap().to_pkcs8().unwrap();
        assert!(matches!(SigningKey::from_pkcs8(curve, &key), Err(Error::SigningKey("ES256"))));
        assert!(SigningKey::from_pkcs8(curve, b"").is_err());
    }

    #[test]
    fn the_header_names_algorithm_type_and_key() {
        let key = SigningKey::generate(SigningAlgorithm::ES256).unwrap();
        for (token_type, typ) in [(TokenType::Jwt, "JWT"), (TokenType::AccessToken, "at+jwt")] {
            let token = key.sign_jwt(token_type, br#"{"sub":"a"}"#).unwrap();
            let parts: Vec<_> = token.split('.').map(|part| URL_SAFE_NO_PAD.decode(part).unwrap()).collect();
            let header: Value = serde_json::from_slice(&parts[0]).unwrap();
            assert_eq!(header, json!({"alg": "ES256", "typ": typ, "kid": key.kid()}));
            assert_eq!(parts[1], br#"{"sub":"a"}"#);
            assert_eq!(parts[2].len(), 64);
        }
    }

    #[test]
    fn rsa_keys_have_2048_bits() {
        let key = SigningKey::generate(SigningAlgorithm::RS256).unwrap();
        let token = key.sign_jwt(TokenType::Jwt, b"{}").unwrap();
        let signature = token.rsplit('.').next().unwrap();
        assert_eq!(URL_SAFE_NO_PAD.decode(signature).unwrap().len(), 256);
    }

    #[test]
    fn debug_shows_no_private_part() {
        let key = SigningKey::generate(SigningAlgorithm::ES256).unwrap();
        assert_eq!(format!("{key:?}"), format!("SigningKey {{ kid: {:?}, algorithm: ES256, .. }}", key.kid()));
    }
}
