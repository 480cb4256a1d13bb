//! Making, reading, changing and deleting a role.

use serde_json::{Value, json};

use super::{path_of, role, told};
use crate::harness::{Server, both_engines};
use crate::management::{changes, recorded};

both_engines! {
    // S0.L26.1
    async fn a_role_is_made_read_changed_and_deleted(server: &Server) {
        let body = json!({"name": "Editor", "description": "Edits articles"});
        let made = server.post("/api/v2/roles", body).await.expect(200);
        let id = made["id"].as_str().expect("an id");
        assert!(id.starts_with("rol_") && id.len() == 20 && id[4..].bytes().all(|byte| byte.is_ascii_alphanumeric()));
        let expected = json!({"id": id, "name": "Editor", "description": "Edits articles", "is_default": false});
        assert_eq!(made, expected);
        let path = path_of(&made);
        assert_eq!(server.get(&path).await.expect(200), made);
        assert_eq!(told(server, "role.created", "name").await, (Value::Null, json!("Editor")));

        let changed = server.patch(&path, json!({"name": "Author", "is_default": true})).await.expect(200);
        assert_eq!(changed, json!({"id": id, "name": "Author", "description": "Edits articles", "is_default": true}));
        assert_eq!(server.get(&path).await.expect(200), changed);
        let expected = [
            ("is_default".to_owned(), json!(false), json!(true)), ("name".to_owned(), json!("Editor"), json!("Author")),
        ];
        assert_eq!(changes(server, "role.updated").await, expected);
        let cleared = server.patch(&path, json!({"description": null})).await.expect(200);
        assert_eq!((&cleared["name"], &cleared["description"]), (&json!("Author"), &json!("")));

        let answer = server.delete(&path).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, "{}"));
        for (method, body) in [("GET", Value::Null), ("PATCH", json!({"name": "x"})), ("DELETE", Value::Null)] {
            server.call(method, &path).json(&body).send().await.refused(404, "inexistent_role");
        }
        let deleted = &recorded(server, "role.deleted").await[0];
        assert_eq!(deleted["details"]["target"]["id"], json!(id));
        assert_eq!(deleted["details"]["actor"]["id"], json!(server.world.client_id));
    }
}

both_engines! {
    async fn what_changes_nothing_is_not_recorded(server: &Server) {
        let made = role(server, "Editor").await;
        assert_eq!(server.patch(&path_of(&made), json!({})).await.expect(200), made);
        assert_eq!(server.patch(&path_of(&made), json!({"name": "Editor"})).await.expect(200), made);
        assert_eq!(recorded(server, "role.updated").await, Vec::<Value>::new());
    }
}

both_engines! {
    async fn a_name_is_taken_once_in_any_case(server: &Server) {
        let editor = role(server, "Editor").await;
        let other = role(server, "Other").await;
        for name in ["Editor", "EDITOR", "éditor", "  editor"] {
            let answer = server.post("/api/v2/roles", json!({"name": name})).await;
            assert_eq!(answer.refused(409, "role_exists").as_deref(), Some("name"), "{name}");
            let answer = server.patch(&path_of(&other), json!({"name": name})).await;
            assert_eq!(answer.refused(409, "role_exists").as_deref(), Some("name"), "{name}");
        }
        assert_eq!(server.patch(&path_of(&editor), json!({"name": "EDITOR"})).await.expect(200)["name"], "EDITOR");
        server.delete(&path_of(&editor)).await.expect(200);
        role(server, "editor").await;
    }
}

both_engines! {
    // S4.L34.2 S4.L34.7
    async fn bad_fields_are_named(server: &Server) {
        let made = role(server, "Editor").await;
        for (field, value, named) in [
            ("name", json!(""), "name"),
            ("name", json!(" \u{200b}"), "name"),
            ("name", json!("<b>"), "name"),
            ("name", json!("a".repeat(201)), "name"),
            ("name", Value::Null, "name"),
            ("description", json!("d".repeat(501)), "description"),
            ("description", json!(1), "description"),
            ("is_default", json!("yes"), "is_default"),
            ("id", json!("rol_0000000000000000"), "id"),
        ] {
            let mut body = json!({"name": "New"});
            body[field] = value.clone();
            let answer = server.post("/api/v2/roles", body).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(named), "{value}");
            let answer = server.patch(&path_of(&made), json!({field: value})).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(named), "{value}");
        }
        server.post("/api/v2/roles", json!({})).await.refused(400, "invalid_body");
        assert_eq!(server.get("/api/v2/roles").await.expect(200), json!([made]));
    }
}

both_engines! {
    async fn a_repeated_request_makes_nothing_more(server: &Server) {
        let call = async |name: &str| {
            let call = server.call("POST", "/api/v2/roles").header("Idempotency-Key", "one");
            call.json(&json!({"name": name})).send().await
        };
        let made = call("Editor").await.expect(200);
        assert_eq!(call("Editor").await.expect(200), made);
        call("Author").await.refused(409, "idempotency_key_reused");
        assert_eq!(recorded(server, "role.created").await.len(), 1);
        server.delete(&path_of(&made)).await.expect(200);
        call("Editor").await.refused(409, "idempotency_key_reused");
    }
}

both_engines! {
    async fn a_role_of_many_is_deleted_in_parts(server: &Server) {
        let role = server.post("/api/v2/roles", json!({"name": "Everybody", "is_default": true})).await.expect(200);
        let file: String = (0..5_001).map(|n| json!({"email": format!("p{n}@example.com")}).to_string() + "\n").collect();
        let request = crate::imports::request(server, anteroom_model::job::ImportFormat::Ndjson);
        assert_eq!(crate::imports::import(server, request, file).await.counts(), [5_001, 0, 0, 5_001]);
        let path = format!("/api/v2/roles/{}", role["id"].as_str().expect("an id"));
        let members = server.get(&format!("{path}/users?include_totals=true&per_page=1")).await.expect(200);
        assert_eq!(members["total"], 5_001);
        server.delete(&path).await.expect(200);
        server.get(&path).await.refused(404, "inexistent_role");
        assert_eq!(recorded(server, "role.deleted").await.len(), 1);
        let found = server.get("/api/v2/users?q=email:p5000@example.com").await.expect(200);
        let roles = server.get(&format!("{}/roles", Server::path_of(&found[0]))).await.expect(200);
        assert_eq!(roles, json!([]));
    }
}
