//! Clients.

mod create;
mod guards;
mod idempotency;
mod list;
mod secrets;
mod update;
mod update_secrets;

use serde_json::Value;

use crate::harness::Server;

/// A text of a JSON object.
#[track_caller]
fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("there is no {name} in {value}"))
}

fn path_of(client: &Value) -> String {
    format!("/api/v2/clients/{}", text(client, "client_id"))
}

async fn create(server: &Server, body: Value) -> Value {
    server.post("/api/v2/clients", body).await.expect(201)
}

/// The log events of this type that concern this client, newest first.
async fn events(server: &Server, code: &str, target: &Value) -> Vec<Value> {
    let found = server.get(&format!("/api/v2/logs?q=type:{code}")).await.expect(200);
    let found = found.as_array().expect("events").iter();
    found.filter(|event| event["details"]["target"]["id"] == target["client_id"]).cloned().collect()
}
