//! Who may re-key and remove which client.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{create, events, path_of};
use crate::harness::both_engines;

both_engines! {
    async fn nobody_rekeys_or_removes_what_exceeds_the_own_rank_and_scopes(server: &Server) {
        let scopes = "update:client_keys delete:clients read:users";
        let token = server.machine(PlatformRole::Admin, scopes).await;
        let (above, above_secret) = server.client(server.world.tenant, PlatformRole::SuperAdmin, "read:users").await;
        let (more, more_secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:users delete:users").await;
        for (id, secret) in [(above, above_secret), (more, more_secret)] {
            let path = format!("/api/v2/clients/{id}");
            for (method, path) in [("POST", format!("{path}/rotate-secret")), ("DELETE", path)] {
                let answer = server.call(method, &path).token(Some(&token)).send().await;
                assert_eq!(answer.refused(403, "rank_exceeded"), None);
            }
            let refused = events(server, "fapi", &json!({"client_id": id})).await;
            assert_eq!(refused.len(), 2);
            assert!(refused.iter().all(|event| event["details"]["reason"] == "rank_exceeded"));
            // Neither secret nor client has changed.
            server.token_of(&id, &secret).await;
        }
        let (same, _) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        let path = format!("/api/v2/clients/{same}");
        server.call("POST", &format!("{path}/rotate-secret")).token(Some(&token)).send().await.expect(200);
        assert_eq!(server.call("DELETE", &path).token(Some(&token)).send().await.status, 204);
    }
}

both_engines! {
    async fn a_token_narrowed_to_fewer_scopes_reaches_less_far(server: &Server) {
        let (id, _) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        let form = format!(
            "grant_type=client_credentials&client_id={}&client_secret={}&audience=http://{}/api/v2/&scope=delete:clients",
            server.world.client_id, server.world.client_secret, crate::harness::HOST
        );
        let made = server.call("POST", "/oauth/token").token(None).form(&form).send().await.expect(200);
        let call = server.call("DELETE", &format!("/api/v2/clients/{id}")).token(made["access_token"].as_str());
        call.send().await.refused(403, "rank_exceeded");
    }
}

both_engines! {
    async fn a_client_does_not_delete_itself(server: &Server) {
        let path = format!("/api/v2/clients/{}", server.world.client_id);
        assert_eq!(server.delete(&path).await.refused(409, "client_in_use"), None);
        server.get(&path).await.expect(200);
        let refused = events(server, "fapi", &json!({"client_id": server.world.client_id})).await;
        assert_eq!(refused[0]["details"]["reason"], "client_in_use");
    }
}

both_engines! {
    async fn a_deleted_client_is_gone_with_its_grants(server: &Server) {
        let (id, _) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        let kept = create(server, json!({"name": "Kept"})).await;
        let grants = async || server.get(&format!("/api/v2/client-grants?client_id={id}")).await.expect(200);
        assert_eq!(grants().await.as_array().map(Vec::len), Some(1));
        let client = json!({"client_id": id});
        for _ in 0..2 {
            assert_eq!(server.delete(&path_of(&client)).await.status, 204);
        }
        server.get(&path_of(&client)).await.refused(404, "inexistent_client");
        assert_eq!(grants().await, Value::Array(Vec::new()));
        let recorded = events(server, "sapi", &client).await;
        assert_eq!(recorded.len(), 1);
        assert_eq!(recorded[0]["details"]["kind"], "client.deleted");
        server.get(&path_of(&kept)).await.expect(200);
    }
}
