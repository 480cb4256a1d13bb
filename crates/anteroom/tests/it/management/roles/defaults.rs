//! The roles of new users.

use serde_json::{Value, json};

use super::{column, path_of, role, user};
use crate::harness::{CONNECTION, PASSWORD, Server, both_engines};
use crate::management::{changes, recorded};

async fn default_role(server: &Server, name: &str) -> Value {
    server.post("/api/v2/roles", json!({"name": name, "is_default": true})).await.expect(200)
}

async fn roles_of(server: &Server, user: &Value) -> Vec<String> {
    column(&server.get(&format!("{}/roles", Server::path_of(user))).await.expect(200), "name")
}

both_engines! {
    async fn every_new_user_is_given_the_default_roles(server: &Server) {
        let before = user(server, "Before").await;
        role(server, "Other").await;
        let (first, second) = (default_role(server, "Member").await, default_role(server, "Reader").await);
        let made = user(server, "Made").await;
        assert_eq!(roles_of(server, &made).await, ["Member", "Reader"]);
        let told = changes(server, "user.created").await;
        assert!(told.contains(&("roles".to_owned(), Value::Null, json!([first["id"], second["id"]]))), "{told:?}");
        assert_eq!(recorded(server, "user.roles_changed").await, Vec::<Value>::new());

        server.patch(&path_of(&first), json!({"is_default": false})).await.expect(200);
        let later = user(server, "Later").await;
        assert_eq!(roles_of(server, &later).await, ["Reader"]);
        assert_eq!(roles_of(server, &made).await, ["Member", "Reader"]);
        assert_eq!(roles_of(server, &before).await, Vec::<String>::new());
    }
}

both_engines! {
    async fn whoever_signs_up_is_given_them_too(server: &Server) {
        let member = default_role(server, "Member").await;
        let connections = server.get("/api/v2/connections").await.expect(200);
        let path = format!("/api/v2/connections/{}", connections[0]["id"].as_str().expect("an id"));
        server.patch(&path, json!({"options": {"disable_signup": false}})).await.expect(200);
        let client = server.post("/api/v2/clients", json!({"name": "Web", "app_type": "regular_web"})).await.expect(201);
        let body = json!({
            "client_id": client["client_id"], "connection": CONNECTION, "email": "ada@example.com", "password": PASSWORD,
        });
        let made = server.call("POST", "/dbconnections/signup").token(None).json(&body).send().await.expect(200);
        let ada = json!({"user_id": format!("auth0|{}", made["_id"].as_str().expect("an id"))});
        assert_eq!(roles_of(server, &ada).await, ["Member"]);
        let log = server.get("/api/v2/logs?q=type:ss").await.expect(200);
        assert_eq!(log[0]["details"]["changes"], json!([{"field": "roles", "to": [member["id"]]}]));
    }
}
