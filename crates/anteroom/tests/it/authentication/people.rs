//! Tokens of users: good for as long as the user is who the token was given to.

use anteroom_model::scope::all_management;
use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};

async fn administrator(server: &Server, email: &str) -> Value {
    let body = json!({
        "connection": CONNECTION, "email": email, "platform_role": "admin", "password": "correct horse battery staple",
    });
    server.create(body).await
}

async fn status_with(server: &Server, token: &str) -> u16 {
    server.call("GET", "/api/v2/users").token(Some(token)).send().await.status.as_u16()
}

both_engines! {
    // S4.L04.4
    async fn an_administrator_may_what_token_and_role_both_allow(server: &Server) {
        let user = administrator(server, "admin@example.com").await;
        let all = server.user_token(&user, all_management().as_str()).await;
        assert_eq!(status_with(server, &all).await, 200);
        let body = json!({"connection": CONNECTION, "email": "made.by.admin@example.com"});
        let made = server.call("POST", "/api/v2/users").token(Some(&all)).json(&body).send().await.expect(201);
        let log = server.get(&format!("{}/logs", Server::path_of(&made))).await.expect(200);
        assert_eq!(log[0]["details"]["actor"]["id"], user["user_id"]);
        let some = server.user_token(&user, "read:users").await;
        assert_eq!(status_with(server, &some).await, 200);
        let answer = server.call("DELETE", &Server::path_of(&made)).token(Some(&some)).send().await;
        answer.refused(403, "insufficient_scope");
    }
}

both_engines! {
    // S0.L19.6
    async fn what_ends_access_ends_it_at_the_next_request_of_every_process(server: &Server) {
        let other_process = server.second_process().await;
        let ends: [(&str, Value); 6] = [
            ("", json!({"blocked": true})),
            ("/status", json!({"status": "suspended"})),
            ("/status", json!({"status": "deactivated"})),
            ("/status", json!({"status": "archived"})),
            ("", json!({"password": "another horse battery staple"})),
            ("", json!({"platform_role": "user"})),
        ];
        for (number, (path, change)) in ends.into_iter().enumerate() {
            let user = administrator(server, &format!("admin{number}@example.com")).await;
            let token = server.user_token(&user, all_management().as_str()).await;
            assert_eq!((status_with(server, &token).await, status_with(&other_process, &token).await), (200, 200));
            server.patch(&format!("{}{path}", Server::path_of(&user)), change.clone()).await.expect(200);
            for process in [server, &other_process] {
                let answer = process.call("GET", "/api/v2/users").token(Some(&token)).send().await;
                assert_eq!(answer.body["message"], "Invalid token", "{change}");
                answer.refused(401, "invalid_token");
            }
        }
    }
}

both_engines! {
    async fn a_deleted_users_token_is_refused_by_every_process(server: &Server) {
        let other_process = server.second_process().await;
        let user = administrator(server, "gone@example.com").await;
        let token = server.user_token(&user, all_management().as_str()).await;
        assert_eq!((status_with(server, &token).await, status_with(&other_process, &token).await), (200, 200));
        assert_eq!(server.delete(&Server::path_of(&user)).await.status, 204);
        assert_eq!((status_with(server, &token).await, status_with(&other_process, &token).await), (401, 401));
    }
}

both_engines! {
    async fn a_suspension_lifted_brings_back_no_old_token(server: &Server) {
        let user = administrator(server, "back@example.com").await;
        let path = Server::path_of(&user);
        let old = server.user_token(&user, "read:users").await;
        server.patch(&path, json!({"blocked": true})).await.expect(200);
        server.clock.advance_seconds(1);
        let meanwhile = server.user_token(&user, "read:users").await;
        assert_eq!((status_with(server, &old).await, status_with(server, &meanwhile).await), (401, 401));
        server.patch(&path, json!({"blocked": false})).await.expect(200);
        assert_eq!(status_with(server, &old).await, 401);
        assert_eq!(status_with(server, &server.user_token(&user, "read:users").await).await, 200);
    }
}

both_engines! {
    // S4.L04.2
    async fn a_role_given_or_taken_counts_at_once(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "email": "risen@example.com"})).await;
        let path = Server::path_of(&user);
        assert_eq!(status_with(server, &server.user_token(&user, "read:users").await).await, 403);
        server.patch(&path, json!({"platform_role": "admin"})).await.expect(200);
        server.clock.advance_seconds(1);
        assert_eq!(status_with(server, &server.user_token(&user, "read:users").await).await, 200);
        server.patch(&path, json!({"platform_role": "user"})).await.expect(200);
        server.clock.advance_seconds(1);
        assert_eq!(status_with(server, &server.user_token(&user, "read:users").await).await, 403);
    }
}
