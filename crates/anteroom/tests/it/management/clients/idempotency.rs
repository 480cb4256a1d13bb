//! `Idempotency-Key`: a client is made once, however often the request comes.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{path_of, text};
use crate::harness::{Answer, Server, both_engines, race};
use crate::stored;

async fn post(server: &Server, key: &str, body: &Value) -> Answer {
    server.call("POST", "/api/v2/clients").header("idempotency-key", key).json(body).send().await
}

both_engines! {
    async fn an_equal_request_makes_no_second_client(server: &Server) {
        let body = json!({"name": "Once"});
        let made = post(server, "key-1", &body).await.expect(201);
        let before = stored::rows(server).await;
        assert_eq!(post(server, "key-1", &body).await.expect(201), made);
        assert_eq!(stored::rows(server).await, before);
        let other = post(server, "key-2", &body).await.expect(201);
        assert_ne!(other["client_id"], made["client_id"]);
    }
}

both_engines! {
    async fn another_request_with_the_same_key_is_refused(server: &Server) {
        let made = post(server, "key", &json!({"name": "Once"})).await.expect(201);
        let answer = post(server, "key", &json!({"name": "Twice"})).await;
        assert_eq!(answer.refused(409, "idempotency_key_reused").as_deref(), Some("Idempotency-Key"));
        let user = json!({"connection": crate::harness::CONNECTION, "email": "same.key@example.com"});
        let answer = server.call("POST", "/api/v2/users").header("idempotency-key", "key").json(&user).send().await;
        answer.refused(409, "idempotency_key_reused");
        assert_eq!(server.delete(&path_of(&made)).await.status, 204);
        post(server, "key", &json!({"name": "Once"})).await.refused(409, "idempotency_key_reused");
    }
}

both_engines! {
    async fn keys_of_different_callers_are_different_keys(server: &Server) {
        let body = json!({"name": "Once"});
        let made = post(server, "key", &body).await.expect(201);
        let token = server.machine(PlatformRole::Admin, "create:clients").await;
        let call = server.call("POST", "/api/v2/clients").token(Some(&token)).header("idempotency-key", "key");
        let other = call.json(&body).send().await.expect(201);
        assert_ne!(other["client_id"], made["client_id"]);
    }
}

both_engines! {
    async fn a_refused_request_uses_up_no_key(server: &Server) {
        post(server, "key", &json!({"name": "<"})).await.refused(400, "invalid_body");
        post(server, "key", &json!({"name": "Once"})).await.expect(201);
    }
}

both_engines! {
    async fn a_key_that_is_none_is_refused(server: &Server) {
        let before = stored::rows(server).await;
        for key in ["", "a b", "ключ", &"a".repeat(256)] {
            let answer = post(server, key, &json!({"name": "Once"})).await;
            assert_eq!(answer.refused(400, "invalid_header").as_deref(), Some("Idempotency-Key"), "{key}");
        }
        assert_eq!(stored::rows(server).await, before);
        post(server, &"a".repeat(255), &json!({"name": "Once"})).await.expect(201);
    }
}

both_engines! {
    async fn of_many_equal_requests_at_once_one_makes_the_client(server: &Server) {
        let answers = race(20, |_| {
            let server = server.clone();
            async move { post(&server, "race", &json!({"name": "Once"})).await }
        });
        let made: Vec<Value> = answers.await.into_iter().map(|answer| answer.expect(201)).collect();
        assert!(made.iter().all(|client| *client == made[0]));
        let clients = server.get("/api/v2/clients").await.expect(200);
        let same = clients.as_array().expect("clients").iter().filter(|client| client["name"] == "Once");
        assert_eq!(same.map(|client| text(client, "client_id")).collect::<Vec<_>>(), [text(&made[0], "client_id")]);
    }
}
