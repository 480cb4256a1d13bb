//! Mails to prove an address, sent again by an administrator.

use serde_json::{Value, json};

use super::{events, mails, person};
use crate::harness::{CONNECTION, OTHER_HOST, both_engines};

const JOBS: &str = "/api/v2/jobs/verification-email";

both_engines! {
    // S2.L17.4
    async fn an_administrator_has_the_mail_sent_again(server: &Server) {
        let user = person(server, "ada@example.com").await;
        let job = server.post(JOBS, json!({"user_id": user["user_id"]})).await.expect(201);
        let id = job["id"].as_str().expect("an id");
        assert!(id.starts_with("job_") && id.len() == 20, "{id}");
        assert_eq!((&job["type"], &job["status"]), (&json!("verification_email"), &json!("completed")));
        assert_eq!(mails(server).await, [("ada@example.com".to_owned(), "Confirm".to_owned())]);
        assert_eq!(events(server, "email.verification_requested", None).await, 1);
        let path = format!("/api/v2/jobs/{id}");
        assert_eq!(server.get(&path).await.expect(200), job);
        assert_eq!(server.get(&format!("{path}/errors")).await.expect(204), Value::Null);
        server.call("GET", &path).host(OTHER_HOST).send().await.refused(401, "invalid_token");
        server.clock.advance_seconds(86_400);
        let token = server.token_of(&server.world.client_id, &server.world.client_secret).await;
        for path in [path.clone(), format!("{path}/errors")] {
            server.call("GET", &path).token(Some(&token)).send().await.refused(404, "inexistent_job");
        }
    }
}

both_engines! {
    async fn what_is_wrong_with_a_job_is_said(server: &Server) {
        let user = person(server, "ada@example.com").await;
        let nameless = server.create(json!({"connection": CONNECTION, "username": "nameless"})).await;
        let id = &user["user_id"];
        for (body, status, code) in [
            (json!({"user_id": "auth0|nobody"}), 404, "inexistent_user"),
            (json!({"user_id": id, "client_id": "x"}), 400, "invalid_body"),
            (json!({"user_id": id, "identity": {"user_id": "x", "provider": "auth0"}}), 400, "invalid_body"),
            (json!({"user_id": nameless["user_id"]}), 400, "operation_not_supported"),
        ] {
            server.post(JOBS, body).await.refused(status, code);
        }
        server.get("/api/v2/jobs/job_0000000000000000").await.refused(404, "inexistent_job");
        assert!(mails(server).await.is_empty());
    }
}
