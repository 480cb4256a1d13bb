//! The console's client belongs to the server: it is seen, and nobody changes it.

use anteroom_model::PlatformRole;
use anteroom_model::scope::all_management;
use serde_json::{Value, json};

use super::{audience, origin};
use crate::harness::{Server, both_engines};

async fn console(server: &Server) -> Value {
    server.get("/api/v2/clients?is_global=true").await.expect(200)[0].clone()
}

both_engines! {
    async fn it_is_marked_as_auth0_marks_its_global_client(server: &Server) {
        let console = console(server).await;
        for (field, value) in [
            ("name", json!("Anteroom console")),
            ("app_type", json!("spa")),
            ("grant_types", json!(["authorization_code"])),
            ("token_endpoint_auth_method", json!("none")),
            ("global", json!(true)),
            ("is_first_party", json!(true)),
            ("callbacks", json!([origin("/console/callback")])),
            ("allowed_logout_urls", json!([origin("/console")])),
        ] {
            assert_eq!(console[field], value, "{field}");
        }
        assert!(console.get("client_secret").is_none());
        let id = console["client_id"].as_str().expect("an id");
        assert_eq!(server.get(&format!("/api/v2/clients/{id}")).await.expect(200), console);
        // Auth0's own tools ask for all but the global client.
        let others = server.get("/api/v2/clients?is_global=false").await.expect(200);
        let others = others.as_array().expect("clients");
        assert!(!others.is_empty() && others.iter().all(|client| client["global"] == false), "{others:?}");
        let all = server.get("/api/v2/clients?include_totals=true").await.expect(200);
        assert_eq!(all["total"], others.len() + 1);
        let grants = server.get(&format!("/api/v2/client-grants?client_id={id}")).await.expect(200);
        assert_eq!(grants.as_array().map(Vec::len), Some(1), "{grants}");
        assert_eq!((&grants[0]["subject_type"], &grants[0]["audience"]), (&json!("user"), &json!(audience())));
        let scopes: Vec<_> = all_management().names().map(|name| json!(name)).collect();
        assert_eq!(grants[0]["scope"], json!(scopes));
    }
}

both_engines! {
    // S4.L04.4, S4.L04.13
    async fn neither_it_nor_its_grant_can_be_changed(server: &Server) {
        let before = console(server).await;
        let id = before["client_id"].as_str().expect("an id");
        let path = format!("/api/v2/clients/{id}");
        let grants = format!("/api/v2/client-grants?client_id={id}");
        let grant = server.get(&grants).await.expect(200);
        let grant_path = format!("/api/v2/client-grants/{}", grant[0]["id"].as_str().expect("an id"));
        let wanted = |subject: &str| {
            json!({"client_id": id, "audience": audience(), "scope": ["read:users"], "subject_type": subject})
        };
        let root = json!({
            "connection": crate::harness::CONNECTION, "email": "owner@example.com", "platform_role": "super_admin",
        });
        let root = server.user_token(&server.create(root).await, all_management().as_str()).await;
        let machine = server.machine(PlatformRole::SuperAdmin, all_management().as_str()).await;
        for token in [&root, &machine] {
            for (method, path, body) in [
                ("PATCH", path.clone(), Some(json!({"callbacks": ["https://evil.example/cb"]}))),
                ("PATCH", path.clone(), Some(json!({"name": "Mine"}))),
                ("PATCH", path.clone(), Some(json!({"token_endpoint_auth_method": "client_secret_post"}))),
                ("DELETE", path.clone(), None),
                ("POST", format!("{path}/rotate-secret"), None),
                ("PATCH", grant_path.clone(), Some(json!({"scope": ["read:users"]}))),
                ("DELETE", grant_path.clone(), None),
                ("POST", "/api/v2/client-grants".to_owned(), Some(wanted("client"))),
                ("POST", "/api/v2/client-grants".to_owned(), Some(wanted("user"))),
            ] {
                let call = server.call(method, &path).token(Some(token));
                let call = match &body {
                    Some(body) => call.json(body),
                    None => call,
                };
                let refused = call.send().await;
                assert_eq!(refused.body["errorCode"], "client_built_in", "{method} {path}: {}", refused.text);
                assert_eq!(refused.status, 403, "{method} {path}");
            }
        }
        assert_eq!(console(server).await, before);
        assert_eq!(server.get(&grants).await.expect(200), grant);
        // What was refused is in the record.
        let events = server.get("/api/v2/logs?per_page=100").await.expect(200);
        let is_refusal = |event: &&Value| event.to_string().contains("client_built_in");
        assert_eq!(events.as_array().expect("events").iter().filter(is_refusal).count(), 18);
    }
}

both_engines! {
    async fn nobody_makes_another_one(server: &Server) {
        for body in [json!({"name": "Console", "global": true}), json!({"name": "Console", "client_id": "console_x"})] {
            server.post("/api/v2/clients", body).await.refused(400, "invalid_body");
        }
        let made = server.post("/api/v2/clients", json!({"name": "Anteroom console", "app_type": "spa"})).await;
        assert_eq!(made.expect(201)["global"], false);
        assert_eq!(server.get("/api/v2/clients?is_global=true").await.expect(200).as_array().map(Vec::len), Some(1));
    }
}
