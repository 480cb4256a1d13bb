//! What a status does to access already given.

use serde_json::{Value, json};

use super::{ALL, is_blocked, set};
use crate::harness::{Answer, CONNECTION, Server, both_engines};

async fn admin(server: &Server, name: &str) -> Value {
    let body = json!({"connection": CONNECTION, "username": name, "platform_role": "admin"});
    server.create(body).await
}

async fn list(server: &Server, token: &str) -> Answer {
    server.call("GET", "/api/v2/users").token(Some(token)).send().await
}

both_engines! {
    // S0.L23.18, S2.L24.1
    async fn a_block_ends_access_at_once(server: &Server) {
        let user = admin(server, "anna").await;
        let token = server.user_token(&user, "read:users").await;
        list(server, &token).await.expect(200);
        server.patch(&Server::path_of(&user), json!({"blocked": true})).await.expect(200);
        list(server, &token).await.refused(401, "invalid_token");
        list(server, &server.user_token(&user, "read:users").await).await.refused(401, "invalid_token");
    }
}

both_engines! {
    // S2.L24.4: what was ended stays ended, what is given anew works.
    async fn after_unblocking_new_tokens_work_and_old_ones_do_not(server: &Server) {
        let user = admin(server, "anna").await;
        let old = server.user_token(&user, "read:users").await;
        for blocked in [true, false] {
            server.patch(&Server::path_of(&user), json!({"blocked": blocked})).await.expect(200);
        }
        list(server, &old).await.refused(401, "invalid_token");
        server.clock.advance_seconds(1);
        list(server, &server.user_token(&user, "read:users").await).await.expect(200);
    }
}

both_engines! {
    // S0.L23.18
    async fn each_status_that_blocks_ends_access_and_the_others_do_not(server: &Server) {
        for status in ALL {
            let user = admin(server, status).await;
            let token = server.user_token(&user, "read:users").await;
            set(server, &user, status).await;
            match is_blocked(status) {
                true => list(server, &token).await.refused(401, "invalid_token"),
                false => list(server, &token).await.expect(200).as_str().map(str::to_owned),
            };
        }
    }
}

both_engines! {
    // S4.L04.3, S4.L10.7, S4.L04.4: a token of the old role does not work with the new one.
    async fn a_changed_role_ends_access_given_with_the_old_one(server: &Server) {
        let user = admin(server, "anna").await;
        let token = server.user_token(&user, "read:users").await;
        list(server, &token).await.expect(200);
        server.patch(&Server::path_of(&user), json!({"platform_role": "user"})).await.expect(200);
        list(server, &token).await.refused(401, "invalid_token");
        server.clock.advance_seconds(1);
        list(server, &server.user_token(&user, "read:users").await).await.refused(403, "insufficient_scope");
    }
}
