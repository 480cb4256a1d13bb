//! Nobody changes the own role or status, or deletes the own account.

use serde_json::json;

use super::{Caller, assert_audited, made};
use crate::harness::{Server, both_engines};

both_engines! {
    // S4.L04.10, S4.L04.13
    async fn the_own_role_status_and_account_are_for_others(server: &Server) {
        for role in ["admin", "super_admin"] {
            let user = made(server, role, role).await;
            let caller = Caller::user(server, &user).await;
            let path = Server::path_of(&user);
            for body in [json!({"blocked": true}), json!({"platform_role": "user"}), json!({"name": "x", "platform_role": "user"})] {
                caller.patch(server, &user, body).await.refused(403, "own_account");
                assert_audited(server, &caller, &user, "own_account").await;
            }
            for status in ["suspended", "deactivated", "archived", "pending_activation"] {
                let call = server.call("PATCH", &format!("{path}/status")).token(Some(&caller.token));
                call.json(&json!({"status": status})).send().await.refused(403, "own_account");
                assert_audited(server, &caller, &user, "own_account").await;
            }
            server.call("DELETE", &path).token(Some(&caller.token)).send().await.refused(403, "own_account");
            assert_audited(server, &caller, &user, "own_account").await;
            assert_eq!(server.get(&path).await.expect(200), user);
        }
    }
}

both_engines! {
    // S4.L04.10: an administrator does not raise the own role either.
    async fn nobody_promotes_themselves(server: &Server) {
        let admin = made(server, "admin", "anna").await;
        let caller = Caller::user(server, &admin).await;
        caller.patch(server, &admin, json!({"platform_role": "super_admin"})).await.refused(403, "own_account");
        assert_eq!(server.get(&Server::path_of(&admin)).await.expect(200)["platform_role"], "admin");
    }
}

both_engines! {
    async fn the_own_profile_may_be_changed(server: &Server) {
        for role in ["admin", "super_admin"] {
            let user = made(server, role, role).await;
            let caller = Caller::user(server, &user).await;
            let sent = json!({"name": "Renamed", "platform_role": role, "blocked": false});
            assert_eq!(caller.patch(server, &user, sent).await.expect(200)["name"], "Renamed");
        }
    }
}
