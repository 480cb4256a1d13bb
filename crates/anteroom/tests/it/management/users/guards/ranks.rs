//! Nobody grants or touches more than the own rank.

use anteroom_model::PlatformRole;
use serde_json::json;

use super::{Caller, assert_all_audited, assert_audited, made};
use crate::harness::{Answer, CONNECTION, Server, both_engines};
use crate::management::users::tools::{etag, refusals, total};

async fn create(server: &Server, caller: &Caller, role: &str) -> Answer {
    let body = json!({"connection": CONNECTION, "email": format!("new-{role}@example.com"), "platform_role": role});
    server.call("POST", "/api/v2/users").token(Some(&caller.token)).json(&body).send().await
}

/// Callers of each rank: machines, and users where their role lets them call at all.
async fn callers(server: &Server) -> Vec<(PlatformRole, Caller)> {
    let mut callers = Vec::new();
    for rank in PlatformRole::ALL {
        callers.push((rank, Caller::machine(server, rank).await));
    }
    for rank in [PlatformRole::Admin, PlatformRole::SuperAdmin] {
        let user = made(server, rank.name(), &format!("caller-{}", rank.name())).await;
        callers.push((rank, Caller::user(server, &user).await));
    }
    callers
}

fn rule(role: PlatformRole) -> &'static str {
    if role == PlatformRole::SuperAdmin { "super_admin_only" } else { "rank_exceeded" }
}

both_engines! {
    // S4.L04.4, S4.L04.6, S4.L04.13
    async fn a_role_is_granted_up_to_the_own_rank(server: &Server) {
        for (rank, caller) in callers(server).await {
            for role in PlatformRole::ALL {
                let user = made(server, "user", "target").await;
                let answer = caller.patch(server, &user, json!({"platform_role": role.name()})).await;
                if role <= rank {
                    assert_eq!(answer.expect(200)["platform_role"], role.name());
                } else {
                    assert_eq!(answer.refused(403, rule(role)).as_deref(), Some("platform_role"));
                    assert_audited(server, &caller, &user, rule(role)).await;
                    assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), user);
                }
                server.patch(&Server::path_of(&user), json!({"platform_role": "user"})).await.expect(200);
                server.delete(&Server::path_of(&user)).await.expect(204);
            }
        }
    }
}

both_engines! {
    // S4.L04.6, S4.L04.13
    async fn nobody_is_made_with_more_than_the_makers_rank(server: &Server) {
        for (rank, caller) in callers(server).await {
            for role in PlatformRole::ALL {
                let before = total(server).await;
                let answer = create(server, &caller, role.name()).await;
                if role <= rank {
                    let user = answer.expect(201);
                    assert_eq!(user["platform_role"], role.name());
                    server.patch(&Server::path_of(&user), json!({"platform_role": "user"})).await.expect(200);
                    server.delete(&Server::path_of(&user)).await.expect(204);
                } else {
                    assert_eq!(answer.refused(403, rule(role)).as_deref(), Some("platform_role"));
                    assert_eq!(total(server).await, before);
                    let event = refusals(server).await.remove(0);
                    assert_eq!((&event["details"]["kind"], &event["details"]["reason"]), (&json!("act.refused"), &json!(rule(role))));
                    assert_eq!(event["details"]["actor"]["id"], caller.id);
                }
            }
        }
    }
}

both_engines! {
    // design.md, "Who may call": nobody grants, re-keys or resets what exceeds the own rank.
    async fn a_machine_of_the_least_rank_touches_no_administrator(server: &Server) {
        let caller = Caller::machine(server, PlatformRole::User).await;
        let admin = made(server, "admin", "anna").await;
        for (act, answer) in caller.try_everything(server, &admin).await {
            assert_eq!(answer.refused(403, "rank_exceeded"), None, "{act}");
        }
        assert_all_audited(server, &caller, &admin, "rank_exceeded", 10).await;
        assert_eq!(server.get(&Server::path_of(&admin)).await.expect(200), admin);
        let user = made(server, "user", "eve").await;
        caller.patch(server, &user, json!({"name": "changed"})).await.expect(200);
    }
}

both_engines! {
    // S4.L04.4: administrators look after each other and after users.
    async fn an_administrator_does_everything_to_administrators_and_users(server: &Server) {
        let admin = made(server, "admin", "anna").await;
        for caller in [Caller::machine(server, PlatformRole::Admin).await, Caller::user(server, &admin).await] {
            for role in ["admin", "user"] {
                let user = made(server, role, "target").await;
                for (act, answer) in caller.try_everything(server, &user).await {
                    assert!(answer.status.is_success(), "{act}: {}", answer.text);
                }
            }
        }
    }
}

both_engines! {
    // S4.L04.4
    async fn there_are_three_roles(server: &Server) {
        let user = made(server, "user", "anna").await;
        for role in ["owner", "Admin", "superadmin", ""] {
            let answer = server.patch(&Server::path_of(&user), json!({"platform_role": role})).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("platform_role"));
        }
        for role in ["admin", "super_admin", "user"] {
            let changed = server.patch(&Server::path_of(&user), json!({"platform_role": role})).await.expect(200);
            assert_eq!(changed["platform_role"], role);
            assert_eq!(server.found(&format!("platform_role:{role} anna")).await, ["anna"]);
        }
        assert_eq!(etag(server, &user).await, "\"4\"");
    }
}

both_engines! {
    // Refusals name who was refused even when it is a user who acts through a client.
    async fn a_refusal_tells_the_client_too(server: &Server) {
        let admin = made(server, "admin", "anna").await;
        let caller = Caller::user(server, &admin).await;
        let user = made(server, "user", "eve").await;
        caller.patch(server, &user, json!({"platform_role": "super_admin"})).await.refused(403, "super_admin_only");
        let event = refusals(server).await.remove(0);
        assert_eq!((&event["client_id"], &event["details"]["actor"]["name"]), (&json!("console"), &json!("anna")));
        assert_eq!((&event["user_name"], &event["ip"]), (&json!("eve"), &json!("127.0.0.1")));
        assert_eq!(event["details"]["operation"], format!("PATCH {}", Server::path_of(&user)));
    }
}

both_engines! {
    // Nobody grants or re-keys what exceeds the own scopes.
    async fn administrators_are_made_and_re_keyed_with_all_scopes_only(server: &Server) {
        let few = server.machine(PlatformRole::SuperAdmin, "create:users update:users").await;
        let admin = made(server, "admin", "admin").await;
        let user = made(server, "user", "user").await;
        let patch = async |user, body| {
            server.call("PATCH", &Server::path_of(user)).token(Some(&few)).json(&body).send().await
        };
        patch(&user, json!({"platform_role": "admin"})).await.refused(403, "rank_exceeded");
        patch(&admin, json!({"password": "correct horse battery"})).await.refused(403, "rank_exceeded");
        patch(&user, json!({"password": "correct horse battery"})).await.expect(200);
        // Whoever chooses the address gets the link that chooses the password.
        for (identifier, value) in [("email", "mine@example.com"), ("username", "mine"), ("phone_number", "+15550100")] {
            patch(&admin, json!({identifier: value})).await.refused(403, "rank_exceeded");
        }
        patch(&admin, json!({"name": "another"})).await.expect(200);
        let body = json!({"connection": CONNECTION, "email": "new@example.com", "platform_role": "admin"});
        server.call("POST", "/api/v2/users").token(Some(&few)).json(&body).send().await.refused(403, "rank_exceeded");
    }
}
