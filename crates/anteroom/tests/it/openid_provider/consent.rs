//! What people agree to (ASVS v5.0.0-10.7.1).

use serde_json::{Value, json};

use super::{ADA, BOB, certified, code_of, error_of, refused};
use crate::harness::{Application, Browser, PASSWORD, Page, Server, both_engines};

const OFFLINE: &str = "openid email offline_access";

/// An application that is not the tenant's own.
async fn third_party(server: &Server) -> Application<'_> {
    Application::web(server, json!({"name": "Elsewhere Inc", "is_first_party": false})).await
}

#[track_caller]
fn asked(page: &Page) {
    assert!(page.answer.status == 200 && page.at.starts_with("/u/consent?state="), "{}: {}", page.at, page.answer.text);
}

async fn decide(browser: &Browser<'_>, page: &Page, decision: &str) -> Page {
    browser.submit("/u/consent", &[("state", &page.field("state")), ("decision", decision)]).await
}

/// Ada signs in and agrees.
async fn agreed(app: &Application<'_>, browser: &Browser<'_>, changes: &[(&str, &str)]) -> String {
    let page = app.sign_in(browser, ADA, changes).await;
    asked(&page);
    code_of(&decide(browser, &page, "allow").await)
}

async fn grants(server: &Server) -> Vec<Value> {
    server.get("/api/v2/grants").await.expect(200).as_array().expect("grants").clone()
}

both_engines! {
    async fn another_ones_application_asks_once(server: &Server) {
        let ada = server.person(ADA).await;
        let app = third_party(server).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        let page = browser.sign_in(&page, ADA, PASSWORD).await;
        asked(&page);
        // Who asks, for what, of whom, and where it leads (ASVS v5.0.0-10.7.2).
        assert!(page.says("Elsewhere Inc") && page.says(ADA) && page.says("app.example"), "{}", page.answer.text);
        assert!(grants(server).await.is_empty());
        let code = code_of(&decide(&browser, &page, "allow").await);
        app.exchange(&code).await.expect(200);
        let given = grants(server).await;
        assert_eq!((given.len(), &given[0]["user_id"]), (1, &ada["user_id"]));
        assert_eq!(given[0]["clientID"], app.client_id);
        assert_eq!(given[0]["scope"], json!(["openid", "profile", "email"]));
        // Remembered: in this browser, without a page, and in another browser.
        code_of(&browser.visit(&app.authorize(&[("prompt", "none")])).await);
        code_of(&browser.visit(&app.authorize(&[("scope", "openid email")])).await);
        code_of(&app.sign_in(&Browser::new(server), ADA, &[]).await);
    }
}

both_engines! {
    async fn more_scopes_another_application_and_another_person_ask_again(server: &Server) {
        server.person(ADA).await;
        server.person(BOB).await;
        let (app, other) = (third_party(server).await, third_party(server).await);
        let browser = Browser::new(server);
        agreed(&app, &browser, &[]).await;
        let page = browser.visit(&app.authorize(&[("scope", "openid phone")])).await;
        asked(&page);
        code_of(&decide(&browser, &page, "allow").await);
        // Both agreements stand together.
        code_of(&browser.visit(&app.authorize(&[("scope", "openid profile email phone")])).await);
        asked(&browser.visit(&other.authorize(&[])).await);
        asked(&app.sign_in(&Browser::new(server), BOB, &[]).await);
    }
}

both_engines! {
    async fn a_denial_is_told_and_not_remembered(server: &Server) {
        server.person(ADA).await;
        let app = third_party(server).await;
        let browser = Browser::new(server);
        for decision in ["deny", "", "ALLOW"] {
            let page = app.sign_in(&browser, ADA, &[]).await;
            asked(&page);
            assert_eq!(error_of(&decide(&browser, &page, decision).await), "access_denied");
            // The form is spent: agreeing afterwards gives nothing.
            let again = decide(&browser, &page, "allow").await;
            assert_eq!((again.answer.status.as_u16(), again.answer.header("location")), (404, None));
        }
        assert!(grants(server).await.is_empty());
    }
}

both_engines! {
    async fn without_a_page_it_is_an_error(server: &Server) {
        server.person(ADA).await;
        let (own, app) = (certified(server).await, third_party(server).await);
        let browser = Browser::new(server);
        own.sign_in(&browser, ADA, &[]).await.code();
        assert_eq!(error_of(&browser.visit(&app.authorize(&[("prompt", "none")])).await), "consent_required");
        asked(&browser.visit(&app.authorize(&[])).await);
    }
}

both_engines! {
    async fn a_grant_withdrawn_ends_what_it_gave_and_asks_again(server: &Server) {
        server.person(ADA).await;
        let app = third_party(server).await;
        let browser = Browser::new(server);
        let code = agreed(&app, &browser, &[("scope", OFFLINE)]).await;
        let tokens = app.exchange(&code).await.expect(200);
        let grant = grants(server).await[0]["id"].as_str().expect("an id").to_owned();
        assert_eq!(server.delete(&format!("/api/v2/grants/{grant}")).await.status, 204);
        refused(&app.refresh(&tokens["refresh_token"]).await, 400, "invalid_grant");
        assert_eq!(server.userinfo(&tokens["access_token"]).await.status, 401);
        let silent = browser.visit(&app.authorize(&[("scope", OFFLINE), ("prompt", "none")])).await;
        assert_eq!(error_of(&silent), "consent_required");
        asked(&browser.visit(&app.authorize(&[("scope", OFFLINE)])).await);
    }
}

both_engines! {
    async fn the_tenants_own_asks_only_when_it_wants_to_or_the_api_does(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, ADA, &[]).await.code();
        let page = browser.visit(&app.authorize(&[("prompt", "consent")])).await;
        asked(&page);
        code_of(&decide(&browser, &page, "allow").await);
        asked(&browser.visit(&app.authorize(&[("prompt", "consent")])).await);
        let api = json!({
            "identifier": "https://api.example", "name": "Orders",
            "scopes": [{"value": "read:orders", "description": "See what you ordered"}],
            "skip_consent_for_verifiable_first_party_clients": false,
        });
        server.post("/api/v2/resource-servers", api).await.expect(201);
        let wanted = [("audience", "https://api.example"), ("scope", "openid read:orders")];
        let page = browser.visit(&app.authorize(&wanted)).await;
        asked(&page);
        assert!(page.says("Orders") && page.says("See what you ordered"), "{}", page.answer.text);
        code_of(&decide(&browser, &page, "allow").await);
        code_of(&browser.visit(&app.authorize(&wanted)).await);
    }
}

both_engines! {
    // What was agreed to is what is given, whatever a form adds.
    async fn a_form_cannot_agree_before_the_password_or_for_another_browser(server: &Server) {
        server.person(ADA).await;
        let app = third_party(server).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        let early = decide(&browser, &page, "allow").await;
        assert_eq!((early.answer.status.as_u16(), early.answer.header("location")), (409, None));
        let page = browser.sign_in(&page, ADA, PASSWORD).await;
        asked(&page);
        let foreign = decide(&Browser::new(server), &page, "allow").await;
        assert_eq!((foreign.answer.status.as_u16(), foreign.answer.header("location")), (404, None));
        code_of(&decide(&browser, &page, "allow").await);
    }
}

both_engines! {
    // RFC 8252 §8.6
    async fn an_application_that_any_program_could_be_is_never_answered_without_a_page(server: &Server) {
        server.person(ADA).await;
        let settings = json!({
            "name": "On the device", "app_type": "native", "callbacks": ["http://127.0.0.1/cb", "https://app.example/cb"],
        });
        let app = Application::spa(server, settings).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, ADA, &[]).await.code();
        assert_eq!(browser.visit(&app.authorize(&[("prompt", "none")])).await.error(), "consent_required");
        let page = browser.visit(&app.authorize(&[])).await;
        asked(&page);
        decide(&browser, &page, "allow").await.code();
        // Agreeing once says nothing of who asks the next time.
        asked(&browser.visit(&app.authorize(&[])).await);
        // An address that the device hands to one application alone is proof enough.
        browser.visit(&app.authorize(&[("redirect_uri", "https://app.example/cb")])).await.code();
    }
}

both_engines! {
    // ASVS v5.0.0-7.6.2
    async fn an_application_without_single_sign_on_has_everybody_sign_in(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({"sso_disabled": true})).await;
        let browser = Browser::new(server);
        code_of(&app.sign_in(&browser, ADA, &[]).await);
        assert_eq!(error_of(&browser.visit(&app.authorize(&[("prompt", "none")])).await), "login_required");
        let page = browser.visit(&app.authorize(&[])).await;
        assert!(page.at.starts_with("/u/login"), "{}", page.at);
    }
}
