//! Making a resource server.

use serde_json::{Value, json};

use super::{create, get, path_of};
use crate::harness::{both_engines, race};
use crate::management::{changes, recorded};

both_engines! {
    async fn a_new_one_has_the_defaults_and_every_process_sees_it(server: &Server) {
        let second = server.second_process().await;
        let made = create(server, json!({"identifier": "https://shop.example.com/api"})).await;
        let id = made["id"].as_str().expect("an id");
        assert!(id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
        let expected = json!({
            "id": id, "name": "https://shop.example.com/api", "identifier": "https://shop.example.com/api",
            "scopes": [], "signing_alg": "RS256", "token_lifetime": 86_400, "token_lifetime_for_web": 86_400,
            "allow_offline_access": false, "skip_consent_for_verifiable_first_party_clients": true,
            "enforce_policies": false, "token_dialect": "access_token", "is_system": false,
        });
        assert_eq!(made, expected);
        assert_eq!(second.get(&path_of(&made)).await.expect(200), made);
        assert_eq!(get(server, "/https%3A%2F%2Fshop.example.com%2Fapi").await, made);
        assert_eq!(get(server, "").await.as_array().map(Vec::len), Some(2));
    }
}

both_engines! {
    async fn every_field_is_kept_as_sent(server: &Server) {
        let scopes = json!([{"value": "read:orders", "description": "Read orders"}, {"value": "write:orders", "description": ""}]);
        let body = json!({
            "name": "Shop", "identifier": "urn:shop", "scopes": scopes, "signing_alg": "ES256", "token_lifetime": 600,
            "token_lifetime_for_web": 300, "allow_offline_access": true, "enforce_policies": true,
            "skip_consent_for_verifiable_first_party_clients": false, "token_dialect": "rfc9068_profile_authz",
        });
        let mut made = create(server, body.clone()).await;
        assert_eq!(made, get(server, "/urn:shop").await);
        let object = made.as_object_mut().expect("an object");
        object.remove("id");
        assert_eq!(object.remove("is_system"), Some(json!(false)));
        assert_eq!(made, body);
        let told = changes(server, "resource_server.created").await;
        let of = |field: &str| told.iter().find(|(name, ..)| name == field).map(|(_, from, to)| (from, to));
        assert_eq!(of("identifier"), Some((&Value::Null, &json!("urn:shop"))));
        assert_eq!(of("token_lifetime"), Some((&Value::Null, &json!(600))));
        assert_eq!(recorded(server, "resource_server.created").await[0]["details"]["actor"]["id"], json!(server.world.client_id));
    }
}

// S4.L34.2 S4.L34.7
both_engines! {
    async fn bad_fields_are_named(server: &Server) {
        for (field, value, named, rule) in [
            ("identifier", json!("a b"), "identifier", "printable ASCII"),
            ("identifier", json!(""), "identifier", "1 to 600"),
            ("identifier", json!("a".repeat(601)), "identifier", "1 to 600"),
            ("identifier", json!("http://localhost:8480/api/v2/"), "identifier", "this server itself"),
            ("identifier", json!("HTTP://LOCALHOST:8480/other"), "identifier", "this server itself"),
            ("identifier", json!("urn:anteroom:management"), "identifier", "this server itself"),
            ("name", json!("<b>"), "name", "1 to 200"),
            ("name", json!("a".repeat(201)), "name", "1 to 200"),
            ("scopes", json!([{"value": "a b"}]), "scopes[0].value", "280"),
            ("scopes", json!([{"value": "a"}, {"value": "a"}]), "scopes[1].value", "already"),
            ("scopes", json!([{"value": "openid"}]), "scopes[0].value", "OpenID Connect"),
            ("scopes", json!([{"value": "a", "description": "d".repeat(501)}]), "scopes[0].description", "500"),
            ("scopes", json!([["a", "b"]]), "scopes[0]", "an object"),
            ("signing_alg", json!("HS256"), "signing_alg", "RS256 and ES256"),
            ("token_lifetime", json!(0), "token_lifetime", "from 1 to 2592000"),
            ("token_lifetime", json!(2_592_001), "token_lifetime", "from 1 to 2592000"),
            ("token_lifetime_for_web", json!(-1), "token_lifetime_for_web", "from 1 to 2592000"),
            ("token_dialect", json!("opaque"), "token_dialect", "rfc9068_profile"),
            ("signing_secret", json!("0123456789abcdef"), "signing_secret", "not allowed"),
            ("is_system", json!(true), "is_system", "not allowed"),
        ] {
            let mut body = json!({"identifier": "urn:shop"});
            body[field] = value;
            let answer = server.post("/api/v2/resource-servers", body).await;
            assert!(answer.text.contains(rule), "{}", answer.text);
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(named));
        }
        assert_eq!(get(server, "").await.as_array().map(Vec::len), Some(1));
    }
}

both_engines! {
    async fn an_identifier_is_taken_once(server: &Server) {
        create(server, json!({"identifier": "urn:shop"})).await;
        for identifier in ["urn:shop", &server.world.client_id] {
            let answer = server.post("/api/v2/resource-servers", json!({"identifier": identifier})).await;
            assert_eq!(answer.refused(409, "resource_server_exists").as_deref(), Some("identifier"));
        }
        // Exact: another spelling is another API.
        create(server, json!({"identifier": "urn:Shop"})).await;
    }
}

both_engines! {
    async fn of_many_at_once_one_is_made(server: &Server) {
        let answers = race(8, |_| {
            let server = server.clone();
            async move { server.post("/api/v2/resource-servers", json!({"identifier": "urn:shop"})).await }
        }).await;
        let made = answers.iter().filter(|answer| answer.status == 201).count();
        assert_eq!(made, 1);
        assert!(answers.iter().all(|answer| [201, 409].contains(&answer.status.as_u16())));
    }
}

both_engines! {
    async fn a_repeated_request_makes_nothing_more(server: &Server) {
        let call = || async {
            let body = json!({"identifier": "urn:shop"});
            let call = server.call("POST", "/api/v2/resource-servers").header("Idempotency-Key", "one");
            call.json(&body).send().await.expect(201)
        };
        assert_eq!(call().await, call().await);
        assert_eq!(recorded(server, "resource_server.created").await.len(), 1);
    }
}
