//! What roles permit.

use serde_json::{Value, json};

use super::{API, api, column, named, path_of, remove, role, told};
use crate::harness::both_engines;
use crate::management::recorded;

both_engines! {
    // S0.L26.2
    async fn permissions_are_added_listed_and_removed(server: &Server) {
        api(server).await;
        let path = format!("{}/permissions", path_of(&role(server, "Clerk").await));
        let answer = server.post(&path, named(&["write:orders", "read:orders", "read:orders"])).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (201, "{}"));
        let row = |name, description| json!({
            "resource_server_identifier": API, "resource_server_name": "Orders", "permission_name": name,
            "description": description,
        });
        let all = server.get(&path).await.expect(200);
        assert_eq!(all, json!([row("read:orders", "Read orders"), row("write:orders", "")]));
        let page = server.get(&format!("{path}?page=1&per_page=1&include_totals=true")).await.expect(200);
        assert_eq!(page, json!({"start": 1, "limit": 1, "length": 1, "total": 2, "permissions": [all[1]]}));
        let given = json!([
            {"resource_server_identifier": API, "permission_name": "read:orders"},
            {"resource_server_identifier": API, "permission_name": "write:orders"},
        ]);
        assert_eq!(told(server, "role.permissions_changed", "permissions").await, (Value::Null, given));

        // What is there already, or not there, is no mistake and no news.
        server.post(&path, named(&["read:orders"])).await.expect(201);
        assert_eq!(remove(server, &path, named(&["delete:orders", "no:such"])).await.status, 204);
        assert_eq!(recorded(server, "role.permissions_changed").await.len(), 1);

        let answer = remove(server, &path, named(&["read:orders"])).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (204, ""));
        assert_eq!(column(&server.get(&path).await.expect(200), "permission_name"), ["write:orders"]);
        let taken = json!([{"resource_server_identifier": API, "permission_name": "read:orders"}]);
        assert_eq!(told(server, "role.permissions_changed", "permissions").await, (taken, Value::Null));
    }
}

both_engines! {
    async fn a_permission_is_a_scope_that_its_api_has(server: &Server) {
        api(server).await;
        let path = format!("{}/permissions", path_of(&role(server, "Clerk").await));
        let with = |identifier: &str, name: &str| json!({"permissions": [
            {"resource_server_identifier": API, "permission_name": "read:orders"},
            {"resource_server_identifier": identifier, "permission_name": name},
        ]});
        let answer = server.post(&path, with(API, "no:such")).await;
        assert!(answer.text.contains("scope of the resource server"), "{}", answer.text);
        assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("permissions[1].permission_name"));
        let answer = server.post(&path, with("https://nowhere.example", "read:orders")).await;
        let field = answer.refused(404, "inexistent_resource_server");
        assert_eq!(field.as_deref(), Some("permissions[1].resource_server_identifier"));
        for management in ["http://localhost:8480/api/v2/", "http://localhost:8480/api/v2"] {
            let answer = server.post(&path, with(management, "read:users")).await;
            let field = answer.refused(400, "operation_not_supported");
            assert_eq!(field.as_deref(), Some("permissions[1].resource_server_identifier"));
        }
        // All or none.
        assert_eq!(server.get(&path).await.expect(200), json!([]));
        for (body, field) in [
            (json!({"permissions": []}), "permissions"),
            (json!({"permissions": vec![json!({"resource_server_identifier": API, "permission_name": "a"}); 1001]}), "permissions"),
            (json!({"permissions": [{"permission_name": "read:orders"}]}), "permissions[0]"),
            (named(&[""]), "permissions[0].permission_name"),
            (named(&[&"a".repeat(281)]), "permissions[0].permission_name"),
            (json!({"permissions": [[API, "read:orders"]]}), "permissions[0]"),
            (json!({"permissions": [{"resource_server_identifier": API, "permission_name": "a", "b": 1}]}), "b"),
        ] {
            for method in ["POST", "DELETE"] {
                let answer = server.call(method, &path).json(&body).send().await;
                assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field), "{method}");
            }
        }
        for method in ["GET", "POST", "DELETE"] {
            let body = if method == "GET" { Value::Null } else { named(&["read:orders"]) };
            let call = server.call(method, "/api/v2/roles/rol_0000000000000000/permissions").json(&body);
            call.send().await.refused(404, "inexistent_role");
        }
    }
}

both_engines! {
    async fn a_scope_that_an_api_has_no_more_is_no_permission_any_more(server: &Server) {
        let api_path = api(server).await;
        let path = format!("{}/permissions", path_of(&role(server, "Clerk").await));
        server.post(&path, named(&["read:orders", "write:orders"])).await.expect(201);
        let scopes = json!({"scopes": [{"value": "read:orders"}, {"value": "new:orders"}]});
        server.patch(&api_path, scopes).await.expect(200);
        assert_eq!(column(&server.get(&path).await.expect(200), "permission_name"), ["read:orders"]);
        // One of the same name later on is another.
        let scopes = json!({"scopes": [{"value": "read:orders"}, {"value": "write:orders"}]});
        server.patch(&api_path, scopes).await.expect(200);
        assert_eq!(column(&server.get(&path).await.expect(200), "permission_name"), ["read:orders"]);
        assert_eq!(server.delete(&api_path).await.status, 204);
        assert_eq!(server.get(&path).await.expect(200), json!([]));
        api(server).await;
        assert_eq!(server.get(&path).await.expect(200), json!([]));
    }
}
