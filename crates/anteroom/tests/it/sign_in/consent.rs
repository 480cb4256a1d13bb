//! Agreeing to what an application of somebody else asks for.

use serde_json::json;

use super::tools::{is_let_in, logged, silent};
use crate::harness::{Application, Browser, Server, both_engines};

both_engines! {
    // ASVS v5.0.0-10.7.1, v5.0.0-10.7.2
    async fn a_strange_application_is_agreed_to_once_and_for_what_was_shown(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({"is_first_party": false, "name": "Zebra shop"})).await;
        let browser = Browser::new(server);
        let page = app.sign_in(&browser, "ada@example.com", &[("scope", "openid email")]).await;
        assert!(page.at.starts_with("/u/consent?state="), "{}", page.at);
        for shown in ["Zebra shop", "ada@example.com", "See your email address", "You’ll go on to app.example."] {
            assert!(page.says(shown), "{shown}: {}", page.answer.text);
        }
        assert!(!page.says("See your profile"));
        assert_eq!(silent(&app, &browser).await, Err("login_required".to_owned()), "not signed in before it is agreed to");
        let state = page.field("state");
        let told = browser.submit("/u/consent", &[("state", &state), ("decision", "allow")]).await.told();
        app.exchange(&told.parameters["code"]).await.expect(200);
        assert_eq!(logged(server, "consent_given").await.len(), 1);
        assert!(is_let_in(&browser.visit(&app.authorize(&[("scope", "openid email")])).await));
        let more = [("scope", "openid profile email")];
        assert_eq!(browser.visit(&app.authorize(&[("scope", "openid profile email"), ("prompt", "none")])).await.error(), "consent_required");
        let page = browser.visit(&app.authorize(&more)).await;
        assert!(page.says("See your profile"), "{}", page.answer.text);
    }
}

both_engines! {
    async fn who_does_not_agree_is_sent_back(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({"is_first_party": false})).await;
        for decision in ["deny", "", "Allow", "true"] {
            let browser = Browser::new(server);
            let page = app.sign_in(&browser, "ada@example.com", &[]).await;
            let state = page.field("state");
            let fields = [("state", state.as_str()), ("decision", decision)];
            let told = browser.submit("/u/consent", &fields).await.told();
            assert_eq!((told.parameters["error"].as_str(), told.parameters["state"].as_str()), ("access_denied", "the-state"));
            assert_eq!(browser.cookie("-session"), None);
            assert_eq!(browser.submit("/u/consent", &[("state", &state), ("decision", "allow")]).await.answer.status, 404);
        }
        let events = logged(server, "f").await;
        assert!(events.len() == 4 && events.iter().all(|event| event["details"]["reason"] == "consent_denied"), "{events:?}");
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200)["logins_count"], 0);
    }
}
