//! Granting clients scopes of APIs.

use serde_json::{Value, json};

use super::{MANAGEMENT, ORDERS, client, events, grant, path_of, with_orders};
use crate::harness::{both_engines, race};
use crate::stored;

both_engines! {
    async fn a_grant_lets_a_client_get_tokens(server: &Server) {
        with_orders(server).await;
        let made = server.post("/api/v2/clients", json!({"name": "Robot", "app_type": "non_interactive"})).await.expect(201);
        let id = made["client_id"].as_str().expect("an id");
        let granted = grant(server, id, ORDERS, &["read:orders"]).await.expect(201);
        let expected = json!({
            "id": granted["id"], "client_id": id, "audience": ORDERS, "scope": ["read:orders"], "subject_type": "client",
            "is_system": false,
        });
        assert_eq!(granted, expected);
        assert!(granted["id"].as_str().is_some_and(|id| id.starts_with("cgr_") && id.len() == 20));
        assert_eq!(server.get(&path_of(&granted)).await.expect(200), expected);
        let form = format!(
            "grant_type=client_credentials&client_id={id}&client_secret={}&audience={ORDERS}",
            made["client_secret"].as_str().expect("a secret")
        );
        let token = server.call("POST", "/oauth/token").token(None).form(&form).send().await.expect(200);
        assert_eq!(token["scope"], "read:orders");
        let event = &events(server, "sapi", &granted).await[0];
        assert_eq!(event["details"]["kind"], "client_grant.created");
        let changes = json!([
            {"field": "client_id", "to": id}, {"field": "audience", "to": ORDERS}, {"field": "scope", "to": "read:orders"},
            {"field": "subject_type", "to": "client"},
        ]);
        assert_eq!(event["details"]["changes"], changes);
    }
}

both_engines! {
    async fn every_identifier_of_the_management_api_names_it(server: &Server) {
        for audience in [MANAGEMENT, "http://localhost:8480/api/v2"] {
            let granted = grant(server, &client(server).await, audience, &["read:users", "read:users"]).await.expect(201);
            let seen = (&granted["audience"], &granted["is_system"], &granted["scope"]);
            assert_eq!(seen, (&json!(MANAGEMENT), &json!(true), &json!(["read:users"])));
        }
        for audience in ["urn:anteroom:management", "http://other.test/api/v2/", "http://localhost:8480/api/v2/users", ORDERS] {
            let answer = grant(server, &client(server).await, audience, &[]).await;
            assert_eq!(answer.refused(404, "inexistent_resource_server").as_deref(), Some("audience"), "{audience}");
        }
    }
}

both_engines! {
    async fn a_second_grant_for_the_same_is_refused(server: &Server) {
        with_orders(server).await;
        let id = client(server).await;
        let body = |audience: &str, subject: &str| json!({"client_id": id, "audience": audience, "subject_type": subject});
        let first = server.post("/api/v2/client-grants", body(ORDERS, "client")).await.expect(201);
        assert_eq!(first["scope"], json!([]));
        let before = stored::rows(server).await;
        let answer = server.post("/api/v2/client-grants", body(ORDERS, "client")).await;
        assert!(answer.text.contains(first["id"].as_str().expect("an id")), "{}", answer.text);
        assert_eq!(answer.refused(409, "client_grant_exists"), None);
        assert_eq!(stored::rows(server).await, before);
        server.post("/api/v2/client-grants", body(ORDERS, "user")).await.expect(201);
        server.post("/api/v2/client-grants", body(MANAGEMENT, "client")).await.expect(201);
        grant(server, &client(server).await, ORDERS, &[]).await.expect(201);
    }
}

both_engines! {
    async fn of_many_equal_grants_at_once_one_is_made(server: &Server) {
        let id = client(server).await;
        let answers = race(8, |_| {
            let (server, id) = (server.clone(), id.clone());
            async move { grant(&server, &id, MANAGEMENT, &["read:users"]).await }
        });
        let mut statuses: Vec<u16> = answers.await.iter().map(|answer| answer.status.as_u16()).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409, 409, 409, 409, 409, 409, 409]);
    }
}

both_engines! {
    async fn a_value_that_breaks_a_rule_is_named_and_nothing_is_stored(server: &Server) {
        with_orders(server).await;
        let id = client(server).await;
        let before = stored::rows(server).await;
        for (name, value, field) in [
            ("client_id", json!(""), "client_id"), ("client_id", json!("c".repeat(65)), "client_id"),
            ("client_id", Value::Null, "client_id"), ("audience", json!(""), "audience"),
            ("audience", json!("a".repeat(601)), "audience"), ("scope", json!("read:orders"), "scope"),
            ("scope", json!(["read:orders", ""]), "scope[1]"), ("scope", json!(["read:orders write:orders"]), "scope[0]"),
            ("scope", json!(["a".repeat(281)]), "scope[0]"), ("scope", json!(["read:users"]), "scope"),
            ("subject_type", json!("robot"), "subject_type"), ("organization_usage", json!("allow"), "organization_usage"),
            ("allow_any_organization", json!(true), "allow_any_organization"), ("allow_all_scopes", json!(true), "allow_all_scopes"),
            ("default_for", json!("third_party_clients"), "default_for"), ("id", json!("cgr_1"), "id"),
        ] {
            let mut body = json!({"client_id": id, "audience": ORDERS, "scope": ["read:orders"]});
            body[name] = value;
            let named = server.post("/api/v2/client-grants", body.clone()).await.refused(400, "invalid_body");
            assert_eq!(named.as_deref(), Some(field), "{body}");
        }
        let answer = grant(server, &id, MANAGEMENT, &["read:users", "read:orders"]).await;
        assert!(answer.text.contains("read:orders"), "{}", answer.text);
        assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("scope"));
        let answer = grant(server, "nobody", ORDERS, &[]).await;
        assert_eq!(answer.refused(404, "inexistent_client").as_deref(), Some("client_id"));
        assert_eq!(stored::rows(server).await, before);
        let harmless = json!({
            "client_id": id, "audience": ORDERS, "scope": null, "organization_usage": "deny", "allow_any_organization": false,
            "allow_all_scopes": false, "subject_type": null,
        });
        server.post("/api/v2/client-grants", harmless).await.expect(201);
    }
}
