//! A code is good for one application, one address and one minute.

use serde_json::json;

use super::{ADA, certified, code_of, refused};
use crate::harness::{Application, Browser, CALLBACK, Server, both_engines};

both_engines! {
    // RFC 6749 §4.1.3, RFC 9700 §4.5
    async fn another_applications_code_gives_nothing_and_stays_good(server: &Server) {
        server.person(ADA).await;
        let (app, thief) = (certified(server).await, certified(server).await);
        let code = code_of(&app.sign_in(&Browser::new(server), ADA, &[]).await);
        refused(&thief.exchange(&code).await, 400, "invalid_grant");
        let public = Application::spa(server, json!({})).await;
        refused(&public.exchange(&code).await, 400, "invalid_grant");
        let tokens = app.exchange(&code).await.expect(200);
        // Nor does it end what the code gave.
        refused(&thief.exchange(&code).await, 400, "invalid_grant");
        assert_eq!(server.userinfo(&tokens["access_token"]).await.status, 200);
    }
}

both_engines! {
    async fn a_code_is_for_the_address_it_was_sent_to(server: &Server) {
        server.person(ADA).await;
        let second = "https://app.example/second";
        let app = Application::web(server, json!({"callbacks": [CALLBACK, second]})).await.without_pkce();
        let code = code_of(&app.sign_in(&Browser::new(server), ADA, &[]).await);
        let form = |uri| [("grant_type", "authorization_code"), ("code", code.as_str()), ("redirect_uri", uri)];
        for uri in [second, "https://app.example/callback/", ""] {
            refused(&app.post("/oauth/token", &form(uri)).await, 400, "invalid_grant");
        }
        app.post("/oauth/token", &form(CALLBACK)).await.expect(200);
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.3
    async fn a_code_lives_one_minute(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let code = code_of(&app.sign_in(&browser, ADA, &[]).await);
        server.clock.advance_seconds(59);
        app.exchange(&code).await.expect(200);
        let code = code_of(&browser.visit(&app.authorize(&[])).await);
        server.clock.advance_seconds(60);
        refused(&app.exchange(&code).await, 400, "invalid_grant");
    }
}

both_engines! {
    async fn what_is_no_code_is_refused_in_the_same_words(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let code = code_of(&app.sign_in(&browser, ADA, &[]).await);
        app.exchange(&code).await.expect(200);
        let used = app.exchange(&code).await;
        for other in ["nonsense", &code[1..], &format!("{code}x"), &"c".repeat(5000)] {
            assert_eq!(app.exchange(other).await.text, used.text);
        }
        let missing = app.post("/oauth/token", &[("grant_type", "authorization_code")]).await;
        refused(&missing, 400, "invalid_request");
    }
}

both_engines! {
    async fn a_code_gives_nothing_once_the_person_is_signed_out_or_blocked(server: &Server) {
        let ada = server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let code = code_of(&app.sign_in(&browser, ADA, &[]).await);
        let page = browser.visit("/oidc/logout").await;
        browser.submit("/u/logout", &[("kind", &page.field("kind"))]).await;
        refused(&app.exchange(&code).await, 400, "invalid_grant");
        let code = code_of(&app.sign_in(&browser, ADA, &[]).await);
        server.patch(&Server::path_of(&ada), json!({"blocked": true})).await.expect(200);
        refused(&app.exchange(&code).await, 400, "invalid_grant");
    }
}
