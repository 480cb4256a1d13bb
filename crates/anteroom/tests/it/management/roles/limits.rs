//! How many there can be.

use serde_json::{Value, json};

use super::{API, path_of, remove, role, role_id, user};
use crate::harness::{Server, both_engines};

both_engines! {
    async fn a_user_has_fifty_roles_at_most(server: &Server) {
        let mut ids = Vec::new();
        for number in 0..51 {
            ids.push(role_id(server, &format!("role {number}")).await);
        }
        let ada = user(server, "Ada").await;
        let path = format!("{}/roles", Server::path_of(&ada));
        server.post(&path, json!({"roles": ids})).await.refused(400, "limit_reached");
        server.post(&path, json!({"roles": ids[..50]})).await.expect(204);
        server.post(&path, json!({"roles": [ids[50]]})).await.refused(400, "limit_reached");
        let members = format!("/api/v2/roles/{}/users", ids[50]);
        server.post(&members, json!({"users": [ada["user_id"]]})).await.refused(400, "limit_reached");
        // Who is full is still given what is there already, and has room again when something goes.
        server.post(&path, json!({"roles": [ids[0]]})).await.expect(204);
        remove(server, &path, json!({"roles": [ids[0]]})).await.expect(204);
        server.post(&members, json!({"users": [ada["user_id"]]})).await.expect(200);
        assert_eq!(server.get(&format!("{path}?per_page=100")).await.expect(200).as_array().map(Vec::len), Some(50));
    }
}

both_engines! {
    async fn fifty_roles_are_default_ones_at_most(server: &Server) {
        for number in 0..50 {
            let body = json!({"name": format!("role {number}"), "is_default": true});
            server.post("/api/v2/roles", body).await.expect(200);
        }
        let answer = server.post("/api/v2/roles", json!({"name": "one more", "is_default": true})).await;
        assert_eq!(answer.refused(400, "limit_reached").as_deref(), Some("is_default"));
        let made = role(server, "one more").await;
        let answer = server.patch(&path_of(&made), json!({"is_default": true})).await;
        assert_eq!(answer.refused(400, "limit_reached").as_deref(), Some("is_default"));
        user(server, "Ada").await;
    }
}

both_engines! {
    async fn a_thousand_roles_and_permissions_are_the_most(server: &Server) {
        let of_api = |api: &str| {
            let scopes: Vec<_> = (0..600).map(|number| json!({"value": format!("do:{number}")})).collect();
            json!({"identifier": api, "scopes": scopes})
        };
        let names = |api: &str, numbers: std::ops::Range<i32>| {
            let name = |number| json!({"resource_server_identifier": api, "permission_name": format!("do:{number}")});
            json!({"permissions": numbers.map(name).collect::<Vec<Value>>()})
        };
        for api in [API, "urn:other"] {
            server.post("/api/v2/resource-servers", of_api(api)).await.expect(201);
        }
        let holders = [path_of(&role(server, "Clerk").await), Server::path_of(&user(server, "Ada").await)];
        for path in holders.map(|path| format!("{path}/permissions")) {
            server.post(&path, names(API, 0..600)).await.expect(201);
            server.post(&path, names("urn:other", 0..401)).await.refused(400, "limit_reached");
            server.post(&path, names("urn:other", 0..400)).await.expect(201);
            server.post(&path, names("urn:other", 400..401)).await.refused(400, "limit_reached");
            server.post(&path, names(API, 0..600)).await.expect(201);
            let page = server.get(&format!("{path}?include_totals=true&per_page=100&page=9")).await.expect(200);
            assert_eq!((&page["total"], &page["length"]), (&json!(1000), &json!(100)));
        }
        for number in 1..1000 {
            role(server, &format!("role {number}")).await;
        }
        server.post("/api/v2/roles", json!({"name": "one more"})).await.refused(400, "limit_reached");
        let page = server.get("/api/v2/roles?include_totals=true&per_page=1").await.expect(200);
        assert_eq!(page["total"], 1000);
    }
}
