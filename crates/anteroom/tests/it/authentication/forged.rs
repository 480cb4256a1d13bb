//! Tokens that nobody here gave.

use anteroom_crypto::{SigningAlgorithm, SigningKey, TokenType};
use anteroom_model::Clock;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use super::verify::{encoded, part};
use crate::harness::{OTHER_HOST, Server, both_engines};

const INVALID: &str = "Invalid token";
const BAD_SIGNATURE: &str = "Invalid signature received for JSON Web Token validation";
const EXPIRED: &str = "Expired token received for JSON Web Token validation";

async fn refused(server: &Server, token: &str, words: &str, what: &str) {
    // Twice: what was found wrong once must not be remembered as right.
    for _ in 0..2 {
        let answer = server.call("GET", "/api/v2/users").token(Some(token)).send().await;
        assert_eq!(answer.body["message"], words, "{what}: {}", answer.text);
        answer.refused(401, "invalid_token");
    }
}

/// The claims of a token of the machine client that may do everything, and the id of the key it was signed with.
async fn genuine(server: &Server) -> (String, Value, Value) {
    let token = server.token_of(&server.world.client_id, &server.world.client_secret).await;
    let (header, claims) = (part(&token, 0), part(&token, 1));
    (token, header, claims)
}

fn changed(claims: &Value, name: &str, value: Value) -> Value {
    let mut claims = claims.clone();
    claims[name] = value;
    claims
}

both_engines! {
    // ASVS v5.0.0-9.1.1
    async fn a_changed_token_is_refused(server: &Server) {
        let (token, header, claims) = genuine(server).await;
        let parts: Vec<&str> = token.split('.').collect();
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(200);
        let more = encoded(&changed(&claims, "exp", json!(claims["exp"].as_i64().expect("a time") + 1)));
        refused(server, &format!("{}.{more}.{}", parts[0], parts[2]), BAD_SIGNATURE, "other claims").await;
        let mut signature = parts[2].to_owned();
        signature.replace_range(9..10, if &signature[9..10] == "A" { "B" } else { "A" });
        refused(server, &format!("{}.{}.{signature}", parts[0], parts[1]), BAD_SIGNATURE, "another signature").await;
        refused(server, &format!("{}.{}.", parts[0], parts[1]), BAD_SIGNATURE, "no signature").await;
        refused(server, &format!("{}.{}", parts[0], parts[1]), INVALID, "two parts").await;
        let without_kid = encoded(&json!({"alg": header["alg"], "typ": "JWT"}));
        refused(server, &format!("{without_kid}.{}.{}", parts[1], parts[2]), BAD_SIGNATURE, "no key").await;
        refused(server, &"a".repeat(100_000), INVALID, "a long one").await;
    }
}

both_engines! {
    // ASVS v5.0.0-9.1.2
    async fn only_the_algorithm_of_the_key_counts(server: &Server) {
        let (_, header, claims) = genuine(server).await;
        let keys = server.call("GET", "/.well-known/jwks.json").token(None).send().await.expect(200);
        let rsa = keys["keys"].as_array().expect("keys").iter().find(|key| key["kid"] == header["kid"]).expect("the key");
        for none in ["none", "None", "NONE"] {
            let none = encoded(&json!({"alg": none, "typ": "JWT", "kid": header["kid"]}));
            refused(server, &format!("{none}.{}.", encoded(&claims)), INVALID, "without algorithm").await;
        }
        // The classic confusion: the public key as the secret of a HMAC.
        for secret in [rsa["n"].as_str().expect("a modulus").to_owned(), rsa.to_string()] {
            let mut hmac = Header::new(Algorithm::HS256);
            hmac.kid = header["kid"].as_str().map(str::to_owned);
            let token = jsonwebtoken::encode(&hmac, &claims, &EncodingKey::from_secret(secret.as_bytes()));
            refused(server, &token.expect("a token"), BAD_SIGNATURE, "HS256").await;
        }
    }
}

both_engines! {
    // ASVS v5.0.0-9.1.3
    async fn a_foreign_key_is_refused_even_under_a_known_name(server: &Server) {
        let (_, _, claims) = genuine(server).await;
        let keys = server.call("GET", "/.well-known/jwks.json").token(None).send().await.expect(200);
        for key in keys["keys"].as_array().expect("keys") {
            let algorithm = key["alg"].as_str().expect("an algorithm").parse().expect("an algorithm");
            let foreign = SigningKey::generate(algorithm).expect("a key");
            let token = foreign.sign_jwt(TokenType::Jwt, claims.to_string().as_bytes()).expect("a token");
            refused(server, &token, BAD_SIGNATURE, "a foreign key").await;
            let pkcs8 = foreign.to_pkcs8().expect("a private key");
            let (algorithm, foreign) = match algorithm {
                // The library takes PKCS #1, which begins behind 26 bytes of PKCS #8 for keys of this size.
                SigningAlgorithm::RS256 => (Algorithm::RS256, EncodingKey::from_rsa_der(&pkcs8[26..])),
                SigningAlgorithm::ES256 => (Algorithm::ES256, EncodingKey::from_ec_der(&pkcs8)),
            };
            let mut header = Header::new(algorithm);
            header.kid = key["kid"].as_str().map(str::to_owned);
            let token = jsonwebtoken::encode(&header, &claims, &foreign).expect("a token");
            refused(server, &token, BAD_SIGNATURE, "a foreign key under our key's name").await;
        }
    }
}

both_engines! {
    // S2.L09.3
    async fn no_token_crosses_tenants(server: &Server) {
        let (token, _, claims) = genuine(server).await;
        // Used at home first, so that whatever may be remembered of it is.
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(200);
        let answer = server.call("GET", "/api/v2/users").host(OTHER_HOST).token(Some(&token)).send().await;
        assert_eq!(answer.body["message"], BAD_SIGNATURE);
        answer.refused(401, "invalid_token");
        let configuration = server.services.configuration.current();
        let other = configuration.tenant(server.world.other).expect("the other tenant");
        let key = other.keys.signing(SigningAlgorithm::RS256).expect("a key");
        let as_theirs = changed(&changed(&claims, "iss", json!("http://other.test/")), "aud", json!("http://other.test/api/v2/"));
        for claims in [&claims, &as_theirs] {
            let token = key.sign_jwt(TokenType::Jwt, claims.to_string().as_bytes()).expect("a token");
            refused(server, &token, BAD_SIGNATURE, "the other tenant's key").await;
        }
    }
}

both_engines! {
    // ASVS v5.0.0-9.2.1, v5.0.0-9.2.3, v5.0.0-10.3.1
    async fn claims_that_do_not_fit_are_refused(server: &Server) {
        let (_, _, claims) = genuine(server).await;
        let now = server.clock.now().seconds();
        server.call("GET", "/api/v2/users").token(Some(&server.signed(&claims))).send().await.expect(200);
        let wrong = [
            ("iss", json!("http://other.test/"), INVALID),
            ("iss", json!("http://localhost:8480"), INVALID),
            ("iss", Value::Null, INVALID),
            ("aud", json!("http://other.test/api/v2/"), INVALID),
            ("aud", json!(["https://orders.example.com"]), INVALID),
            ("aud", json!([]), INVALID),
            ("aud", Value::Null, INVALID),
            ("sub", Value::Null, INVALID),
            ("sub", json!("auth0|nobody"), INVALID),
            ("sub", json!("nobody@clients"), INVALID),
            ("sub", json!("@clients"), INVALID),
            ("exp", Value::Null, INVALID),
            ("exp", json!("tomorrow"), INVALID),
            ("exp", json!(now - 1), EXPIRED),
            ("nbf", json!(now + 60), EXPIRED),
        ];
        for (name, value, words) in wrong {
            let token = server.signed(&changed(&claims, name, value.clone()));
            refused(server, &token, words, &format!("{name}: {value}")).await;
        }
        let mut without_exp = claims.clone();
        without_exp.as_object_mut().expect("claims").remove("exp");
        refused(server, &server.signed(&without_exp), INVALID, "without end").await;
        let several = changed(&claims, "aud", json!(["https://orders.example.com", "http://localhost:8480/api/v2/"]));
        server.call("GET", "/api/v2/users").token(Some(&server.signed(&several))).send().await.expect(200);
    }
}

both_engines! {
    async fn a_token_allows_no_more_than_the_client_was_granted(server: &Server) {
        let (id, _) = server.client(server.world.tenant, anteroom_model::PlatformRole::Admin, "read:users").await;
        let (_, _, claims) = genuine(server).await;
        let claims = changed(&claims, "sub", json!(format!("{id}@clients")));
        // What names one client as the subject and another as its holder says nothing.
        let token = server.signed(&claims);
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.refused(401, "invalid_token");
        let token = server.signed(&changed(&claims, "azp", json!(id)));
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(200);
        let answer = server.call("GET", "/api/v2/clients").token(Some(&token)).send().await;
        answer.refused(403, "insufficient_scope");
    }
}
