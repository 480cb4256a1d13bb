//! Who may grant what to whom.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{MANAGEMENT, ORDERS, client, events, path_of, with_orders};
use crate::harness::{Answer, Server, both_engines};
use crate::stored;

const SCOPES: &str = "create:client_grants update:client_grants delete:client_grants read:users";

async fn send(server: &Server, token: &str, method: &str, path: &str, body: Value) -> Answer {
    let call = server.call(method, path).token(Some(token));
    if body.is_null() { call.send().await } else { call.json(&body).send().await }
}

async fn grant_of(server: &Server, client_id: &str) -> Value {
    server.get(&format!("/api/v2/client-grants?client_id={client_id}")).await.expect(200)[0].clone()
}

both_engines! {
    // S4.L04.4
    async fn nobody_grants_what_they_do_not_hold(server: &Server) {
        with_orders(server).await;
        let token = server.machine(PlatformRole::Admin, SCOPES).await;
        let id = client(server).await;
        let body = |scope: &str| json!({"client_id": id, "audience": MANAGEMENT, "scope": ["read:users", scope]});
        let before = stored::rows(server).await;
        let answer = send(server, &token, "POST", "/api/v2/client-grants", body("delete:users")).await;
        assert!(answer.text.contains("delete:users"), "{}", answer.text);
        assert_eq!(answer.refused(403, "rank_exceeded").as_deref(), Some("scope"));
        assert_eq!(stored::rows(server).await["client_grant"], before["client_grant"]);
        let made = send(server, &token, "POST", "/api/v2/client-grants", body("read:users")).await.expect(201);
        let wider = json!({"scope": ["read:users", "update:users"]});
        let answer = send(server, &token, "PATCH", &path_of(&made), wider).await;
        assert_eq!(answer.refused(403, "rank_exceeded").as_deref(), Some("scope"));
        let refused = events(server, "fapi", &made).await;
        assert_eq!(refused[0]["details"]["reason"], "rank_exceeded");
        // Scopes of other APIs are nobody's rank.
        let orders = json!({"client_id": id, "audience": ORDERS, "scope": ["write:orders"]});
        send(server, &token, "POST", "/api/v2/client-grants", orders).await.expect(201);
    }
}

both_engines! {
    async fn nobody_changes_the_grants_of_a_client_that_exceeds_them(server: &Server) {
        let token = server.machine(PlatformRole::Admin, SCOPES).await;
        let above = server.client(server.world.tenant, PlatformRole::SuperAdmin, "read:users").await.0;
        let more = server.client(server.world.tenant, PlatformRole::Admin, "read:users delete:users").await.0;
        for id in [&above, &more, &server.world.client_id] {
            let path = path_of(&grant_of(server, id).await);
            send(server, &token, "PATCH", &path, json!({"scope": []})).await.refused(403, "rank_exceeded");
            send(server, &token, "DELETE", &path, Value::Null).await.refused(403, "rank_exceeded");
            let body = json!({"client_id": id, "audience": MANAGEMENT, "subject_type": "user"});
            send(server, &token, "POST", "/api/v2/client-grants", body).await.refused(403, "rank_exceeded");
        }
        let same = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await.0;
        let path = path_of(&grant_of(server, &same).await);
        send(server, &token, "PATCH", &path, json!({"scope": []})).await.expect(200);
        assert_eq!(send(server, &token, "DELETE", &path, Value::Null).await.status, 204);
    }
}

both_engines! {
    async fn a_scope_is_needed_for_each_act(server: &Server) {
        let id = client(server).await;
        let body = json!({"client_id": id, "audience": MANAGEMENT});
        let made = server.post("/api/v2/client-grants", body.clone()).await.expect(201);
        let other = json!({"client_id": id, "audience": MANAGEMENT, "subject_type": "user"});
        for (scope, method, path, body) in [
            ("create:client_grants", "POST", "/api/v2/client-grants".to_owned(), other),
            ("update:client_grants", "PATCH", path_of(&made), json!({"scope": []})),
            ("delete:client_grants", "DELETE", path_of(&made), Value::Null),
        ] {
            let others: Vec<&str> = SCOPES.split(' ').filter(|name| *name != scope).collect();
            let token = server.machine(PlatformRole::SuperAdmin, &others.join(" ")).await;
            send(server, &token, method, &path, body.clone()).await.refused(403, "insufficient_scope");
            let token = server.machine(PlatformRole::SuperAdmin, scope).await;
            assert!(send(server, &token, method, &path, body).await.status.is_success(), "{scope}");
        }
    }
}

both_engines! {
    async fn a_client_does_not_take_back_its_own_grant(server: &Server) {
        let own = grant_of(server, &server.world.client_id).await;
        assert_eq!(server.delete(&path_of(&own)).await.refused(409, "client_in_use"), None);
        assert_eq!(grant_of(server, &server.world.client_id).await, own);
        assert_eq!(events(server, "fapi", &own).await[0]["details"]["reason"], "client_in_use");
    }
}
