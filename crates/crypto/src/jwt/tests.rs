use std::sync::LazyLock;

use anteroom_model::Timestamp;
use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256, RsaEncoding, RsaKeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::{MAX_TOKEN_BYTES, TokenError, Verifier};
use crate::signing::KeyParameters;
use crate::{Error, Jwk, SigningAlgorithm, SigningKey, TokenType};

static RSA: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate(SigningAlgorithm::RS256).unwrap());
static CURVE: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate(SigningAlgorithm::ES256).unwrap());

const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

fn verifier() -> Verifier {
    Verifier::new([RSA.public_jwk(), CURVE.public_jwk()]).unwrap()
}

fn sign(key: &SigningKey, claims: &Value) -> String {
    key.sign_jwt(TokenType::Jwt, claims.to_string().as_bytes()).unwrap()
}

fn valid() -> Value {
    json!({"sub": "auth0|1", "aud": "https://api/", "exp": NOW.seconds() + 10})
}

/// A token with any header, signed by this key as its own algorithm does.
fn sign_with_header(key: &SigningKey, header: &Value) -> String {
    let message = message(header);
    let signature = key.sign(message.as_bytes()).unwrap();
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// Header and valid claims, ready to be signed.
fn message(header: &Value) -> String {
    format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(valid().to_string()))
}

#[test]
fn what_our_keys_signed_is_believed() {
    for key in [&*RSA, &*CURVE] {
        let token = key.sign_jwt(TokenType::AccessToken, valid().to_string().as_bytes()).unwrap();
        let verified = verifier().verify(&token, NOW).unwrap();
        assert_eq!(verified.kid, key.kid());
        assert_eq!(verified.token_type.as_deref(), Some("at+jwt"));
        assert_eq!(Value::Object(verified.claims.clone()), valid());
        assert_eq!(verified.expires(), NOW.plus_seconds(10));
    }
}

#[test]
fn changed_claims_are_refused() {
    for key in [&*RSA, &*CURVE] {
        let token = sign(key, &valid());
        let mut parts: Vec<&str> = token.split('.').collect();
        let forged = URL_SAFE_NO_PAD.encode(json!({"sub": "auth0|2", "exp": NOW.seconds() + 10}).to_string());
        parts[1] = &forged;
        assert_eq!(verifier().verify(&parts.join("."), NOW), Err(TokenError::BadSignature));
    }
}

#[test]
fn a_changed_or_missing_signature_is_refused() {
    for key in [&*RSA, &*CURVE] {
        let token = sign(key, &valid());
        let (message, signature) = token.rsplit_once('.').unwrap();
        let mut bytes = URL_SAFE_NO_PAD.decode(signature).unwrap();
        bytes[5] ^= 1;
        let changed = format!("{message}.{}", URL_SAFE_NO_PAD.encode(bytes));
        assert_eq!(verifier().verify(&changed, NOW), Err(TokenError::BadSignature));
        assert_eq!(verifier().verify(&format!("{message}."), NOW), Err(TokenError::BadSignature));
        assert_eq!(verifier().verify(&format!("{message}.!"), NOW), Err(TokenError::Malformed));
    }
}

#[test]
fn the_algorithm_none_is_refused() {
    for alg in ["none", "None", "NONE", ""] {
        let header = json!({"alg": alg, "typ": "JWT", "kid": RSA.kid()});
        assert_eq!(verifier().verify(&format!("{}.", message(&header)), NOW), Err(TokenError::Malformed));
        assert_eq!(verifier().verify(&sign_with_header(&RSA, &header), NOW), Err(TokenError::Malformed));
    }
}

#[test]
fn a_public_key_is_no_shared_secret() {
    for key in [&*RSA, &*CURVE] {
        let jwk = key.public_jwk();
        let numbers = match &jwk.parameters {
            KeyParameters::Rsa { n, .. } => URL_SAFE_NO_PAD.decode(n).unwrap(),
            KeyParameters::EllipticCurve { x, y, .. } => {
                [vec![4], URL_SAFE_NO_PAD.decode(x).unwrap(), URL_SAFE_NO_PAD.decode(y).unwrap()].concat()
            }
        };
        for secret in [numbers, serde_json::to_vec(jwk).unwrap(), Vec::new()] {
            let message = message(&json!({"alg": "HS256", "typ": "JWT", "kid": key.kid()}));
            let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &secret), message.as_bytes());
            let token = format!("{message}.{}", URL_SAFE_NO_PAD.encode(tag));
            assert_eq!(verifier().verify(&token, NOW), Err(TokenError::BadSignature));
        }
    }
}

#[test]
fn one_keys_signature_under_the_others_name_is_refused() {
    for (signer, named) in [(&*RSA, &*CURVE), (&*CURVE, &*RSA)] {
        let honest = sign_with_header(signer, &json!({"alg": signer.algorithm(), "kid": signer.kid()}));
        assert!(verifier().verify(&honest, NOW).is_ok());
        for alg in [signer.algorithm(), named.algorithm()] {
            let token = sign_with_header(signer, &json!({"alg": alg, "kid": named.kid()}));
            assert_eq!(verifier().verify(&token, NOW), Err(TokenError::BadSignature));
        }
    }
}

#[test]
fn another_algorithm_of_the_same_key_is_refused() {
    let pair = RsaKeyPair::from_pkcs8(&RSA.to_pkcs8().unwrap()).unwrap();
    let encodings: [(&str, &'static dyn RsaEncoding); 3] =
        [("RS384", &RSA_PKCS1_SHA384), ("RS512", &RSA_PKCS1_SHA512), ("PS256", &RSA_PSS_SHA256)];
    for (alg, encoding) in encodings {
        let message = message(&json!({"alg": alg, "kid": RSA.kid()}));
        let mut signature = vec![0; pair.public_modulus_len()];
        pair.sign(encoding, &SystemRandom::default(), message.as_bytes(), &mut signature).unwrap();
        let token = format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature));
        assert_eq!(verifier().verify(&token, NOW), Err(TokenError::BadSignature));
    }
}

#[test]
fn unknown_and_unnamed_keys_are_refused() {
    let stranger = SigningKey::generate(SigningAlgorithm::ES256).unwrap();
    assert_eq!(verifier().verify(&sign(&stranger, &valid()), NOW), Err(TokenError::UnknownKey));
    let brought = json!({"alg": "ES256", "kid": CURVE.kid(), "jwk": stranger.public_jwk()});
    assert_eq!(verifier().verify(&sign_with_header(&stranger, &brought), NOW), Err(TokenError::BadSignature));
    let unnamed = sign_with_header(&CURVE, &json!({"alg": "ES256"}));
    assert_eq!(verifier().verify(&unnamed, NOW), Err(TokenError::UnknownKey));
}

#[test]
fn the_expiry_is_the_first_moment_too_late() {
    let token = sign(&CURVE, &valid());
    let last = Timestamp(NOW.plus_seconds(10).0 - 1);
    assert!(verifier().verify(&token, last).is_ok());
    assert_eq!(verifier().verify(&token, NOW.plus_seconds(10)), Err(TokenError::Expired));
    assert!(verifier().verify_signature(&token).is_ok());
}

#[test]
fn not_before_is_the_first_moment_in_time() {
    let token = sign(&CURVE, &json!({"exp": NOW.seconds() + 10, "nbf": NOW.seconds()}));
    assert!(verifier().verify(&token, NOW).is_ok());
    assert_eq!(verifier().verify(&token, Timestamp(NOW.0 - 1)), Err(TokenError::NotYetValid));
}

#[test]
fn leeway_is_a_minute_at_most() {
    let token = sign(&CURVE, &json!({"exp": NOW.seconds(), "nbf": NOW.seconds() - 1}));
    for (leeway, allowed) in [(0, 0), (30, 30), (255, 60)] {
        let verifier = verifier().with_leeway(leeway);
        assert_eq!(verifier.verify(&token, NOW.plus_seconds(allowed)), Err(TokenError::Expired));
        assert!(verifier.verify(&token, NOW.plus_seconds(allowed - 1)).is_ok());
        assert_eq!(verifier.verify(&token, NOW.plus_seconds(-allowed - 2)), Err(TokenError::NotYetValid));
    }
}

#[test]
fn times_must_be_numbers_and_the_expiry_present() {
    for claims in [json!({}), json!({"exp": "1900000000"}), json!({"exp": null}), json!({"exp": 1e10, "nbf": "0"})] {
        assert_eq!(verifier().verify(&sign(&CURVE, &claims), NOW), Err(TokenError::Malformed), "{claims}");
    }
    for claims in [json!({"exp": u64::MAX}), json!({"exp": 1e300}), json!({"exp": 1_900_000_000.5})] {
        assert!(verifier().verify(&sign(&CURVE, &claims), NOW).is_ok(), "{claims}");
    }
    assert_eq!(verifier().verify(&sign(&CURVE, &json!({"exp": -1e300})), NOW), Err(TokenError::Expired));
}

#[test]
fn what_is_no_token_is_malformed() {
    let token = sign(&CURVE, &valid());
    let critical = json!({"alg": "ES256", "kid": CURVE.kid(), "crit": ["b64"], "b64": true});
    let critical = sign_with_header(&CURVE, &critical);
    let nested = CURVE.sign_jwt(TokenType::Jwt, format!("{{\"a\":{}", "[".repeat(4000)).as_bytes()).unwrap();
    let array = CURVE.sign_jwt(TokenType::Jwt, b"[]").unwrap();
    for wrong in ["", ".", "..", "a.b.c", "ключ", &format!("{token}.x"), &nested, &critical, &array] {
        assert_eq!(verifier().verify(wrong, NOW), Err(TokenError::Malformed), "{wrong}");
    }
}

#[test]
fn tokens_beyond_8_kib_are_not_looked_at() {
    let padded = |length: usize| sign(&CURVE, &json!({"exp": NOW.seconds() + 10, "a": "a".repeat(length)}));
    let most = (0..).map(|extra| padded(5_900 + extra)).find(|token| token.len() + 2 > MAX_TOKEN_BYTES).unwrap();
    assert!(most.len() <= MAX_TOKEN_BYTES, "{}", most.len());
    assert!(verifier().verify(&most, NOW).is_ok());
    assert_eq!(verifier().verify(&padded(6_000), NOW), Err(TokenError::Malformed));
}

#[test]
fn unusable_keys_are_refused() {
    let (rsa, curve) = (RSA.public_jwk(), CURVE.public_jwk());
    let small = KeyParameters::Rsa { n: "0".repeat(170), e: "AQAB".to_owned() };
    for jwk in [
        Jwk { alg: SigningAlgorithm::ES256, ..rsa.clone() },
        Jwk { alg: SigningAlgorithm::RS256, ..curve.clone() },
        Jwk { parameters: small, ..rsa.clone() },
    ] {
        assert!(matches!(Verifier::new([&jwk]), Err(Error::PublicKey(kid)) if kid == jwk.kid));
    }
    let namesake = Jwk { kid: rsa.kid.clone(), ..curve.clone() };
    assert!(matches!(Verifier::new([rsa, &namesake]), Err(Error::PublicKey(_))));
}
