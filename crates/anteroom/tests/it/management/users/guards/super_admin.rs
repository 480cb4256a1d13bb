//! Super administrators are for super administrators, and are demoted before anything else.

use anteroom_model::PlatformRole;
use serde_json::json;

use super::{Caller, assert_all_audited, assert_audited, made};
use crate::harness::{Server, both_engines};

both_engines! {
    // S4.L04.5, S4.L04.13
    async fn an_administrator_touches_no_super_administrator(server: &Server) {
        let target = made(server, "super_admin", "sue").await;
        let admin = made(server, "admin", "anna").await;
        for caller in [Caller::machine(server, PlatformRole::Admin).await, Caller::user(server, &admin).await] {
            for (act, answer) in caller.try_everything(server, &target).await {
                assert_eq!(answer.refused(403, "super_admin_protected"), None, "{act}");
            }
            assert_all_audited(server, &caller, &target, "super_admin_protected", 10).await;
        }
        assert_eq!(server.get(&Server::path_of(&target)).await.expect(200), target);
    }
}

both_engines! {
    // S4.L04.7, S4.L04.13
    async fn even_a_super_administrator_demotes_one_first(server: &Server) {
        let target = made(server, "super_admin", "sue").await;
        let other = made(server, "super_admin", "sam").await;
        for caller in [Caller::machine(server, PlatformRole::SuperAdmin).await, Caller::user(server, &other).await] {
            for (act, answer) in caller.try_everything(server, &target).await {
                match act {
                    "edit" | "metadata" | "email" | "demote" => assert_eq!(answer.status.as_u16(), 200, "{act}: {}", answer.text),
                    "delete" => assert_eq!(answer.status.as_u16(), 204, "{}", answer.text),
                    _ => assert_eq!(answer.refused(409, "super_admin_demote_first"), None, "{act}"),
                }
            }
            // The last step deleted the demoted user.
            let answer = caller.patch(server, &target, json!({"name": "x"})).await;
            answer.refused(404, "inexistent_user");
            let body = json!({
                "connection": crate::harness::CONNECTION, "email": "sue@example.com", "name": "sue", "platform_role": "super_admin",
                "user_id": target["user_id"],
            });
            server.create(body).await;
        }
    }
}

both_engines! {
    // S4.L04.7, S4.L04.13
    async fn a_super_administrator_is_not_deleted_blocked_or_reset(server: &Server) {
        let target = made(server, "super_admin", "sue").await;
        let caller = Caller::machine(server, PlatformRole::SuperAdmin).await;
        let path = Server::path_of(&target);
        for status in ["suspended", "deactivated", "archived", "pending_activation"] {
            let call = server.call("PATCH", &format!("{path}/status")).token(Some(&caller.token));
            call.json(&json!({"status": status})).send().await.refused(409, "super_admin_demote_first");
            assert_audited(server, &caller, &target, "super_admin_demote_first").await;
        }
        for body in [json!({"blocked": true}), json!({"password": "correct horse battery"}), json!({"name": "x", "blocked": true})] {
            caller.patch(server, &target, body).await.refused(409, "super_admin_demote_first");
            assert_audited(server, &caller, &target, "super_admin_demote_first").await;
        }
        let answer = server.call("DELETE", &path).token(Some(&caller.token)).send().await;
        answer.refused(409, "super_admin_demote_first");
        assert_audited(server, &caller, &target, "super_admin_demote_first").await;
        assert_eq!(server.get(&path).await.expect(200), target);
    }
}
