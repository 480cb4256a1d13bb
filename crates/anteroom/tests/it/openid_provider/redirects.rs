//! Where answers may go: exactly where the application registered it (RFC 9700 §2.1).

use serde_json::json;

use super::{ADA, certified, code_of, issuer, shown};
use crate::harness::{Application, Browser, CALLBACK, PASSWORD, Told, both_engines};

/// Addresses that are not the registered one, each for another reason.
const OTHERS: [&str; 22] = [
    "https://app.example/callback?added=1",
    "https://app.example/callback?",
    "https://app.example/callback/",
    "https://app.example/callback/more",
    "https://app.example/Callback",
    "https://app.example/callback%2F",
    "https://app.example/%63allback",
    "https://app.example/other/../callback",
    "https://app.example//callback",
    "https://app.example",
    "https://app.example/callback#fragment",
    "https://app.example/callback#",
    "https://App.example/callback",
    "HTTPS://app.example/callback",
    "http://app.example/callback",
    "https://app.example:443/callback",
    "https://app.example:8443/callback",
    "https://user@app.example/callback",
    "https://app.example@evil.example/callback",
    "https://app.example.evil.example/callback",
    "https://*.example/callback",
    "javascript:alert(1)",
];

both_engines! {
    // ASVS v5.0.0-10.4.1
    async fn only_the_registered_address_to_the_letter_is_answered(server: &Server) {
        let app = certified(server).await;
        let browser = Browser::new(server);
        for uri in OTHERS {
            shown(&browser.visit(&app.authorize(&[("redirect_uri", uri)])).await, "redirect_uri");
            // Nor does an error go there, or an answer that would need no page.
            let wrong = [("redirect_uri", uri), ("response_type", "token"), ("prompt", "none")];
            shown(&browser.visit(&app.authorize(&wrong)).await, "redirect_uri");
        }
        code_of(&{ server.person(ADA).await; app.sign_in(&browser, ADA, &[]).await });
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.1
    async fn another_applications_address_is_not_ones_own(server: &Server) {
        let app = certified(server).await;
        let other = Application::web(server, json!({"callbacks": ["https://other.example/callback"]})).await;
        let asked = [("redirect_uri", other.redirect_uri.as_str())];
        shown(&Browser::new(server).visit(&app.authorize(&asked)).await, "redirect_uri");
        let without = Application::web(server, json!({"callbacks": []})).await;
        shown(&Browser::new(server).visit(&without.authorize(&[])).await, "redirect_uri");
    }
}

both_engines! {
    // RFC 6749 §3.1.2: what the address says already stays.
    async fn a_registered_query_stays_and_another_one_is_another_address(server: &Server) {
        server.person(ADA).await;
        let callback = "https://app.example/callback?of=app";
        let app = Application::web(server, json!({"callbacks": [callback]})).await;
        let browser = Browser::new(server);
        for uri in [CALLBACK, "https://app.example/callback?of=another", "https://app.example/callback?of=app&more=1"] {
            shown(&browser.visit(&app.authorize(&[("redirect_uri", uri)])).await, "redirect_uri");
        }
        let told = app.sign_in(&browser, ADA, &[]).await.told();
        assert_eq!((told.to.as_str(), told.parameters["of"].as_str()), (CALLBACK, "app"));
        app.exchange(&told.parameters["code"]).await.expect(200);
    }
}

both_engines! {
    async fn one_of_several_addresses_must_be_named_and_openid_names_it_always(server: &Server) {
        server.person(ADA).await;
        let (one, two) = (CALLBACK, "https://app.example/second");
        let several = Application::web(server, json!({"callbacks": [one, two]})).await;
        let browser = Browser::new(server);
        shown(&browser.visit(&several.authorize(&[("redirect_uri", ""), ("scope", "email")])).await, "redirect_uri");
        let told = several.sign_in(&browser, ADA, &[("redirect_uri", two)]).await.told();
        assert_eq!(told.to, two);
        let single = Application::web(server, json!({})).await;
        shown(&browser.visit(&single.authorize(&[("redirect_uri", "")])).await, "redirect_uri");
        let page = browser.visit(&single.authorize(&[("redirect_uri", ""), ("scope", "email")])).await;
        code_of(&page);
    }
}

both_engines! {
    // RFC 8252 §7.3
    async fn an_application_on_a_device_chooses_its_port_on_loopback(server: &Server) {
        server.person(ADA).await;
        let native = json!({"app_type": "native", "callbacks": ["http://127.0.0.1/callback"]});
        let native = Application::spa(server, native).await;
        let browser = Browser::new(server);
        let uri = "http://127.0.0.1:49152/callback";
        let told = native.sign_in(&browser, ADA, &[("redirect_uri", uri)]).await.told();
        assert_eq!(told.to, uri);
        for other in ["http://localhost:49152/callback", "http://127.0.0.1:49152/other", "http://127.0.0.2/callback"] {
            shown(&browser.visit(&native.authorize(&[("redirect_uri", other)])).await, "redirect_uri");
        }
        let web = json!({"callbacks": ["http://127.0.0.1/callback"]});
        let web = Application::web(server, web).await;
        shown(&browser.visit(&web.authorize(&[("redirect_uri", uri)])).await, "redirect_uri");
    }
}

both_engines! {
    async fn an_address_taken_away_counts_at_once_also_for_a_sign_in_that_began(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let path = format!("/api/v2/clients/{}", app.client_id);
        let begun = browser.visit(&app.authorize(&[])).await;
        server.patch(&path, json!({"callbacks": ["https://app.example/new"]})).await.expect(200);
        shown(&browser.visit(&app.authorize(&[])).await, "redirect_uri");
        let page = browser.sign_in(&begun, ADA, PASSWORD).await;
        assert_eq!(page.answer.header("location"), None, "{:?}", page.answer.header("location"));
    }
}

both_engines! {
    // RFC 9207 §2, ASVS v5.0.0-10.2.2
    async fn codes_and_errors_name_their_issuer_and_the_state_as_it_was(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let state = "a b+c&d=e%20\"<ü>/?#";
        let told = app.sign_in(&browser, ADA, &[("state", state)]).await.told();
        assert_eq!((told.parameters["state"].as_str(), told.parameters["iss"].clone()), (state, issuer()));
        let told = browser.visit(&app.authorize(&[("state", state), ("max_age", "x")])).await.told();
        assert_eq!((told.parameters["state"].as_str(), told.parameters["iss"].clone()), (state, issuer()));
        let page = browser.visit(&app.authorize(&[("state", "")])).await;
        assert!(!Told::of(page.answer.header("location").expect("a location")).parameters.contains_key("state"));
    }
}
