//! Tokens for machines: recorded a moment later than they are given.

use std::time::Duration;

use serde_json::{Value, json};

use super::logs;
use crate::harness::{HOST, Server, both_engines};

async fn ask_for_token(server: &Server, secret: &str) -> u16 {
    let form = format!(
        "grant_type=client_credentials&client_id={}&client_secret={secret}&audience=http://{HOST}/api/v2/&scope=read:users",
        server.world.client_id
    );
    server.call("POST", "/oauth/token").token(None).form(&form).send().await.status.as_u16()
}

both_engines! {
    async fn a_token_given_and_one_refused_are_on_record(server: &Server) {
        server.services.traffic.flush().await;
        let before = logs(server, "?per_page=100").await.len();
        assert_eq!(ask_for_token(server, &server.world.client_secret).await, 200);
        assert_eq!(ask_for_token(server, "wrong").await, 401);
        server.services.traffic.flush().await;
        assert_eq!(logs(server, "?per_page=100").await.len(), before + 2);
        let given = &logs(server, "?per_page=1&q=type:seccft").await[0];
        assert_eq!(given["client_id"], server.world.client_id.as_str());
        assert_eq!(given["client_name"], "Management key");
        assert_eq!(given["audience"], format!("http://{HOST}/api/v2/"));
        assert_eq!(given["scope"], "read:users");
        assert_eq!(given["ip"], "127.0.0.1");
        assert_eq!(given["details"]["actor"], json!({"kind": "client", "id": server.world.client_id, "name": "Management key"}));
        let refused = logs(server, "?q=type:feccft").await;
        assert_eq!(refused.len(), 1);
        assert_eq!(refused[0]["client_id"], server.world.client_id.as_str());
        assert_eq!(refused[0]["details"]["reason"], "invalid_client");
        assert!(!Value::from(refused).to_string().contains("wrong"), "no secret is recorded, not even a wrong one");
    }
}

both_engines! {
    async fn traffic_is_written_soon_without_being_told_to(server: &Server) {
        server.services.traffic.flush().await;
        assert_eq!(ask_for_token(server, "wrong").await, 401);
        // It waits a quarter of a second at most; the rest is for a busy machine.
        for _ in 0..100 {
            if logs(server, "?q=type:feccft").await.len() == 1 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("it was not written within two seconds");
    }
}
