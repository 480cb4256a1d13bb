//! `blocked`, as Auth0's clients write it.

use serde_json::{Value, json};

use super::{ALL, is_blocked, set, user_of};
use crate::harness::{Server, both_engines};
use crate::management::users::tools::{etag, kinds, record_of};

async fn block(server: &Server, user: &Value, blocked: bool) -> Value {
    server.patch(&Server::path_of(user), json!({"blocked": blocked})).await.expect(200)
}

both_engines! {
    // S0.L23.18, S2.L24.1
    async fn blocking_suspends_whoever_is_not_out_already(server: &Server) {
        for status in ALL {
            let user = user_of(server, status, "").await;
            let tag = etag(server, &user).await;
            server.clock.advance_seconds(1);
            let blocked = block(server, &user, true).await;
            let expected = if is_blocked(status) { status } else { "suspended" };
            assert_eq!((&blocked["status"], &blocked["blocked"]), (&json!(expected), &json!(true)));
            assert_eq!(etag(server, &user).await == tag, is_blocked(status));
            assert_eq!(blocked["status_changed_at"] == user["status_changed_at"], is_blocked(status));
        }
    }
}

both_engines! {
    // S2.L24.4
    async fn unblocking_returns_to_where_the_account_was(server: &Server) {
        for status in ["active", "pending_activation"] {
            let user = user_of(server, status, "").await;
            block(server, &user, true).await;
            // Blocking again forgets nothing.
            block(server, &user, true).await;
            let unblocked = block(server, &user, false).await;
            assert_eq!((&unblocked["status"], &unblocked["blocked"]), (&json!(status), &json!(false)));
            let tag = etag(server, &user).await;
            assert_eq!(block(server, &user, false).await, unblocked);
            assert_eq!(etag(server, &user).await, tag);
        }
    }
}

both_engines! {
    // S2.L24.4
    async fn a_suspension_by_status_is_lifted_by_blocked_too(server: &Server) {
        for (before, after) in [("active", "active"), ("pending_activation", "pending_activation"), ("archived", "active"), ("deactivated", "active")] {
            let user = user_of(server, before, "").await;
            set(server, &user, "suspended").await;
            assert_eq!(block(server, &user, false).await["status"], after, "{before}");
        }
    }
}

both_engines! {
    async fn who_is_out_for_good_is_not_unblocked(server: &Server) {
        for status in ["deactivated", "archived"] {
            let user = user_of(server, status, "").await;
            let answer = server.patch(&Server::path_of(&user), json!({"blocked": false, "name": "changed"})).await;
            assert_eq!(answer.refused(400, "operation_not_supported").as_deref(), Some("blocked"));
            assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), user);
            set(server, &user, "active").await;
            assert_eq!(block(server, &user, false).await["blocked"], false);
        }
    }
}

both_engines! {
    async fn blocking_is_recorded_apart_from_the_profile(server: &Server) {
        let user = user_of(server, "active", "").await;
        let path = Server::path_of(&user);
        server.patch(&format!("{path}/status"), json!({"status": "suspended", "reason": "spam"})).await.expect(200);
        let unblocked = server.patch(&path, json!({"blocked": false, "name": "A"})).await.expect(200);
        assert_eq!(unblocked.get("status_reason"), None);
        let events = record_of(server, &user).await;
        assert_eq!(kinds(&events), ["user.created", "user.status_changed", "user.updated", "user.status_changed"]);
        assert_eq!(events[3]["details"]["changes"], json!([{"field": "status", "from": "suspended", "to": "active"}]));
    }
}

both_engines! {
    async fn the_blocked_are_found(server: &Server) {
        for status in ALL {
            user_of(server, status, "").await;
        }
        let blocked = ["suspended@example.com", "deactivated@example.com", "archived@example.com"];
        assert_eq!(server.found("blocked:true").await, blocked);
        assert_eq!(server.found("blocked:false pending").await, ["pending_activation@example.com"]);
        assert_eq!(server.found("status:archived").await, ["archived@example.com"]);
    }
}
