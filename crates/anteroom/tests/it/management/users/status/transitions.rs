//! `PATCH /api/v2/users/{id}/status`

use serde_json::{Value, json};

use super::{ALL, is_blocked, set, user_of};
use crate::harness::{Server, both_engines};
use crate::management::users::tools::{etag, kinds, record_of};

both_engines! {
    // S4.L10.8, S0.L23.9
    async fn every_status_can_follow_every_other(server: &Server) {
        for from in ALL {
            for to in ALL {
                let user = user_of(server, from, to).await;
                let tag = etag(server, &user).await;
                server.clock.advance_seconds(1);
                let changed = set(server, &user, to).await;
                assert_eq!((&changed["status"], &changed["blocked"]), (&json!(to), &json!(is_blocked(to))), "{from} {to}");
                assert_eq!(changed["archived"], to == "archived");
                assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), changed);
                assert_eq!(etag(server, &user).await == tag, from == to);
                assert_eq!(changed["status_changed_at"] == user["status_changed_at"], from == to);
                let last = record_of(server, &user).await.pop().expect("an event");
                if from != to {
                    assert_eq!(last["details"]["kind"], "user.status_changed");
                    assert_eq!(last["details"]["changes"], json!([{"field": "status", "from": from, "to": to}]));
                }
            }
        }
    }
}

both_engines! {
    async fn the_reason_is_kept_until_the_next_change(server: &Server) {
        let user = user_of(server, "active", "").await;
        let path = format!("{}/status", Server::path_of(&user));
        let reason = "理由 \"left\" on 1 May";
        let changed = server.patch(&path, json!({"status": "deactivated", "reason": reason})).await.expect(200);
        assert_eq!(changed["status_reason"], reason);
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200)["status_reason"], reason);
        server.patch(&Server::path_of(&user), json!({"name": "A"})).await.expect(200);
        // An equal status is no change, so its reason is none either.
        let same = server.patch(&path, json!({"status": "deactivated", "reason": "other"})).await.expect(200);
        assert_eq!(same["status_reason"], reason);
        assert_eq!(set(server, &user, "active").await.get("status_reason"), None);
        let events = record_of(server, &user).await;
        assert_eq!(kinds(&events), ["user.created", "user.status_changed", "user.updated", "user.status_changed"]);
        assert_eq!((&events[1]["details"]["reason"], events[3]["details"].get("reason")), (&json!(reason), None));
    }
}

both_engines! {
    async fn a_status_or_reason_that_is_none_is_refused_by_name(server: &Server) {
        let user = user_of(server, "active", "").await;
        let path = format!("{}/status", Server::path_of(&user));
        for (sent, field) in [
            (json!({}), "status"),
            (json!({"status": null}), "status"),
            (json!({"status": "blocked"}), "status"),
            (json!({"status": "Active"}), "status"),
            (json!({"status": "locked"}), "status"),
            (json!({"status": "suspended", "reason": "x".repeat(501)}), "reason"),
            (json!({"status": "suspended", "reason": 1}), "reason"),
            (json!({"status": "suspended", "until": "2027-01-01T00:00:00Z"}), "until"),
        ] {
            assert_eq!(server.patch(&path, sent).await.refused(400, "invalid_body").as_deref(), Some(field));
        }
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), user);
        let longest = json!({"status": "suspended", "reason": "é".repeat(500)});
        assert_eq!(server.patch(&path, longest).await.expect(200)["blocked"], Value::Bool(true));
    }
}
