//! The Management API.

mod access;
mod attack_protection;
mod client_grants;
mod clients;
mod connections;
mod logs;
mod prompts;
mod resource_servers;
mod roles;
mod stats;
mod tenants;
mod user_fields;
mod users;

use serde_json::Value;

use crate::harness::Server;

/// The events of this kind, newest first.
async fn recorded(server: &Server, kind: &str) -> Vec<Value> {
    let code = if kind == "act.refused" { "fapi" } else { "sapi" };
    let found = server.get(&format!("/api/v2/logs?q=type:{code}&per_page=100")).await.expect(200);
    let found = found.as_array().expect("events").iter();
    found.filter(|event| event["details"]["kind"] == kind).cloned().collect()
}

/// What the newest event of this kind says of changes: field, before and after.
async fn changes(server: &Server, kind: &str) -> Vec<(String, Value, Value)> {
    let events = recorded(server, kind).await;
    let changes = events.first().expect("an event")["details"]["changes"].clone();
    let change = |change: &Value| {
        (change["field"].as_str().expect("a field").to_owned(), change["from"].clone(), change["to"].clone())
    };
    changes.as_array().into_iter().flatten().map(change).collect()
}
