//! The status of an account, and Auth0's `blocked` over it.

mod access;
mod blocked;
mod transitions;

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server};

/// All that can be stored.
const ALL: [&str; 5] = ["pending_activation", "active", "suspended", "deactivated", "archived"];

fn is_blocked(status: &str) -> bool {
    !matches!(status, "pending_activation" | "active")
}

/// A user of this status, made at this number.
async fn user_of(server: &Server, status: &str, number: &str) -> Value {
    let made = server.create(json!({"connection": CONNECTION, "email": format!("{status}{number}@example.com")})).await;
    set(server, &made, status).await
}

/// Sets a status by its own endpoint.
async fn set(server: &Server, user: &Value, status: &str) -> Value {
    let path = format!("{}/status", Server::path_of(user));
    server.patch(&path, json!({"status": status})).await.expect(200)
}
