//! Tokens that somebody else made, or changed: none is believed but what our own keys signed, as they signed it.
#![no_main]

use std::sync::LazyLock;

use anteroom_crypto::jwt::MAX_TOKEN_BYTES;
use anteroom_crypto::{SigningAlgorithm, SigningKey, TokenError, TokenType, Verifier};
use anteroom_model::Timestamp;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value};

const NOW: i64 = 1_700_000_000;
const CLAIMS: &[u8] = br#"{"iss":"https://a.example/","sub":"auth0|1","aud":"x","iat":1700000000,"exp":1700086400}"#;

struct World {
    key: SigningKey,
    verifier: Verifier,
    /// The ids of the keys, in place of which inputs say `KID0` and `KID1`.
    kids: [String; 2],
    /// Tokens that are right.
    tokens: [String; 2],
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let [rsa, key] =
        [SigningAlgorithm::RS256, SigningAlgorithm::ES256].map(|it| SigningKey::generate(it).expect("a key"));
    let verifier = Verifier::new([rsa.public_jwk(), key.public_jwk()]).expect("a verifier");
    let tokens = [&rsa, &key].map(|key| key.sign_jwt(TokenType::AccessToken, CLAIMS).expect("a token"));
    let kids = [&rsa, &key].map(|key| key.kid().to_owned());
    for token in &tokens {
        assert!(verifier.verify(token, Timestamp::from_seconds(NOW)).is_ok());
    }
    World { key, verifier, kids, tokens }
});

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    match kind % 4 {
        0 => of_a_stranger(rest),
        1 => with_claims(rest),
        2 => changed(rest),
        _ => with_another_header(rest),
    }
});

/// Whatever is sent, nobody but us has the keys.
fn of_a_stranger(data: &[u8]) {
    let text = String::from_utf8_lossy(data).replace("KID0", &WORLD.kids[0]).replace("KID1", &WORLD.kids[1]);
    assert!(WORLD.verifier.verify_signature(&text).is_err(), "believed: {text}");
    // The same with its parts encoded, so that what is inside them is reached.
    let parts: Vec<String> = text.split('.').map(|part| URL_SAFE_NO_PAD.encode(part)).collect();
    assert!(WORLD.verifier.verify_signature(&parts.join(".")).is_err(), "believed: {text}");
}

/// Claims of any kind under our own signature: what is answered is what stands there, and times mean what they say.
fn with_claims(data: &[u8]) {
    let token = WORLD.key.sign_jwt(TokenType::AccessToken, data).expect("a token");
    let said = serde_json::from_slice::<Map<String, Value>>(data).ok();
    let verified = match (WORLD.verifier.verify_signature(&token), said) {
        (Ok(verified), Some(said)) => {
            assert_eq!(verified.claims, said);
            verified
        }
        (Ok(_), None) => panic!("claims that are no object"),
        (Err(error), said) => {
            assert_eq!(error, TokenError::Malformed, "our own signature");
            return whole_claims_are_taken(said);
        }
    };
    assert!(token.len() <= MAX_TOKEN_BYTES);
    let time = |name: &str| verified.claims.get(name).map(|value| value.as_f64().expect("a number").floor());
    let expires = time("exp").expect("a token expires");
    assert_eq!(verified.token_type.as_deref(), Some("at+jwt"));
    let checked = WORLD.verifier.check_times(&verified, Timestamp::from_seconds(NOW));
    let now = NOW as f64;
    let expected = if now >= expires {
        Err(TokenError::Expired)
    } else if time("nbf").is_some_and(|begins| begins > now) {
        Err(TokenError::NotYetValid)
    } else {
        Ok(())
    };
    assert_eq!(checked, expected);
}

/// An object whose registered claims have the types of RFC 7519 §4.1 is no malformed token, if each name stands there
/// once and it is short enough.
fn whole_claims_are_taken(said: Option<Map<String, Value>>) {
    let Some(said) = said else { return };
    let is_time = |name: &str| said.get(name).map(Value::is_i64);
    let is_text = |name: &str| said.get(name).is_none_or(Value::is_string);
    let is_audience = said.get("aud").is_none_or(|audience| match audience {
        Value::Array(several) => several.iter().all(Value::is_string),
        one => one.is_string(),
    });
    if is_time("exp") != Some(true)
        || is_time("nbf") == Some(false)
        || !is_audience
        || !["iss", "sub", "jti"].map(is_text).iter().all(|fits| *fits)
    {
        return;
    }
    let text = Value::Object(said).to_string();
    let token = WORLD.key.sign_jwt(TokenType::AccessToken, text.as_bytes()).expect("a token");
    if token.len() <= MAX_TOKEN_BYTES {
        assert!(WORLD.verifier.verify_signature(&token).is_ok(), "refused: {text}");
    }
}

/// A token of ours with some bytes replaced, put in or taken out is not a token of ours.
fn changed(data: &[u8]) {
    let Some((which, edits)) = data.split_first() else { return };
    let token = &WORLD.tokens[usize::from(which % 2)];
    let mut bytes = token.clone().into_bytes();
    for edit in edits.chunks_exact(4).take(8) {
        let place = usize::from(u16::from_le_bytes([edit[1], edit[2]])) % bytes.len().max(1);
        match edit[0] % 3 {
            0 if !bytes.is_empty() => bytes[place] = edit[3],
            1 if !bytes.is_empty() => drop(bytes.remove(place)),
            _ => bytes.insert(place, edit[3]),
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    if text != token.as_str() {
        assert!(WORLD.verifier.verify_signature(&text).is_err(), "believed: {text}");
    }
}

/// A header of any kind before claims and signature of ours.
fn with_another_header(data: &[u8]) {
    let Some((which, header)) = data.split_first() else { return };
    let which = usize::from(which % 2);
    let (own, rest) = WORLD.tokens[which].split_once('.').expect("a token");
    let header = String::from_utf8_lossy(header).replace("KID0", &WORLD.kids[0]).replace("KID1", &WORLD.kids[1]);
    let encoded = URL_SAFE_NO_PAD.encode(header.as_bytes());
    if encoded != own {
        assert!(WORLD.verifier.verify_signature(&format!("{encoded}.{rest}")).is_err(), "believed: {header}");
    }
}
