//! Roles and permissions.

mod crud;
mod defaults;
mod effective;
mod guards;
mod isolation;
mod limits;
mod list;
mod members;
mod of_user;
mod of_user_permissions;
mod permissions;
mod races;
mod scopes;

use serde_json::{Value, json};

use crate::harness::{Answer, CONNECTION, Server};

/// The identifier of the API that has permissions to give.
const API: &str = "https://orders.example";

/// Makes a role.
async fn role(server: &Server, name: &str) -> Value {
    server.post("/api/v2/roles", json!({"name": name})).await.expect(200)
}

/// Makes a role, and gives its id.
async fn role_id(server: &Server, name: &str) -> String {
    id(&role(server, name).await)
}

fn id(made: &Value) -> String {
    made["id"].as_str().expect("an id").to_owned()
}

fn path_of(role: &Value) -> String {
    format!("/api/v2/roles/{}", role["id"].as_str().expect("an id"))
}

/// Makes a user.
async fn user(server: &Server, name: &str) -> Value {
    server.create(json!({"connection": CONNECTION, "email": format!("{name}@example.com"), "name": name})).await
}

/// Makes the API, and gives its path.
async fn api(server: &Server) -> String {
    let scopes = json!([
        {"value": "read:orders", "description": "Read orders"}, {"value": "write:orders"}, {"value": "delete:orders"},
    ]);
    let body = json!({"identifier": API, "name": "Orders", "scopes": scopes});
    let made = server.post("/api/v2/resource-servers", body).await.expect(201);
    format!("/api/v2/resource-servers/{}", made["id"].as_str().expect("an id"))
}

/// Permissions of the API as requests name them.
fn named(names: &[&str]) -> Value {
    let rows = names.iter().map(|name| json!({"resource_server_identifier": API, "permission_name": name}));
    json!({"permissions": rows.collect::<Vec<_>>()})
}

/// `DELETE` with a body.
async fn remove(server: &Server, path: &str, body: Value) -> Answer {
    server.call("DELETE", path).json(&body).send().await
}

/// A field of every row.
fn column(rows: &Value, field: &str) -> Vec<String> {
    let text = |row: &Value| row[field].as_str().expect("a text").to_owned();
    rows.as_array().expect("rows").iter().map(text).collect()
}

/// What the newest event of this kind says became of a field.
async fn told(server: &Server, kind: &str, field: &str) -> (Value, Value) {
    let changes = super::changes(server, kind).await;
    let (_, from, to) = changes.into_iter().find(|(name, ..)| name == field).expect("the field");
    (from, to)
}
