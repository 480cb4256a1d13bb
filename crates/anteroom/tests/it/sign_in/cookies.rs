//! What browsers keep: the secret that sign-ins are bound to, and the session's.

use serde_json::json;

use super::tools::{login_form, over_https, profile_status, silent};
use crate::harness::{Answer, Application, Browser, PASSWORD, both_engines};

/// The cookies that an answer sets: name and attributes, without the value.
fn set(answer: &Answer) -> Vec<(String, String)> {
    let cookies = answer.headers.get_all("set-cookie").iter();
    let split = |text: &str| {
        let (name, rest) = text.split_once('=').expect("a name");
        let (value, attributes) = rest.split_once("; ").expect("attributes");
        assert!(value.len() >= 32 && value.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{text}");
        (name.to_owned(), attributes.to_owned())
    };
    cookies.map(|cookie| split(cookie.to_str().expect("ASCII"))).collect()
}

both_engines! {
    // ASVS v5.0.0-3.3.1 to v5.0.0-3.3.4, v5.0.0-7.2.3
    async fn cookies_are_for_the_server_and_this_host_alone(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let tenant = server.world.tenant.0;
        let browser = Browser::new(server);
        let begun = browser.request("GET", &app.authorize(&[]), None, &[]).await;
        let expected = (format!("anteroom-http-{tenant}-browser"), "Path=/; HttpOnly; SameSite=Lax; Max-Age=86400".to_owned());
        assert_eq!(set(&begun), [expected]);
        let page = browser.visit(begun.header("location").expect("a page")).await;
        assert_eq!(set(&page.answer), []);
        let end = browser.sign_in(&page, "ada@example.com", PASSWORD).await;
        let attributes = format!("Path=/; HttpOnly; SameSite=Lax; Max-Age={}", 720 * 3600);
        assert_eq!(set(&end.answer), [(format!("anteroom-http-{tenant}-session"), attributes)]);
    }
}

both_engines! {
    // ASVS v5.0.0-3.3.1, v5.0.0-3.3.3
    async fn over_https_cookies_are_secure_and_bound_to_the_host(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let (https, tenant) = (over_https(server).await, server.world.tenant.0);
        let call = |method: &str, path: &str| {
            https.call(method, path).token(None).host("login.example.com").header("x-forwarded-proto", "https")
        };
        let begun = call("GET", &app.authorize(&[])).send().await;
        let expected = format!("__Host-anteroom-{tenant}-browser");
        let attributes = "Path=/; HttpOnly; SameSite=Lax; Max-Age=86400; Secure".to_owned();
        assert_eq!(set(&begun), [(expected.clone(), attributes)]);
        let value = begun.header("set-cookie").and_then(|text| text.split(['=', ';']).nth(1)).expect("a value");
        let state = begun.header("location").and_then(|to| to.split_once("state=")).expect("a state").1;
        let form = login_form(state, "ada@example.com", PASSWORD);
        let post = async |name: &str| call("POST", "/u/login").header("cookie", &format!("{name}={value}")).form(&form).send().await;
        // The name without the prefix, which any page over plain http could set, stands for nothing.
        assert_eq!(post(&format!("anteroom-http-{tenant}-browser")).await.status, 404);
        let end = post(&expected).await;
        assert_eq!(end.status, 303, "{}", end.text);
        let (name, attributes) = set(&end).remove(0);
        assert_eq!(name, format!("__Host-anteroom-{tenant}-session"));
        assert!(attributes.ends_with("; Secure"), "{attributes}");
        assert!(end.header("location").is_some_and(|to| to.contains("iss=https%3A%2F%2Flogin.example.com%2F")));
    }
}

both_engines! {
    // ASVS v5.0.0-7.2.4
    async fn the_sessions_secret_is_another_one_after_each_sign_in(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, "ada@example.com", &[]).await.code();
        let first = browser.cookie("-session").expect("a session");
        assert!(silent(&app, &browser).await.is_ok());
        assert_eq!(browser.cookie("-session").as_deref(), Some(first.as_str()), "without a proof it stays");
        server.clock.advance_seconds(60);
        app.sign_in(&browser, "ada@example.com", &[("prompt", "login")]).await.code();
        let second = browser.cookie("-session").expect("a session");
        assert_ne!(first, second);
        browser.forge("-session", &first);
        assert_eq!(silent(&app, &browser).await, Err("login_required".to_owned()));
        // A secret that somebody else chose is not taken over.
        browser.forge("-session", "0123456789012345678901234567890123456789012");
        app.sign_in(&browser, "ada@example.com", &[]).await.code();
        let third = browser.cookie("-session").expect("a session");
        assert!(third != second && !third.starts_with("0123456789"), "{third}");
    }
}

both_engines! {
    // ASVS v5.0.0-7.2.4
    async fn another_persons_sign_in_ends_the_session_of_before(server: &Server) {
        server.person("ada@example.com").await;
        server.person("bob@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let adas = app.tokens(&browser, "ada@example.com", &[]).await;
        let cookie = browser.cookie("-session").expect("a session");
        let bobs = app.tokens(&browser, "bob@example.com", &[("prompt", "login")]).await;
        assert_eq!(profile_status(server, &adas["access_token"]).await, 401);
        assert_eq!(profile_status(server, &bobs["access_token"]).await, 200);
        browser.forge("-session", &cookie);
        assert_eq!(silent(&app, &browser).await, Err("login_required".to_owned()));
    }
}

both_engines! {
    async fn a_browser_without_cookies_is_told_what_to_do(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        browser.clear();
        let end = browser.sign_in(&page, "ada@example.com", PASSWORD).await;
        assert_eq!(end.answer.status, 404);
        assert!(end.says("your browser blocks cookies"), "{}", end.answer.text);
    }
}
