//! `Idempotency-Key` on creates.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use crate::harness::{Answer, CONNECTION, Server, both_engines, race};
use crate::management::users::tools::{kinds, record_of, total};

fn request(email: &str) -> Value {
    json!({"connection": CONNECTION, "email": email, "password": "correct horse battery"})
}

async fn post(server: &Server, key: &str, body: &Value) -> Answer {
    server.call("POST", "/api/v2/users").header("idempotency-key", key).json(body).send().await
}

both_engines! {
    async fn a_repeated_request_makes_one_user(server: &Server) {
        let first = post(server, "k1", &request("a@example.com")).await.expect(201);
        assert_eq!(post(server, "k1", &request("a@example.com")).await.expect(201), first);
        assert_eq!(total(server).await, 2);
        assert_eq!(kinds(&record_of(server, &first).await), ["user.created"]);
        // Without the key, or with another, it is a request of its own.
        post(server, "k2", &request("a@example.com")).await.refused(409, "auth0_idp_error");
        server.post("/api/v2/users", request("a@example.com")).await.refused(409, "auth0_idp_error");
    }
}

both_engines! {
    async fn requests_repeated_at_once_make_one_user(server: &Server) {
        let owned = server.clone();
        let answers = race(8, move |_| {
            let server = owned.clone();
            async move { post(&server, "k1", &request("a@example.com")).await.expect(201)["user_id"].clone() }
        })
        .await;
        assert!(answers.iter().all(|id| *id == answers[0]), "{answers:?}");
        assert_eq!(total(server).await, 2);
    }
}

both_engines! {
    async fn the_answer_tells_the_user_as_it_is_now(server: &Server) {
        let made = post(server, "k1", &request("a@example.com")).await.expect(201);
        server.patch(&Server::path_of(&made), json!({"name": "Changed"})).await.expect(200);
        assert_eq!(post(server, "k1", &request("a@example.com")).await.expect(201)["name"], "Changed");
    }
}

both_engines! {
    async fn another_request_with_the_key_is_refused(server: &Server) {
        post(server, "k1", &request("a@example.com")).await.expect(201);
        let answer = post(server, "k1", &request("b@example.com")).await;
        assert_eq!(answer.refused(409, "idempotency_key_reused").as_deref(), Some("Idempotency-Key"));
        assert_eq!(total(server).await, 2);
    }
}

both_engines! {
    async fn after_a_deletion_nobody_is_made_anew(server: &Server) {
        let made = post(server, "k1", &request("a@example.com")).await.expect(201);
        server.delete(&Server::path_of(&made)).await.expect(204);
        post(server, "k1", &request("a@example.com")).await.refused(409, "idempotency_key_reused");
        assert_eq!(total(server).await, 1);
    }
}

both_engines! {
    async fn a_refused_request_leaves_its_key_free(server: &Server) {
        let taken = server.create(request("a@example.com")).await;
        post(server, "k1", &request("a@example.com")).await.refused(409, "auth0_idp_error");
        server.delete(&Server::path_of(&taken)).await.expect(204);
        post(server, "k1", &request("b@example.com")).await.expect(201);
    }
}

both_engines! {
    async fn each_caller_has_keys_of_its_own(server: &Server) {
        post(server, "k1", &request("a@example.com")).await.expect(201);
        let token = server.machine(PlatformRole::Admin, "create:users").await;
        let call = server.call("POST", "/api/v2/users").token(Some(&token)).header("idempotency-key", "k1");
        assert_eq!(call.json(&request("b@example.com")).send().await.expect(201)["email"], "b@example.com");
    }
}

both_engines! {
    async fn a_key_is_printable_and_not_too_long(server: &Server) {
        post(server, &"k".repeat(255), &request("a@example.com")).await.expect(201);
        for key in ["", "a b", "ключ", &"k".repeat(256)] {
            let answer = post(server, key, &request("b@example.com")).await;
            assert_eq!(answer.refused(400, "invalid_header").as_deref(), Some("Idempotency-Key"));
        }
        assert_eq!(total(server).await, 2);
    }
}
