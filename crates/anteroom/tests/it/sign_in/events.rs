//! What the log tells of sign-ins.

use serde_json::{Value, json};

use super::tools::{BRUTE_FORCE, IP_THROTTLING, WRONG, attempt, fail, logged, opens};
use crate::harness::{Application, Browser, CALLBACK, PASSWORD, Server, both_engines};

/// Checks who an event is about and where it came from.
#[track_caller]
fn tells(event: &Value, user: Option<&Value>, client: Option<&str>, is_browser: bool) {
    assert_eq!(event.get("user_id"), user.map(|user| &user["user_id"]), "{event}");
    assert_eq!(event["client_id"].as_str(), client, "{event}");
    assert_eq!(event["ip"], "127.0.0.1", "{event}");
    assert_eq!(event["user_agent"].as_str().is_some_and(|agent| agent.contains("Chrome/142")), is_browser, "{event}");
    assert!(event["date"].as_str().is_some_and(|date| date.starts_with("2026-01-01T")), "{event}");
}

/// The one event of this code.
async fn only(server: &Server, code: &str) -> Value {
    let mut events = logged(server, code).await;
    assert_eq!(events.len(), 1, "{code}: {events:?}");
    events.remove(0)
}

both_engines! {
    // S0.L29.1, S2.L24.2, ASVS v5.0.0-16.3.1
    async fn refusals_are_told_with_address_browser_and_application(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        server.patch(BRUTE_FORCE, json!({"max_attempts": 2})).await.expect(200);
        server.patch(IP_THROTTLING, json!({"stage": {"pre-login": {"max_attempts": 4}}})).await.expect(200);
        let client = Some(app.client_id.as_str());
        fail(&app, server, "nobody@example.com", 1).await;
        tells(&only(server, "fu").await, None, client, true);
        fail(&app, server, "ada@example.com", 1).await;
        tells(&only(server, "fp").await, Some(&user), client, true);
        assert!(logged(server, "limit_wc").await.is_empty());
        fail(&app, server, "ada@example.com", 1).await;
        let locked = only(server, "limit_wc").await;
        assert_eq!((&locked["user_id"], &locked["ip"]), (&user["user_id"], &json!("127.0.0.1")));
        assert_eq!(locked["connection"], crate::harness::CONNECTION);
        assert!(!opens(&app, server, "ada@example.com").await);
        let refused = only(server, "f").await;
        tells(&refused, Some(&user), client, true);
        assert_eq!(refused["details"]["reason"], "locked");
        // The fourth failure from this address.
        tells(&only(server, "limit_mu").await, None, None, true);
        // What was typed as a password is nowhere, nor is an identifier that nobody has.
        let all = server.get("/api/v2/logs?per_page=100").await.text;
        for secret in [WRONG, PASSWORD, "nobody@example.com"] {
            assert!(!all.contains(secret), "{secret}");
        }
    }
}

both_engines! {
    // S0.L29.1, S3.L12.1
    async fn signing_in_and_what_follows_is_told(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({"allowed_logout_urls": [CALLBACK]})).await;
        let client = Some(app.client_id.as_str());
        let browser = Browser::new(server);
        let offline = [("scope", "openid offline_access")];
        let tokens = app.tokens(&browser, "ada@example.com", &offline).await;
        tells(&only(server, "s").await, Some(&user), client, true);
        tells(&only(server, "seacft").await, Some(&user), client, false);
        app.refresh(&tokens["refresh_token"]).await.expect(200);
        tells(&only(server, "sertft").await, Some(&user), client, false);
        assert!(logged(server, "fertft").await.is_empty());
        app.refresh(&json!("no such token")).await.expect(400);
        tells(&only(server, "fertft").await, None, client, false);
        browser.visit(&app.authorize(&[("prompt", "none")])).await.code();
        tells(&only(server, "ssa").await, Some(&user), client, true);
        let leave = format!("/v2/logout?client_id={}&returnTo={CALLBACK}", app.client_id);
        assert_eq!(browser.visit(&leave).await.told().to, CALLBACK);
        tells(&only(server, "slo").await, Some(&user), client, true);
        assert_eq!(browser.visit(&app.authorize(&[("prompt", "none")])).await.error(), "login_required");
        tells(&only(server, "fsa").await, None, client, true);
        let all = server.get("/api/v2/logs?per_page=100").await.text;
        for name in ["access_token", "refresh_token", "id_token"] {
            assert!(!all.contains(tokens[name].as_str().expect("a token")), "{name}");
        }
    }
}

both_engines! {
    // S0.L29.1: a person's own log.
    async fn a_persons_own_log_has_what_was_tried_on_the_account(server: &Server) {
        let user = server.person("ada@example.com").await;
        let bob = server.person("bob@example.com").await;
        let app = Application::web(server, json!({})).await;
        fail(&app, server, "ada@example.com", 1).await;
        assert!(opens(&app, server, "ada@example.com").await);
        attempt(&app, server, "bob@example.com", "wrong").await;
        let codes = async |user: &Value| {
            let logs = server.get(&format!("{}/logs", Server::path_of(user))).await.expect(200);
            let logs = logs.as_array().expect("events").clone();
            let mut codes: Vec<_> = logs.iter().map(|event| event["type"].as_str().unwrap_or_default().to_owned()).collect();
            codes.retain(|code| code != "sapi");
            codes.sort_unstable();
            codes
        };
        assert_eq!(codes(&user).await, ["fp", "s"]);
        assert_eq!(codes(&bob).await, ["fp"]);
    }
}
