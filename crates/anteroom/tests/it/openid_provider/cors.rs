//! Which pages of other origins may read answers (ASVS v5.0.0-3.4.2).

use serde_json::json;

use super::ADA;
use crate::harness::{Answer, Application, Browser, Server, both_engines};

const OURS: &str = "https://app.example";
const OTHERS: [&str; 6] =
    ["https://evil.example", "http://app.example", "https://app.example:8443", "https://sub.app.example", "null", "*"];

async fn preflight(server: &Server, path: &str, origin: &str) -> Answer {
    let call = server.call("OPTIONS", path).token(None).header("origin", origin);
    call.header("access-control-request-method", "POST").send().await
}

#[track_caller]
fn allows(answer: &Answer, origin: Option<&str>) {
    assert_eq!(answer.header("access-control-allow-origin"), origin);
    let varies =
        answer.headers.get_all("vary").iter().any(|value| value.to_str().is_ok_and(|text| text.contains("Origin")));
    assert!(varies, "a cache would give one origin's answer to another");
}

both_engines! {
    async fn a_registered_origin_reads_and_no_other(server: &Server) {
        server.person(ADA).await;
        let spa = Application::spa(server, json!({})).await;
        let tokens = spa.tokens(&Browser::new(server), ADA, &[]).await;
        for origin in [OURS].into_iter().chain(OTHERS) {
            let expected = (origin == OURS).then_some(OURS);
            let call = server.call("GET", "/userinfo").token(tokens["access_token"].as_str());
            let answer = call.header("origin", origin).send().await;
            assert_eq!(answer.status, 200);
            allows(&answer, expected);
            for path in ["/oauth/token", "/oauth/revoke", "/userinfo", "/.well-known/openid-configuration"] {
                let answer = preflight(server, path, origin).await;
                allows(&answer, expected);
                assert_eq!(answer.header("access-control-allow-headers").is_some(), origin == OURS, "{path}");
                // Cookies are not for pages elsewhere.
                assert_eq!(answer.header("access-control-allow-credentials"), None, "{path}");
            }
        }
    }
}

both_engines! {
    async fn a_refusal_can_be_read_as_well(server: &Server) {
        Application::spa(server, json!({})).await;
        let call = server.call("POST", "/oauth/token").token(None).header("origin", OURS);
        let answer = call.form("grant_type=x").send().await;
        assert_eq!(answer.status, 400);
        allows(&answer, Some(OURS));
        let answer = server.call("GET", "/userinfo").token(None).header("origin", OURS).send().await;
        allows(&answer, Some(OURS));
        assert!(answer.header("access-control-expose-headers").is_some_and(|names| names.contains("www-authenticate")));
    }
}

both_engines! {
    async fn pages_administration_and_introspection_are_read_by_nobody_elsewhere(server: &Server) {
        Application::spa(server, json!({})).await;
        for path in ["/authorize", "/u/login", "/oidc/logout", "/api/v2/users", "/oauth/introspect", "/"] {
            let answer = preflight(server, path, OURS).await;
            assert_eq!(answer.header("access-control-allow-origin"), None, "{path}");
            let answer = server.call("GET", path).header("origin", OURS).send().await;
            assert_eq!(answer.header("access-control-allow-origin"), None, "{path}");
        }
    }
}

both_engines! {
    async fn what_is_registered_or_taken_away_counts_at_once_in_every_process(server: &Server) {
        let other_process = server.second_process().await;
        let origins = json!({"web_origins": [], "allowed_origins": ["https://new.example"]});
        let spa = Application::spa(server, origins).await;
        for process in [server, &other_process] {
            allows(&preflight(process, "/oauth/token", "https://new.example").await, Some("https://new.example"));
        }
        let path = format!("/api/v2/clients/{}", spa.client_id);
        server.patch(&path, json!({"allowed_origins": []})).await.expect(200);
        for process in [server, &other_process] {
            allows(&preflight(process, "/oauth/token", "https://new.example").await, None);
        }
        let wildcard = server.patch(&path, json!({"web_origins": ["https://*.example"]})).await;
        assert_eq!(wildcard.status, 400);
    }
}
