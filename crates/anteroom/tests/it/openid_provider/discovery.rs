//! What the provider says of itself.

use jsonwebtoken::jwk::JwkSet;
use serde_json::{Value, json};

use super::issuer;
use crate::harness::{HOST, both_engines};

fn holds(list: &Value, word: &str) -> bool {
    list.as_array().is_some_and(|list| list.iter().any(|entry| entry == word))
}

fn check_keys(keys: Value) {
    let listed = keys["keys"].as_array().expect("keys").clone();
    let set: JwkSet = serde_json::from_value(keys).expect("a set of keys");
    assert_eq!(set.keys.len(), listed.len());
    let mut names: Vec<_> = listed.iter().map(|key| key["kid"].as_str().expect("a key's id")).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), listed.len(), "two keys have the same id");
    assert!(listed.iter().any(|key| key["kty"] == "RSA" && key["alg"] == "RS256" && key["use"] == "sig"));
    for key in &listed {
        assert!(["d", "p", "q", "dp", "dq", "qi", "k"].iter().all(|part| key.get(part).is_none()), "a private part");
        if let Some(modulus) = key["n"].as_str() {
            let bytes = data_encoding::BASE64URL_NOPAD.decode(modulus.as_bytes()).expect("base64url");
            assert!(bytes.len() * 8 >= 2048, "a short key");
        }
    }
}

both_engines! {
    async fn oidcc_discovery_endpoint_verification(server: &Server) {
        let path = "/.well-known/openid-configuration";
        let answer = server.call("GET", path).token(None).send().await;
        assert!(answer.header("content-type").is_some_and(|kind| kind.starts_with("application/json")));
        let said = answer.expect(200);
        assert_eq!(said["issuer"], issuer());
        // The address of the document follows from the issuer (OpenID Connect Discovery §4.1).
        assert_eq!(format!("{}{path}", issuer().trim_end_matches('/')), format!("http://{HOST}{path}"));
        for (endpoint, path) in [
            ("authorization_endpoint", "/authorize"),
            ("token_endpoint", "/oauth/token"),
            ("userinfo_endpoint", "/userinfo"),
            ("jwks_uri", "/.well-known/jwks.json"),
            ("end_session_endpoint", "/oidc/logout"),
            ("revocation_endpoint", "/oauth/revoke"),
            ("introspection_endpoint", "/oauth/introspect"),
        ] {
            assert_eq!(said[endpoint], format!("http://{HOST}{path}"));
            let found = server.call("GET", path).token(None).send().await;
            assert_ne!(found.status, 404, "{endpoint} leads nowhere");
        }
        for (list, word) in [
            ("scopes_supported", "openid"),
            ("response_types_supported", "code"),
            ("response_modes_supported", "form_post"),
            ("grant_types_supported", "authorization_code"),
            ("subject_types_supported", "public"),
            ("id_token_signing_alg_values_supported", "RS256"),
            ("token_endpoint_auth_methods_supported", "client_secret_basic"),
            ("token_endpoint_auth_methods_supported", "client_secret_post"),
            ("claims_supported", "sub"),
            ("code_challenge_methods_supported", "S256"),
        ] {
            assert!(holds(&said[list], word), "{list} without {word}");
        }
        assert!(!holds(&said["id_token_signing_alg_values_supported"], "none"));
        assert!(!holds(&said["code_challenge_methods_supported"], "plain"));
        // What is not taken is said: left out, request_uri would count as taken (OpenID Connect Discovery §3).
        for name in ["claims_parameter_supported", "request_parameter_supported", "request_uri_parameter_supported"] {
            assert_eq!(said[name], json!(false), "{name}");
        }
        assert_eq!(said["authorization_response_iss_parameter_supported"], true);
        check_keys(server.call("GET", "/.well-known/jwks.json").token(None).send().await.expect(200));
    }
}
