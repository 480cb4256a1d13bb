//! Signing out, as a person meets it.

use serde_json::json;

use super::tools::{logged, profile_status, silent};
use crate::harness::{Application, Browser, CALLBACK, both_engines};

both_engines! {
    // ASVS v5.0.0-7.4.1, v5.0.0-7.4.4, v5.0.0-10.6.2
    async fn a_person_confirms_and_is_signed_out_at_the_server(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({"allowed_logout_urls": ["https://app.example/bye"]})).await;
        let browser = Browser::new(server);
        let tokens = app.tokens(&browser, "ada@example.com", &[]).await;
        let cookie = browser.cookie("-session").expect("a session");
        let path = format!(
            "/oidc/logout?client_id={}&post_logout_redirect_uri=https%3A%2F%2Fapp.example%2Fbye&state=s%26%22t", app.client_id
        );
        let page = browser.visit(&path).await;
        assert_eq!(page.answer.status, 200);
        assert!(page.says("Sign out?") && page.says("ada@example.com"), "{}", page.answer.text);
        assert!(silent(&app, &browser).await.is_ok(), "nothing happened yet");
        let fields = ["client_id", "post_logout_redirect_uri", "kind"].map(|name| (name, page.field(name)));
        let mut fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.push(("state", "s&\"t"));
        let left = browser.submit("/u/logout", &fields).await;
        let told = left.told();
        assert_eq!((told.to.as_str(), told.parameters["state"].as_str()), ("https://app.example/bye", "s&\"t"));
        assert_eq!(browser.cookie("-session"), None);
        assert!(left.answer.header("set-cookie").is_some_and(|text| text.contains("-session=; ") && text.contains("Max-Age=0")));
        // The session has ended here, not only in the browser's memory.
        assert_eq!(profile_status(server, &tokens["access_token"]).await, 401);
        let again = Browser::new(server);
        again.visit(&app.authorize(&[])).await;
        app.sign_in(&again, "ada@example.com", &[]).await.code();
        again.forge("-session", &cookie);
        assert_eq!(silent(&app, &again).await, Err("login_required".to_owned()));
        assert_eq!(logged(server, "slo").await.len(), 1);
    }
}

both_engines! {
    async fn who_is_not_signed_in_is_asked_nothing(server: &Server) {
        let browser = Browser::new(server);
        for path in ["/oidc/logout", "/v2/logout", "/u/logout"] {
            let page = browser.visit(path).await;
            assert_eq!(page.answer.status, 200);
            assert!(page.says("You’re signed out"), "{path}: {}", page.answer.text);
        }
        let page = browser.submit("/u/logout", &[("kind", "oidc")]).await;
        assert!(page.says("You’re signed out"), "{}", page.answer.text);
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.1, RFC 9700 §4.11: nobody is sent to an address that was not registered.
    async fn signing_out_leads_to_registered_addresses_alone(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({"allowed_logout_urls": ["https://app.example/bye"]})).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, "ada@example.com", &[]).await.code();
        for address in ["https://evil.example", CALLBACK, "https://app.example/bye/", "https://app.example/bye?x=1", "javascript:alert(1)"] {
            let encoded: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
            for path in [
                format!("/oidc/logout?client_id={}&post_logout_redirect_uri={encoded}", app.client_id),
                format!("/oidc/logout?post_logout_redirect_uri={encoded}"),
                format!("/v2/logout?client_id={}&returnTo={encoded}", app.client_id),
                format!("/v2/logout?returnTo={encoded}"),
            ] {
                let page = browser.visit(&path).await;
                assert_eq!((page.answer.status.as_u16(), page.answer.header("location")), (400, None), "{path}");
            }
            let fields = [("client_id", app.client_id.as_str()), ("post_logout_redirect_uri", address), ("kind", "oidc")];
            assert_eq!(browser.submit("/u/logout", &fields).await.answer.status, 400, "{address}");
        }
        assert!(silent(&app, &browser).await.is_ok(), "and nobody is signed out by it");
    }
}
