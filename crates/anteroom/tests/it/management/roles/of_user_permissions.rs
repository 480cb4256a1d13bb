//! The permissions of a user.

use serde_json::{Value, json};

use super::{API, api, column, named, path_of, remove, role, told, user};
use crate::harness::{Server, both_engines};
use crate::management::recorded;

/// What a permission comes from: the types and names of its sources.
fn sources(row: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let rows = row["sources"].as_array().expect("sources").iter();
    rows.map(|source| (text(&source["source_type"]), text(&source["source_name"]))).collect()
}

both_engines! {
    // S0.L26.2
    async fn permissions_come_directly_and_by_roles(server: &Server) {
        api(server).await;
        let (clerk, keeper) = (role(server, "Clerk").await, role(server, "Keeper").await);
        for (role, names) in [(&clerk, vec!["read:orders", "write:orders"]), (&keeper, vec!["read:orders"])] {
            server.post(&format!("{}/permissions", path_of(role)), named(&names)).await.expect(201);
        }
        let ada = user(server, "Ada").await;
        let path = format!("{}/permissions", Server::path_of(&ada));
        let answer = server.post(&path, named(&["read:orders", "delete:orders"])).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (201, "{}"));
        let all = server.get(&path).await.expect(200);
        let expected = json!({
            "resource_server_identifier": API, "resource_server_name": "Orders", "permission_name": "delete:orders",
            "description": "", "sources": [{"source_id": "", "source_name": "", "source_type": "DIRECT"}],
        });
        assert_eq!(all[0], expected);
        assert_eq!(column(&all, "permission_name"), ["delete:orders", "read:orders"]);

        let roles = json!({"roles": [clerk["id"], keeper["id"]]});
        server.post(&format!("{}/roles", Server::path_of(&ada)), roles).await.expect(204);
        let all = server.get(&path).await.expect(200);
        assert_eq!(column(&all, "permission_name"), ["delete:orders", "read:orders", "write:orders"]);
        let of = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
        assert_eq!(sources(&all[0]), [of("DIRECT", "")]);
        assert_eq!(sources(&all[1]), [of("DIRECT", ""), of("ROLE", "Clerk"), of("ROLE", "Keeper")]);
        assert_eq!(sources(&all[2]), [of("ROLE", "Clerk")]);
        assert_eq!(all[2]["sources"][0]["source_id"], clerk["id"]);
        let page = server.get(&format!("{path}?page=1&per_page=1&include_totals=true")).await.expect(200);
        assert_eq!(page, json!({"start": 1, "limit": 1, "length": 1, "total": 3, "permissions": [all[1]]}));
        assert_eq!(server.get(&format!("{path}?page=3&per_page=1")).await.expect(200), json!([]));

        // What roles permit stays.
        remove(server, &path, named(&["read:orders", "write:orders", "delete:orders"])).await.expect(204);
        let all = server.get(&path).await.expect(200);
        assert_eq!(column(&all, "permission_name"), ["read:orders", "write:orders"]);
        let taken = named(&["delete:orders", "read:orders"])["permissions"].clone();
        assert_eq!(told(server, "user.permissions_changed", "permissions").await, (taken, Value::Null));
        server.delete(&path_of(&clerk)).await.expect(200);
        assert_eq!(column(&server.get(&path).await.expect(200), "permission_name"), ["read:orders"]);
        assert_eq!(recorded(server, "user.permissions_changed").await.len(), 2);
    }
}

both_engines! {
    async fn a_permission_is_a_scope_that_its_api_has(server: &Server) {
        let api_path = api(server).await;
        let path = format!("{}/permissions", Server::path_of(&user(server, "Ada").await));
        let answer = server.post(&path, named(&["read:orders", "no:such"])).await;
        assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("permissions[1].permission_name"));
        let management = json!({"permissions": [
            {"resource_server_identifier": "http://localhost:8480/api/v2/", "permission_name": "read:users"},
        ]});
        server.post(&path, management).await.refused(400, "operation_not_supported");
        assert_eq!(server.get(&path).await.expect(200), json!([]));
        let nobody = "/api/v2/users/auth0%7Cnobody/permissions";
        for method in ["GET", "POST", "DELETE"] {
            let body = if method == "GET" { Value::Null } else { named(&["read:orders"]) };
            server.call(method, nobody).json(&body).send().await.refused(404, "inexistent_user");
        }
        server.post(&path, named(&["read:orders", "write:orders"])).await.expect(201);
        server.patch(&api_path, json!({"scopes": [{"value": "write:orders"}]})).await.expect(200);
        assert_eq!(column(&server.get(&path).await.expect(200), "permission_name"), ["write:orders"]);
        server.delete(&api_path).await.expect(204);
        assert_eq!(server.get(&path).await.expect(200), json!([]));
    }
}
