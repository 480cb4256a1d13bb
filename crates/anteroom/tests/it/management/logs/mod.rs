//! Log events.

mod follow;
mod paging;
mod queries;
mod shape;
mod traffic;

use serde_json::Value;

use crate::harness::Server;

/// The events at this path and query.
async fn logs(server: &Server, query: &str) -> Vec<Value> {
    let answer = server.get(&format!("/api/v2/logs{query}")).await.expect(200);
    answer.as_array().expect("an array").clone()
}

/// Their ids.
fn ids(logs: &[Value]) -> Vec<String> {
    logs.iter().map(|log| log["log_id"].as_str().expect("an id").to_owned()).collect()
}

/// Their kinds.
fn kinds(logs: &[Value]) -> Vec<&str> {
    logs.iter().map(|log| log["details"]["kind"].as_str().expect("a kind")).collect()
}
