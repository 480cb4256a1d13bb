//! Client grants.

mod change;
mod create;
mod guards;
mod read;

use anteroom_store::Sql;
use serde_json::{Value, json};

use crate::harness::{Answer, Server};
use crate::stored;

/// The Management API of the default tenant.
const MANAGEMENT: &str = "http://localhost:8480/api/v2/";
/// Another API.
const ORDERS: &str = "https://orders.example.com";

/// Makes the other API, with two scopes.
async fn with_orders(server: &Server) {
    let scopes = r#"[{"value":"read:orders","description":""},{"value":"write:orders","description":""}]"#;
    let sql = Sql::new(
        "INSERT INTO resource_server (tenant_id, resource_server_id, name, identifier, scopes, signing_algorithm, \
         token_lifetime, is_system, created_at) VALUES (",
    )
    .bind(server.world.tenant)
    .push(", ")
    .bind_list(["orders", "Orders", ORDERS, scopes, "RS256"]);
    let sql = sql.push(", ").bind(600_i64).push(", ").bind(false).push(", ").bind(1_i64).push(")");
    stored::change(server, vec![sql]).await;
}

async fn client(server: &Server) -> String {
    let made =
        server.post("/api/v2/clients", json!({"name": "Robot", "app_type": "non_interactive"})).await.expect(201);
    made["client_id"].as_str().expect("an id").to_owned()
}

async fn grant(server: &Server, client_id: &str, audience: &str, scope: &[&str]) -> Answer {
    let body = json!({"client_id": client_id, "audience": audience, "scope": scope});
    server.post("/api/v2/client-grants", body).await
}

fn path_of(grant: &Value) -> String {
    format!("/api/v2/client-grants/{}", grant["id"].as_str().expect("an id"))
}

/// The log events of this type that concern this grant, newest first.
async fn events(server: &Server, code: &str, grant: &Value) -> Vec<Value> {
    let found = server.get(&format!("/api/v2/logs?q=type:{code}")).await.expect(200);
    let found = found.as_array().expect("events").iter();
    found.filter(|event| event["details"]["target"]["id"] == grant["id"]).cloned().collect()
}
