//! What a request may say besides.

use serde_json::json;

use super::{ADA, asked_to_sign_in, certified, code_of};
use crate::harness::{Application, Browser, both_engines};

both_engines! {
    async fn a_request_may_begin_with_another_page(server: &Server) {
        let app = certified(server).await;
        let connections = server.get("/api/v2/connections").await.expect(200);
        let path = format!("/api/v2/connections/{}", connections[0]["id"].as_str().expect("an id"));
        let options = json!({"options": {"disable_signup": false, "disable_self_service_change_password": false}});
        server.patch(&path, options).await.expect(200);
        let browser = Browser::new(server);
        for (hint, path) in [("signup", "/u/signup?state="), ("reset_password", "/u/reset-password/request?state=")] {
            let page = browser.visit(&app.authorize(&[("screen_hint", hint)])).await;
            assert!(page.at.starts_with(path) && page.answer.status == 200, "{}", page.at);
        }
        asked_to_sign_in(&browser.visit(&app.authorize(&[("screen_hint", "unknown")])).await);
    }
}

both_engines! {
    // S1.L99.1: `sso_disabled` is for who does not want it.
    async fn an_application_without_single_sign_on_asks_each_time(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({"sso_disabled": true})).await;
        let browser = Browser::new(server);
        code_of(&app.sign_in(&browser, ADA, &[]).await);
        asked_to_sign_in(&browser.visit(&app.authorize(&[])).await);
    }
}

both_engines! {
    async fn the_code_goes_to_the_browser_as_a_get_that_is_not_kept(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let page = app.sign_in(&Browser::new(server), ADA, &[]).await;
        // RFC 9700 §4.12: the password must not be sent on.
        assert_eq!(page.answer.status, 303);
        assert_eq!(page.answer.header("cache-control"), Some("no-store"));
        assert_eq!(page.answer.text, "");
        code_of(&page);
    }
}
