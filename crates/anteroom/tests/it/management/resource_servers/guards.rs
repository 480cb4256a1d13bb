//! Who may make, change and delete resource servers.

use anteroom_model::PlatformRole;
use serde_json::json;

use super::{create, get, path_of};
use crate::harness::both_engines;
use crate::management::recorded;

both_engines! {
    async fn only_administrators_with_the_scope(server: &Server) {
        let made = create(server, json!({"identifier": "urn:shop"})).await;
        let path = path_of(&made);
        let calls = [
            ("POST", "/api/v2/resource-servers", json!({"identifier": "urn:new"}), "create:resource_servers"),
            ("PATCH", path.as_str(), json!({"name": "Mine"}), "update:resource_servers"),
            ("DELETE", path.as_str(), json!({}), "delete:resource_servers"),
        ];
        let all: Vec<_> = calls.iter().map(|(.., scope)| *scope).collect();
        for (method, path, body, scope) in &calls {
            let others: Vec<_> = all.iter().filter(|other| *other != scope).copied().collect();
            let token = server.machine(PlatformRole::SuperAdmin, &others.join(" ")).await;
            server.call(method, path).token(Some(&token)).json(body).send().await.refused(403, "insufficient_scope");
            let token = server.machine(PlatformRole::User, scope).await;
            server.call(method, path).token(Some(&token)).json(body).send().await.refused(403, "rank_exceeded");
        }
        assert_eq!(recorded(server, "act.refused").await.len(), 3);
        assert_eq!(get(server, "").await.as_array().map(Vec::len), Some(2));
        for (method, path, body, scope) in &calls {
            let token = server.machine(PlatformRole::Admin, scope).await;
            let answer = server.call(method, path).token(Some(&token)).json(body).send().await;
            assert!(answer.status.is_success(), "{}", answer.text);
        }
        assert_eq!(get(server, "").await.as_array().map(Vec::len), Some(2));
    }
}
