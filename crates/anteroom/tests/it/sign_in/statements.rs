//! How many statements a sign-in sends: each is a journey to PostgreSQL, so none may creep in unseen.

use serde_json::json;

use crate::harness::{Application, Browser, Engine, PASSWORD, Server, both_engines};

/// What the work answers, and how many statements it sends, with nothing of earlier ones under way.
async fn counted<T>(server: &Server, work: impl Future<Output = T>) -> (T, u64) {
    server.services.traffic.flush().await;
    server.statements(work).await
}

/// PostgreSQL locks a row by a statement of its own; SQLite has one writer.
fn locks(server: &Server) -> u64 {
    u64::from(server.engine == Engine::Postgres)
}

both_engines! {
    async fn a_sign_in_asks_for_what_it_needs_alone(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        // What was configured just now is read once more.
        Browser::new(server).visit(&app.authorize(&[])).await;
        let browser = Browser::new(server);
        let (asked, count) = counted(server, browser.request("GET", &app.authorize(&[]), None, &[])).await;
        assert_eq!(count, 3, "the configuration's number, the application, the flow");
        let (page, count) = counted(server, browser.visit(asked.header("location").expect("a page"))).await;
        assert_eq!(count, 3, "the configuration's number, the flow, its application");
        let (page, count) = counted(server, browser.sign_in(&page, "ada@example.com", PASSWORD)).await;
        let code = page.code();
        assert_eq!(count, 17 + locks(server), "a sign-in");
        let (answer, count) = counted(server, app.exchange(&code)).await;
        let tokens = answer.expect(200);
        assert_eq!(count, 9 + locks(server), "tokens for a code");
        let (answer, count) = counted(server, server.userinfo(&tokens["access_token"])).await;
        assert_eq!((answer.status.as_u16(), count), (200, 2), "who stands behind the token, and the profile");
        let token = tokens["access_token"].as_str().expect("a token");
        let (answer, count) = counted(server, app.post("/oauth/introspect", &[("token", token)])).await;
        assert_eq!(count, 2, "who asks, and who stands behind the token: {}", answer.text);
        // Without a page: the session and its user, then the same as at the end of a sign-in.
        let (again, count) = counted(server, browser.request("GET", &app.authorize(&[]), None, &[])).await;
        assert!(again.header("location").is_some_and(|location| location.contains("code=")), "{}", again.text);
        assert_eq!(count, 10 + locks(server), "single sign-on");
    }
}
