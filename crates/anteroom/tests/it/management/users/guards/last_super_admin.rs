//! One active super administrator always stays.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{Caller, assert_audited, made, root};
use crate::harness::{Server, both_engines, race};

async fn super_admins(server: &Server) -> usize {
    server.found("platform_role:super_admin AND status:active").await.len()
}

both_engines! {
    // S4.L04.8, S4.L04.13
    async fn the_last_one_cannot_be_demoted_or_removed(server: &Server) {
        let last = root(server).await;
        let caller = Caller::machine(server, PlatformRole::SuperAdmin).await;
        for role in ["admin", "user"] {
            caller.patch(server, &last, json!({"platform_role": role, "name": "changed"})).await.refused(409, "last_super_admin");
            assert_audited(server, &caller, &last, "last_super_admin").await;
        }
        let path = Server::path_of(&last);
        for status in ["suspended", "deactivated", "archived"] {
            let call = server.call("PATCH", &format!("{path}/status")).token(Some(&caller.token));
            call.json(&json!({"status": status})).send().await.refused(409, "super_admin_demote_first");
        }
        caller.patch(server, &last, json!({"blocked": true})).await.refused(409, "super_admin_demote_first");
        let answer = server.call("DELETE", &path).token(Some(&caller.token)).send().await;
        answer.refused(409, "super_admin_demote_first");
        assert_eq!(server.get(&path).await.expect(200), last);
        made(server, "super_admin", "sue").await;
        assert_eq!(caller.patch(server, &last, json!({"platform_role": "admin"})).await.expect(200)["platform_role"], "admin");
    }
}

both_engines! {
    // S4.L04.8: only active ones count.
    async fn a_suspended_super_administrator_is_none(server: &Server) {
        let last = root(server).await;
        let other = made(server, "user", "sue").await;
        server.patch(&Server::path_of(&other), json!({"blocked": true})).await.expect(200);
        server.patch(&Server::path_of(&other), json!({"platform_role": "super_admin"})).await.expect(200);
        server.patch(&Server::path_of(&last), json!({"platform_role": "user"})).await.refused(409, "last_super_admin");
        // The suspended one may go: an active one stays.
        server.patch(&Server::path_of(&other), json!({"platform_role": "user"})).await.expect(200);
        server.patch(&Server::path_of(&other), json!({"blocked": false})).await.expect(200);
        server.patch(&Server::path_of(&other), json!({"platform_role": "super_admin"})).await.expect(200);
        server.patch(&Server::path_of(&last), json!({"platform_role": "user"})).await.expect(200);
        assert_eq!(super_admins(server).await, 1);
    }
}

both_engines! {
    // S4.L04.9
    async fn of_two_demotions_at_once_one_is_refused(server: &Server) {
        for number in 0..5 {
            let pair: Vec<Value> = match number {
                0 => vec![root(server).await, made(server, "super_admin", "sue0").await],
                _ => {
                    let found = server.get("/api/v2/users?q=platform_role:super_admin").await.expect(200);
                    vec![found[0].clone(), made(server, "super_admin", &format!("sue{number}")).await]
                }
            };
            let owned = server.clone();
            let mut statuses = race(2, move |index| {
                let (server, user) = (owned.clone(), pair[index].clone());
                async move { server.patch(&Server::path_of(&user), json!({"platform_role": "user"})).await }
            })
            .await;
            statuses.sort_by_key(|answer| answer.status.as_u16());
            assert_eq!(statuses[0].status.as_u16(), 200, "{}", statuses[0].text);
            assert_eq!(statuses[1].clone().refused(409, "last_super_admin"), None);
            assert_eq!(super_admins(server).await, 1);
        }
    }
}

both_engines! {
    // S4.L04.9: each of two demotes the other.
    async fn two_who_demote_each_other_do_not_both_succeed(server: &Server) {
        let pair = [root(server).await, made(server, "super_admin", "sue").await];
        let owned = server.clone();
        let answers = race(2, move |index| {
            let (server, actor, target) = (owned.clone(), pair[index].clone(), pair[1 - index].clone());
            async move { Caller::user(&server, &actor).await.patch(&server, &target, json!({"platform_role": "user"})).await.status.as_u16() }
        })
        .await;
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
        assert!(answers.iter().all(|status| matches!(status, 200 | 401 | 409)), "{answers:?}");
        assert_eq!(super_admins(server).await, 1);
    }
}
