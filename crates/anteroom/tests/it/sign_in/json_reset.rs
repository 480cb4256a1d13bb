//! A forgotten password in the middle of a sign-in, as JSON.

use serde_json::{Value, json};

use super::json_flow::{OwnPage, refused};
use super::tools::ANOTHER;
use crate::harness::{Application, Server, both_engines};
use crate::mails::queued;

/// The code of the last mail.
async fn code(server: &Server) -> String {
    let mail = queued(server).await.pop().expect("a mail");
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|letter| letter.is_ascii_digit());
    mail.text.lines().find(is_code).expect("a code").to_owned()
}

both_engines! {
    // S0.L25.7
    async fn a_password_is_replaced_on_a_page_of_ones_own(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::spa(server, json!({})).await;
        let (mut page, begun) = OwnPage::begun(server, &app, json!({})).await;
        refused(&page.step("forgot-password", json!({})).await, 400, "invalid_body");
        let known = page.step("forgot-password", json!({"identifier": "ada@example.com"})).await.expect(200);
        let unknown = page.step("forgot-password", json!({"identifier": "eve@example.com"})).await.expect(200);
        assert_eq!((&known, &unknown), (&begun, &begun));
        let code = code(server).await;
        refused(&page.step("reset-code", json!({"identifier": "eve@example.com", "code": code})).await, 400, "invalid_code");
        // Who has said before who it is need not say it again.
        page.step("identifier", json!({"identifier": "ada@example.com"})).await.expect(200);
        refused(&page.step("reset-code", json!({"code": "12345"})).await, 400, "invalid_code");
        let (mut stranger, _) = OwnPage::begun(server, &app, json!({})).await;
        let body = json!({"identifier": "ada@example.com", "code": code});
        refused(&stranger.step("reset-code", body.clone()).await, 400, "invalid_code");
        let told = page.step("reset-code", json!({"code": code})).await.expect(200);
        refused(&page.step("reset-code", body).await, 400, "invalid_code");
        let reset = |password: &str| json!({"ticket": told["ticket"], "password": password});
        refused(&page.step("reset-password", reset("short")).await, 400, "invalid_password");
        let flow = page.step("reset-password", reset(ANOTHER)).await.expect(200);
        assert_eq!(flow["step"], "password");
        refused(&page.step("reset-password", reset(ANOTHER)).await, 404, "invalid_ticket");
        let end = page.step("password", json!({"password": ANOTHER})).await.expect(200);
        assert!(end["redirect_to"].as_str().is_some_and(|to| to.contains("?code=")), "{end}");
    }
}

both_engines! {
    async fn each_step_refuses_what_it_does_not_know(server: &Server) {
        let app = Application::spa(server, json!({})).await;
        let (mut page, _) = OwnPage::begun(server, &app, json!({})).await;
        let wrong: [(&str, Value, &str); 4] = [
            ("forgot-password", json!({"identifier": "a", "email": "b"}), "email"),
            ("reset-code", json!({"identifier": "a"}), "code"),
            ("reset-code", json!({"identifier": "a", "code": 123_456}), "code"),
            ("reset-password", json!({"ticket": "a", "password": "b", "again": "b"}), "again"),
        ];
        for (step, body, field) in wrong {
            let answer = page.step(step, body).await;
            refused(&answer, 400, "invalid_body");
            assert!(answer.text.contains(field), "{step}: {}", answer.text);
        }
        page.cookies.clear();
        for (step, body) in [
            ("forgot-password", json!({"identifier": "a"})),
            ("reset-code", json!({"identifier": "a", "code": "123456"})),
            ("reset-password", json!({"ticket": "a", "password": "b"})),
        ] {
            refused(&page.step(step, body).await, 404, "flow_expired");
        }
    }
}
