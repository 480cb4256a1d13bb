//! What a user has by whatever way.

use serde_json::{Value, json};

use super::{API, api, column, named, path_of, role, user};
use crate::harness::{Server, both_engines};

/// Ada, with a permission of her own and two roles.
async fn ada(server: &Server) -> (String, Value, Value) {
    api(server).await;
    let (clerk, keeper) = (role(server, "Clerk").await, role(server, "Keeper").await);
    for (role, names) in [(&clerk, vec!["read:orders", "write:orders"]), (&keeper, vec!["read:orders"])] {
        server.post(&format!("{}/permissions", path_of(role)), named(&names)).await.expect(201);
    }
    let path = Server::path_of(&user(server, "Ada").await);
    server.post(&format!("{path}/permissions"), named(&["delete:orders", "read:orders"])).await.expect(201);
    server.post(&format!("{path}/roles"), json!({"roles": [clerk["id"], keeper["id"]]})).await.expect(204);
    (path, clerk, keeper)
}

both_engines! {
    // S0.L26.2
    async fn permissions_of_an_api_tell_whether_they_come_by_roles(server: &Server) {
        let (path, ..) = ada(server).await;
        let path = format!("{path}/effective-permissions?resource_server_identifier=https%3A%2F%2Forders.example");
        let all = server.get(&path).await.expect(200);
        let row = |name, description, sources: &[&str]| json!({
            "resource_server_identifier": API, "resource_server_name": "Orders", "permission_name": name,
            "description": description, "sources": sources,
        });
        let expected = json!({"permissions": [
            row("delete:orders", "", &["direct"]), row("read:orders", "Read orders", &["direct", "roles"]),
            row("write:orders", "", &["roles"]),
        ]});
        assert_eq!(all, expected);
        let first = server.get(&format!("{path}&take=2")).await.expect(200);
        assert_eq!(first["permissions"], json!(all["permissions"].as_array().expect("rows")[..2]));
        let next = first["next"].as_str().expect("a cursor");
        let second = server.get(&format!("{path}&take=2&from={next}")).await.expect(200);
        assert_eq!(second, json!({"permissions": [all["permissions"][2]]}));
        server.get(&format!("{path}&from=!")).await.refused(400, "invalid_paging");
        server.get(&format!("{path}&take=0")).await.refused(400, "invalid_query_string");
    }
}

both_engines! {
    async fn an_api_that_is_not_there_permits_nothing(server: &Server) {
        let (path, ..) = ada(server).await;
        for identifier in ["nowhere", "http%3A%2F%2Flocalhost%3A8480%2Fapi%2Fv2%2F"] {
            let found = server.get(&format!("{path}/effective-permissions?resource_server_identifier={identifier}")).await;
            assert_eq!(found.expect(200), json!({"permissions": []}));
        }
        let answer = server.get(&format!("{path}/effective-permissions")).await;
        assert_eq!(answer.refused(400, "invalid_query_string").as_deref(), Some("resource_server_identifier"));
    }
}

both_engines! {
    async fn roles_are_told_with_their_sources(server: &Server) {
        let (path, clerk, keeper) = ada(server).await;
        let row = |role: &Value| json!({
            "id": role["id"], "name": role["name"], "description": "", "sources": ["direct"],
        });
        let all = server.get(&format!("{path}/effective-roles")).await.expect(200);
        assert_eq!(all, json!({"roles": [row(&clerk), row(&keeper)]}));
        let first = server.get(&format!("{path}/effective-roles?take=1")).await.expect(200);
        assert_eq!(first["roles"], json!([row(&clerk)]));
        let next = first["next"].as_str().expect("a cursor");
        let second = server.get(&format!("{path}/effective-roles?take=1&from={next}")).await.expect(200);
        assert_eq!(second, json!({"roles": [row(&keeper)]}));
        server.get(&format!("{path}/effective-roles?from=x")).await.refused(400, "invalid_paging");
    }
}

both_engines! {
    async fn the_roles_by_which_somebody_has_a_permission_are_told(server: &Server) {
        let (path, ..) = ada(server).await;
        let by = async |name: &str| {
            let path = format!("{path}/effective-permissions/sources/effective-roles");
            let query = format!("resource_server_identifier=https%3A%2F%2Forders.example&permission_name={name}");
            column(&server.get(&format!("{path}?{query}")).await.expect(200)["roles"], "name")
        };
        assert_eq!(by("read:orders").await, ["Clerk", "Keeper"]);
        assert_eq!(by("write:orders").await, ["Clerk"]);
        assert_eq!(by("delete:orders").await, Vec::<String>::new());
        let nobody = "/api/v2/users/auth0%7Cnobody";
        for rest in [
            "effective-roles", "effective-permissions?resource_server_identifier=a",
            "effective-permissions/sources/effective-roles?resource_server_identifier=a&permission_name=b",
        ] {
            server.get(&format!("{nobody}/{rest}")).await.refused(404, "inexistent_user");
        }
    }
}
