//! Changing grants and taking them back.

use serde_json::json;

use super::{MANAGEMENT, ORDERS, client, events, grant, path_of, with_orders};
use crate::harness::both_engines;
use crate::stored;

both_engines! {
    async fn the_scopes_of_a_grant_are_replaced(server: &Server) {
        with_orders(server).await;
        let made = grant(server, &client(server).await, ORDERS, &["read:orders"]).await.expect(201);
        let changed = server.patch(&path_of(&made), json!({"scope": ["write:orders"]})).await.expect(200);
        let mut expected = made.clone();
        expected["scope"] = json!(["write:orders"]);
        assert_eq!(changed, expected);
        assert_eq!(server.get(&path_of(&made)).await.expect(200), expected);
        let event = &events(server, "sapi", &made).await[0];
        assert_eq!(event["details"]["kind"], "client_grant.updated");
        assert_eq!(event["details"]["changes"], json!([{"field": "scope", "from": "read:orders", "to": "write:orders"}]));
        let before = stored::rows(server).await;
        for same in [json!({}), json!({"scope": null}), json!({"scope": ["write:orders"]}), json!({"allow_all_scopes": false})] {
            assert_eq!(server.patch(&path_of(&made), same).await.expect(200), expected);
        }
        for (sent, field) in [
            (json!({"scope": ["read:users"]}), "scope"), (json!({"scope": [" "]}), "scope[0]"),
            (json!({"audience": MANAGEMENT}), "audience"), (json!({"subject_type": "user"}), "subject_type"),
            (json!({"allow_all_scopes": true}), "allow_all_scopes"),
        ] {
            let answer = server.patch(&path_of(&made), sent).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
        assert_eq!(stored::rows(server).await, before);
        assert_eq!(server.patch(&path_of(&made), json!({"scope": []})).await.expect(200)["scope"], json!([]));
        server.patch("/api/v2/client-grants/cgr_nothing", json!({})).await.refused(404, "inexistent_client_grant");
    }
}

both_engines! {
    async fn a_token_holds_no_more_than_is_granted_now(server: &Server) {
        let (id, secret) = server.client(server.world.tenant, anteroom_model::PlatformRole::Admin, "read:users").await;
        let token = server.token_of(&id, &secret).await;
        let list = async |path: &str| server.call("GET", path).token(Some(&token)).send().await;
        list("/api/v2/users").await.expect(200);
        let grants = server.get(&format!("/api/v2/client-grants?client_id={id}")).await.expect(200);
        let path = path_of(&grants[0]);
        server.patch(&path, json!({"scope": ["read:clients", "read:users"]})).await.expect(200);
        // What is granted later is in later tokens.
        list("/api/v2/clients").await.refused(403, "insufficient_scope");
        server.patch(&path, json!({"scope": ["read:clients"]})).await.expect(200);
        list("/api/v2/users").await.refused(403, "insufficient_scope");
        let new = server.token_of(&id, &secret).await;
        server.call("GET", "/api/v2/clients").token(Some(&new)).send().await.expect(200);
        assert_eq!(server.delete(&path).await.status, 204);
        server.call("GET", "/api/v2/clients").token(Some(&new)).send().await.refused(401, "invalid_token");
    }
}

both_engines! {
    async fn a_grant_that_was_taken_back_is_gone(server: &Server) {
        with_orders(server).await;
        let id = client(server).await;
        let made = grant(server, &id, ORDERS, &["read:orders"]).await.expect(201);
        for _ in 0..2 {
            assert_eq!(server.delete(&path_of(&made)).await.status, 204);
        }
        server.get(&path_of(&made)).await.refused(404, "inexistent_client_grant");
        let recorded = events(server, "sapi", &made).await;
        assert_eq!(recorded.len(), 2);
        assert_eq!(recorded[0]["details"]["kind"], "client_grant.deleted");
        assert_eq!(recorded[0]["details"]["changes"][2], json!({"field": "scope", "from": "read:orders"}));
        grant(server, &id, ORDERS, &[]).await.expect(201);
    }
}
