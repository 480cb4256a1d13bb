//! Forgetting a password.

use serde_json::json;

use super::{application, events, forget, mails, person, set_options};
use crate::harness::{Server, both_engines, race};

const SENT: &str = "We've just sent you an email to reset your password.";

both_engines! {
    // S0.L25.7
    async fn a_link_is_sent_to_the_owner_of_the_account(server: &Server) {
        let client = application(server).await;
        let user = person(server, "ada@example.com").await;
        let answer = forget(server, &client, "ADA@example.com").await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, SENT));
        assert!(answer.header("content-type").is_some_and(|media_type| media_type.starts_with("text/plain")));
        assert_eq!(mails(server).await, [("ada@example.com".to_owned(), "Reset".to_owned())]);
        let log = server.get("/api/v2/logs?q=type:scpr").await.expect(200);
        assert_eq!((&log[0]["user_id"], &log[0]["client_id"]), (&user["user_id"], &json!(client)));
        let mail = crate::mails::queued(server).await.pop().expect("a mail");
        assert!(mail.text.contains("http://localhost:8480/u/reset-password?ticket="), "{}", mail.text);
    }
}

both_engines! {
    // S4.L11.7, S4.L35.3
    async fn the_answer_is_the_same_whether_or_not_there_is_an_account(server: &Server) {
        let client = application(server).await;
        let blocked = person(server, "blocked@example.com").await;
        server.patch(&Server::path_of(&blocked), json!({"blocked": true})).await.expect(200);
        person(server, "ada@example.com").await;
        forget(server, &client, "ada@example.com").await;
        let sent = mails(server).await.len();
        for nobody in ["nobody@example.com", "blocked@example.com", "no address", "ada@example.com"] {
            let answer = forget(server, &client, nobody).await;
            assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, SENT), "{nobody}");
        }
        assert_eq!(mails(server).await.len(), sent);
        for (reason, times) in [("unknown user", 2), ("the account is blocked", 1), ("too many requests", 1)] {
            assert_eq!(events(server, "password.change_refused", Some(reason)).await, times, "{reason}");
        }
    }
}

both_engines! {
    async fn one_link_a_minute_and_five_an_hour_are_sent(server: &Server) {
        let client = application(server).await;
        person(server, "ada@example.com").await;
        for expected in [1, 1, 2, 3, 4, 5, 5, 5] {
            forget(server, &client, "ada@example.com").await;
            assert_eq!(mails(server).await.len(), expected);
            server.clock.advance_seconds(if expected == 1 { 31 } else { 61 });
        }
        server.clock.advance_seconds(3600);
        forget(server, &client, "ada@example.com").await;
        assert_eq!(mails(server).await.len(), 6);
    }
}

both_engines! {
    async fn of_many_requests_at_once_one_sends_a_link(server: &Server) {
        let client = application(server).await;
        person(server, "ada@example.com").await;
        let answers = race(20, |_| {
            let (server, client) = (server.clone(), client.clone());
            async move { forget(&server, &client, "ada@example.com").await.status.as_u16() }
        });
        assert_eq!(answers.await, [200; 20]);
        assert_eq!(mails(server).await.len(), 1);
    }
}

both_engines! {
    async fn where_it_is_switched_off_everybody_is_told_so(server: &Server) {
        let client = application(server).await;
        person(server, "ada@example.com").await;
        set_options(server, json!({"disable_self_service_change_password": true})).await;
        for anybody in ["ada@example.com", "nobody@example.com"] {
            let answer = forget(server, &client, anybody).await;
            assert_eq!((answer.status.as_u16(), &answer.body["code"]), (403, &json!("password_change_disabled")));
        }
        assert!(mails(server).await.is_empty());
    }
}

both_engines! {
    async fn what_is_wrong_with_the_request_is_said(server: &Server) {
        let client = application(server).await;
        let post = async |body| server.call("POST", "/dbconnections/change_password").token(None).json(&body).send().await;
        let connection = crate::harness::CONNECTION;
        for (body, status, code) in [
            (json!({"client_id": client, "connection": connection}), 400, "invalid_body"),
            (json!({"client_id": client, "connection": "x", "email": "a@b.example"}), 400, "inexistent_connection"),
            (json!({"client_id": "x", "connection": connection, "email": "a@b.example"}), 401, "invalid_client"),
            (json!({"client_id": client, "connection": connection, "email": "a@b.example", "x": 1}), 400, "invalid_body"),
        ] {
            let answer = post(body).await;
            assert_eq!((answer.status.as_u16(), &answer.body["code"]), (status, &json!(code)), "{}", answer.text);
        }
        // As Auth0's SDK for Python sends it.
        let python = json!({"client_id": client, "connection": connection, "email": "a@b.example", "organization": null});
        assert_eq!(post(python).await.status.as_u16(), 200);
    }
}

both_engines! {
    // ASVS v5.0.0-6.3.8
    async fn the_work_is_the_same_whether_or_not_there_is_an_account(server: &Server) {
        let client = application(server).await;
        let blocked = person(server, "blocked@example.com").await;
        server.patch(&Server::path_of(&blocked), json!({"blocked": true})).await.expect(200);
        person(server, "ada@example.com").await;
        let work = async |email: &str| {
            server.services.traffic.flush().await;
            server.statements(forget(server, &client, email)).await.1
        };
        let expected = work("ada@example.com").await;
        for somebody in ["nobody@example.com", "blocked@example.com", "ada@example.com"] {
            assert_eq!(work(somebody).await, expected, "{somebody}");
        }
        assert_eq!(mails(server).await.len(), 1);
    }
}

both_engines! {
    async fn an_address_is_written_to_even_where_nobody_signs_in_with_it(server: &Server) {
        let client = application(server).await;
        person(server, "ada@example.com").await;
        set_options(server, json!({"attributes": {"email": {"identifier": {"active": false}}}})).await;
        forget(server, &client, "ada@example.com").await;
        assert_eq!(mails(server).await.len(), 1);
    }
}
