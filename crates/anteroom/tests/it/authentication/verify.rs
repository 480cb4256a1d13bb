//! A reader of tokens that knows nothing of ours: what any application does with the keys we publish.

use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{DecodingKey, Validation, decode, decode_header};
use serde_json::Value;

use crate::harness::Server;

/// The claims of a token that a key published at this host verifies.
pub async fn verified(server: &Server, host: &str, token: &str) -> Value {
    let published = server.call("GET", "/.well-known/jwks.json").host(host).token(None).send().await.expect(200);
    let published: JwkSet = serde_json::from_value(published).expect("a set of keys");
    let header = decode_header(token).expect("a header");
    let key = published.find(header.kid.as_deref().expect("a key's id")).expect("a published key");
    // Times are those of the tests' clock, and who it is for the tests look at themselves.
    let mut validation = Validation::new(header.alg);
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    let key = DecodingKey::from_jwk(key).expect("a usable key");
    decode::<Value>(token, &key, &validation).expect("a good signature").claims
}

/// The first (0) or second (1) part of a token, whoever signed it.
pub fn part(token: &str, number: usize) -> Value {
    let text = token.split('.').nth(number).expect("a part");
    serde_json::from_slice(&BASE64URL_NOPAD.decode(text.as_bytes()).expect("base64url")).expect("JSON")
}

/// A part of a token of this JSON.
pub fn encoded(json: &Value) -> String {
    BASE64URL_NOPAD.encode(json.to_string().as_bytes())
}
