//! `POST /api/v2/users/bulk-actions`

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use crate::harness::{Answer, Application, Browser, CONNECTION, Server, both_engines};

const PATH: &str = "/api/v2/users/bulk-actions";

/// Users of these names.
async fn people(server: &Server, names: &[&str]) -> Vec<Value> {
    let mut made = Vec::new();
    for name in names {
        made.push(server.create(json!({"connection": CONNECTION, "username": name, "name": name})).await);
    }
    made
}

fn ids(users: &[Value]) -> Vec<Value> {
    users.iter().map(|user| user["user_id"].clone()).collect()
}

/// What became of each: the outcome, or the code of the error.
fn outcomes(answer: &Value) -> Vec<&str> {
    let results = answer["results"].as_array().expect("results").iter();
    let told = results.map(|result| {
        let outcome = result["outcome"].as_str().expect("an outcome");
        assert_eq!(outcome == "failed", result.get("error").is_some(), "{result}");
        result["error"]["errorCode"].as_str().unwrap_or(outcome)
    });
    let told: Vec<_> = told.collect();
    let failed = told.iter().filter(|outcome| !["done", "skipped"].contains(*outcome)).count();
    assert_eq!(answer["failed"], failed);
    for outcome in ["done", "skipped"] {
        assert_eq!(answer[outcome], told.iter().filter(|told| **told == outcome).count());
    }
    told
}

async fn read(server: &Server, user: &Value) -> Value {
    server.get(&Server::path_of(user)).await.expect(200)
}

async fn logs(server: &Server, query: &str) -> Vec<Value> {
    let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
    let answer = server.get(&format!("/api/v2/logs?per_page=100&q={query}")).await.expect(200);
    answer.as_array().expect("logs").clone()
}

both_engines! {
    // S4.L13.3, S4.L13.8, S4.L13.10, S4.L14.5
    async fn a_status_is_set_for_each_and_told_of_each(server: &Server) {
        let users = people(server, &["ada", "ben", "carl"]).await;
        server.patch(&format!("{}/status", Server::path_of(&users[1])), json!({"status": "suspended"})).await.expect(200);
        let mut named = ids(&users);
        named.insert(1, json!("auth0|nobody"));
        named.push(users[0]["user_id"].clone());
        let body = json!({"user_ids": named, "action": "set_status", "status": "suspended", "reason": "moving house"});
        let answer = server.post(PATH, body.clone()).await.expect(200);
        assert_eq!(outcomes(&answer), ["done", "inexistent_user", "skipped", "done"], "each once, in the order named");
        for user in &users {
            assert_eq!(read(server, user).await["status"], "suspended");
        }
        assert_eq!(read(server, &users[0]).await["status_reason"], "moving house");
        // Sent again it changes nothing.
        let again = server.post(PATH, body).await.expect(200);
        assert_eq!(outcomes(&again), ["skipped", "inexistent_user", "skipped", "skipped"]);
        // On record: each change, and the whole.
        let batch = answer["batch_id"].as_str().expect("an id");
        let events = logs(server, &format!("correlation_id:{batch}")).await;
        let kinds: Vec<_> = events.iter().map(|event| event["details"]["kind"].as_str().expect("a kind")).collect();
        assert_eq!(kinds, ["user.status_changed", "user.status_changed", "users.changed_at_once"]);
        let whole = &events[2]["details"];
        assert_eq!((&whole["target"]["id"], &whole["reason"]), (&json!(batch), &json!("moving house")));
        named.pop();
        assert_eq!(whole["changes"], json!([
            {"field": "action", "to": "set_status"}, {"field": "status", "to": "suspended"}, {"field": "user_ids", "to": named},
        ]));
        assert_eq!(events[0]["details"]["reason"], "moving house");
    }
}

both_engines! {
    // S4.L13.2, S4.L13.4, S4.L13.6, S4.L14.2
    async fn every_action_is_the_one_for_a_single_user(server: &Server) {
        let users = people(server, &["ada", "ben"]).await;
        let act = async |more: Value| {
            let mut body = json!({"user_ids": ids(&users)});
            body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            let answer = server.post(PATH, body).await.expect(200);
            outcomes(&answer).iter().map(|outcome| (*outcome).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(act(json!({"action": "set_timezone", "zoneinfo": "Asia/Shanghai"})).await, ["done", "done"]);
        assert_eq!(read(server, &users[1]).await["zoneinfo"], "Asia/Shanghai");
        assert_eq!(act(json!({"action": "set_timezone", "zoneinfo": "Asia/Shanghai"})).await, ["skipped", "skipped"]);
        assert_eq!(act(json!({"action": "set_timezone", "zoneinfo": "Nowhere/City"})).await, ["invalid_body", "invalid_body"]);
        assert_eq!(act(json!({"action": "set_timezone", "zoneinfo": null})).await, ["done", "done"]);
        assert!(read(server, &users[1]).await["zoneinfo"].is_null());

        let role = server.post("/api/v2/roles", json!({"name": "Seller"})).await.expect(200);
        server.post(&format!("{}/roles", Server::path_of(&users[0])), json!({"roles": [role["id"]]})).await.expect(204);
        assert_eq!(act(json!({"action": "give_roles", "roles": [role["id"]]})).await, ["skipped", "done"]);
        assert_eq!(act(json!({"action": "give_roles", "roles": ["rol_nothing"]})).await, ["inexistent_role", "inexistent_role"]);
        assert_eq!(act(json!({"action": "take_roles", "roles": [role["id"]]})).await, ["done", "done"]);
        assert_eq!(act(json!({"action": "take_roles", "roles": [role["id"]]})).await, ["skipped", "skipped"]);

        assert_eq!(act(json!({"action": "set_platform_role", "platform_role": "admin"})).await, ["done", "done"]);
        assert_eq!(act(json!({"action": "set_platform_role", "platform_role": "admin"})).await, ["skipped", "skipped"]);
        assert_eq!(read(server, &users[0]).await["platform_role"], "admin");

        assert_eq!(act(json!({"action": "delete"})).await, ["done", "done"]);
        assert_eq!(act(json!({"action": "delete"})).await, ["skipped", "skipped"]);
        server.get(&Server::path_of(&users[0])).await.refused(404, "inexistent_user");
    }
}

both_engines! {
    async fn sessions_and_all_access_end(server: &Server) {
        let users = vec![server.person("ada@example.com").await, server.person("ben@example.com").await];
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let tokens = app.tokens(&browser, "ada@example.com", &[]).await;
        let end = async |action: &str| {
            let answer = server.post(PATH, json!({"user_ids": ids(&users), "action": action})).await.expect(200);
            outcomes(&answer).iter().map(|outcome| (*outcome).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(end("revoke_sessions").await, ["done", "skipped"]);
        assert_eq!(server.userinfo(&tokens["access_token"]).await.status, 401);
        let tokens = app.tokens(&browser, "ada@example.com", &[]).await;
        assert_eq!(end("revoke_access").await, ["done", "done"]);
        assert_eq!(server.userinfo(&tokens["access_token"]).await.status, 401);
    }
}

both_engines! {
    // S4.L13.9
    async fn what_protects_one_user_protects_it_among_many(server: &Server) {
        let mut users = people(server, &["ada", "anna"]).await;
        users[1] = server.patch(&Server::path_of(&users[1]), json!({"platform_role": "admin"})).await.expect(200);
        let root = server.get("/api/v2/users-by-email?email=root@example.com").await.expect(200)[0].clone();
        users.push(root.clone());
        // What she was given before her new role has ended.
        server.clock.advance_seconds(2);
        let all = anteroom_model::scope::all_management();
        let anna = server.user_token(&users[1], all.as_str()).await;
        let act = async |token: &str, body: Value| -> Answer {
            server.call("POST", PATH).token(Some(token)).json(&body).send().await
        };
        let body = json!({"user_ids": ids(&users), "action": "set_status", "status": "suspended"});
        assert_eq!(outcomes(&act(&anna, body).await.expect(200)), ["done", "own_account", "super_admin_protected"]);
        let body = json!({"user_ids": ids(&users), "action": "delete"});
        assert_eq!(outcomes(&act(&anna, body).await.expect(200)), ["done", "own_account", "super_admin_protected"]);
        let own = server.machine(PlatformRole::SuperAdmin, all.as_str()).await;
        let body = json!({"user_ids": [root["user_id"]], "action": "set_platform_role", "platform_role": "user"});
        assert_eq!(outcomes(&act(&own, body).await.expect(200)), ["last_super_admin"]);
        assert_eq!(read(server, &root).await["platform_role"], "super_admin");
        assert_eq!(logs(server, "type:fapi").await.len(), 5, "each refusal is on record");
    }
}

both_engines! {
    async fn each_action_asks_for_its_own_scopes(server: &Server) {
        let user = people(server, &["ada"]).await.remove(0);
        let every = "update:users delete:users create:role_members delete:role_members delete:sessions delete:refresh_tokens";
        for (more, scopes) in [
            (json!({"action": "set_status", "status": "active"}), "update:users"),
            (json!({"action": "set_platform_role", "platform_role": "user"}), "update:users"),
            (json!({"action": "set_timezone", "zoneinfo": "Europe/Berlin"}), "update:users"),
            (json!({"action": "give_roles", "roles": ["rol_x"]}), "update:users create:role_members"),
            (json!({"action": "take_roles", "roles": ["rol_x"]}), "update:users delete:role_members"),
            (json!({"action": "revoke_sessions"}), "delete:sessions"),
            (json!({"action": "revoke_access"}), "delete:sessions delete:refresh_tokens"),
            (json!({"action": "delete"}), "delete:users"),
        ] {
            let mut body = json!({"user_ids": [user["user_id"]]});
            body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            let ask = async |scopes: &str| {
                let token = server.machine(PlatformRole::SuperAdmin, scopes).await;
                server.call("POST", PATH).token(Some(&token)).json(&body).send().await
            };
            ask(scopes).await.expect(200);
            for missing in scopes.split(' ') {
                let fewer: Vec<_> = every.split(' ').filter(|scope| *scope != missing).collect();
                ask(&fewer.join(" ")).await.refused(403, "insufficient_scope");
            }
        }
    }
}

both_engines! {
    async fn requests_that_make_no_sense_are_refused_by_field(server: &Server) {
        let user = people(server, &["ada"]).await.remove(0);
        let id = &user["user_id"];
        let many: Vec<_> = (0..201).map(|number| format!("auth0|{number}")).collect();
        for (body, field) in [
            (json!({"user_ids": [], "action": "delete"}), "user_ids"),
            (json!({"user_ids": many, "action": "delete"}), "user_ids"),
            (json!({"action": "delete"}), "user_ids"),
            (json!({"user_ids": [id]}), "action"),
            (json!({"user_ids": [id], "action": "explode"}), "action"),
            (json!({"user_ids": [id], "action": "set_status"}), "status"),
            (json!({"user_ids": [id], "action": "set_status", "status": "gone"}), "status"),
            (json!({"user_ids": [id], "action": "delete", "status": "active"}), "status"),
            (json!({"user_ids": [id], "action": "set_platform_role"}), "platform_role"),
            (json!({"user_ids": [id], "action": "set_platform_role", "platform_role": "king"}), "platform_role"),
            (json!({"user_ids": [id], "action": "set_timezone"}), "zoneinfo"),
            (json!({"user_ids": [id], "action": "delete", "zoneinfo": null}), "zoneinfo"),
            (json!({"user_ids": [id], "action": "give_roles"}), "roles"),
            (json!({"user_ids": [id], "action": "give_roles", "roles": []}), "roles"),
            (json!({"user_ids": [id], "action": "revoke_access", "roles": ["rol_x"]}), "roles"),
            (json!({"user_ids": [id], "action": "delete", "reason": "x".repeat(501)}), "reason"),
            (json!({"user_ids": [id], "action": "delete", "color": "red"}), "color"),
        ] {
            let refused = server.post(PATH, body.clone()).await.refused(400, "invalid_body");
            assert_eq!(refused.as_deref(), Some(field), "{body}");
        }
        assert_eq!(read(server, &user).await, user);
    }
}
