//! Who may make roles and give them.

use anteroom_model::PlatformRole;
use anteroom_model::scope::all_management;
use serde_json::{Value, json};

use super::{api, named, path_of, role, user};
use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::recorded;

both_engines! {
    async fn what_roles_say_is_for_administrators(server: &Server) {
        api(server).await;
        let made = role(server, "Editor").await;
        let path = path_of(&made);
        let permissions = format!("{path}/permissions");
        let calls = [
            ("POST", "/api/v2/roles", json!({"name": "New"}), "create:roles"),
            ("PATCH", path.as_str(), json!({"name": "Mine"}), "update:roles"),
            ("POST", permissions.as_str(), named(&["read:orders"]), "update:roles"),
            ("DELETE", permissions.as_str(), named(&["read:orders"]), "update:roles"),
            ("DELETE", path.as_str(), Value::Null, "delete:roles"),
        ];
        for (method, path, body, scope) in &calls {
            let token = server.machine(PlatformRole::User, scope).await;
            server.call(method, path).token(Some(&token)).json(body).send().await.refused(403, "rank_exceeded");
        }
        assert_eq!(recorded(server, "act.refused").await.len(), calls.len());
        assert_eq!(server.get("/api/v2/roles").await.expect(200), json!([made]));
        for (method, path, body, scope) in &calls {
            let token = server.machine(PlatformRole::Admin, scope).await;
            let answer = server.call(method, path).token(Some(&token)).json(body).send().await;
            assert!(answer.status.is_success(), "{}", answer.text);
        }
    }
}

/// Each way of giving a user something or taking it: method, path, body.
fn ways(user: &Value, role: &Value) -> [(&'static str, String, Value); 5] {
    let path = Server::path_of(user);
    [
        ("POST", format!("{}/users", path_of(role)), json!({"users": [user["user_id"]]})),
        ("POST", format!("{path}/roles"), json!({"roles": [role["id"]]})),
        ("POST", format!("{path}/permissions"), named(&["read:orders"])),
        ("DELETE", format!("{path}/permissions"), named(&["read:orders"])),
        ("DELETE", format!("{path}/roles"), json!({"roles": [role["id"]]})),
    ]
}

both_engines! {
    // S4.L04.5
    async fn whoever_is_protected_is_given_nothing_by_lesser_ranks(server: &Server) {
        api(server).await;
        let editor = role(server, "Editor").await;
        let admin = json!({"connection": CONNECTION, "email": "admin@example.com", "platform_role": "admin"});
        let chief = json!({"connection": CONNECTION, "email": "chief@example.com", "platform_role": "super_admin"});
        let (admin, chief) = (server.create(admin).await, server.create(chief).await);
        let by_user = server.machine(PlatformRole::User, all_management().as_str()).await;
        let by_admin = server.machine(PlatformRole::Admin, all_management().as_str()).await;
        for (target, token, code) in [(&admin, &by_user, "rank_exceeded"), (&chief, &by_admin, "super_admin_protected")] {
            for (method, path, body) in ways(target, &editor) {
                server.call(method, &path).token(Some(token)).json(&body).send().await.refused(403, code);
            }
        }
        assert_eq!(recorded(server, "act.refused").await.len(), 10);
        // Of several, one who is protected keeps all from it.
        let ada = user(server, "Ada").await;
        let both = json!({"users": [ada["user_id"], chief["user_id"]]});
        let call = server.call("POST", &format!("{}/users", path_of(&editor))).token(Some(&by_admin));
        call.json(&both).send().await.refused(403, "super_admin_protected");
        assert_eq!(server.get(&format!("{}/users", path_of(&editor))).await.expect(200), json!([]));
        for (target, token) in [(&ada, &by_user), (&admin, &by_admin)] {
            for (method, path, body) in ways(target, &editor) {
                let answer = server.call(method, &path).token(Some(token)).json(&body).send().await;
                assert!(answer.status.is_success(), "{}", answer.text);
            }
        }
    }
}
