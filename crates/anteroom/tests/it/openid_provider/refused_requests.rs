//! Requests that must be refused, and how.

use super::{ADA, certified, error_of, shown};
use crate::authentication::verify::encoded;
use crate::harness::{Application, Browser, both_engines};
use serde_json::{Value, json};

fn unsigned(claims: &Value) -> String {
    format!("{}.{}.", encoded(&json!({"alg": "none"})), encoded(claims))
}

/// What an application says in a request object besides its parameters.
fn object(app: &Application<'_>) -> String {
    unsigned(&json!({
        "client_id": app.client_id, "response_type": "code", "redirect_uri": app.redirect_uri, "scope": "openid",
        "state": "the-state", "nonce": "the-nonce",
    }))
}

both_engines! {
    async fn oidcc_response_type_missing(server: &Server) {
        let app = certified(server).await;
        let page = Browser::new(server).visit(&app.authorize(&[("response_type", "")])).await;
        assert_eq!(error_of(&page), "invalid_request");
    }
}

both_engines! {
    // ASVS v5.0.0-10.6.1
    async fn other_response_types_are_not_supported(server: &Server) {
        let app = certified(server).await;
        for kind in ["token", "id_token", "code id_token", "code token", "none", "CODE"] {
            let page = Browser::new(server).visit(&app.authorize(&[("response_type", kind)])).await;
            assert_eq!(error_of(&page), "unsupported_response_type", "{kind}");
        }
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.1
    async fn oidcc_ensure_registered_redirect_uri(server: &Server) {
        let app = certified(server).await;
        let other = [("redirect_uri", "https://app.example/callback/kept-nowhere")];
        shown(&Browser::new(server).visit(&app.authorize(&other)).await, "redirect_uri");
    }
}

both_engines! {
    async fn oidcc_request_uri_unsigned_supported_correctly_or_rejected_as_unsupported(server: &Server) {
        let app = certified(server).await;
        let page = Browser::new(server).visit(&app.authorize(&[("request_uri", "https://app.example/request")])).await;
        assert_eq!(error_of(&page), "request_uri_not_supported");
    }
}

both_engines! {
    async fn oidcc_unsigned_request_object_supported_correctly_or_rejected_as_unsupported(server: &Server) {
        let app = certified(server).await;
        let page = Browser::new(server).visit(&app.authorize(&[("request", &object(&app))])).await;
        assert_eq!(error_of(&page), "request_not_supported");
    }
}

both_engines! {
    async fn oidcc_ensure_request_object_with_redirect_uri(server: &Server) {
        let app = certified(server).await;
        let object = object(&app);
        // The object names the registered address, the request another one: nobody is sent there.
        let asked = [("request", object.as_str()), ("redirect_uri", "https://evil.example/callback")];
        shown(&Browser::new(server).visit(&app.authorize(&asked)).await, "redirect_uri");
    }
}

both_engines! {
    async fn an_application_does_not_register_itself_in_a_request(server: &Server) {
        let app = certified(server).await;
        let page = Browser::new(server).visit(&app.authorize(&[("registration", "{}")])).await;
        assert_eq!(error_of(&page), "registration_not_supported");
    }
}

both_engines! {
    // RFC 6749 §3.1 and §4.1.2.1
    async fn what_cannot_be_understood_is_answered_by_a_page(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        shown(&browser.visit(&app.authorize(&[("client_id", "")])).await, "client_id");
        shown(&browser.visit(&app.authorize(&[("client_id", "nobody")])).await, "client_id");
        shown(&browser.visit(&app.authorize(&[("redirect_uri", "")])).await, "redirect_uri");
        shown(&browser.visit(&format!("{}&state=another", app.authorize(&[]))).await, "state");
        shown(&browser.visit(&format!("{}&extra=%ff", app.authorize(&[]))).await, "UTF-8");
        shown(&browser.visit(&app.authorize(&[("state", &"s".repeat(4097))])).await, "state");
        shown(&browser.visit(&app.authorize(&[("nonce", "a\0b")])).await, "U+0000");
        let form = format!("client_id={}&client_id={}", app.client_id, app.client_id);
        let answer = browser.request("POST", "/authorize", Some(&form), &[]).await;
        shown(&crate::harness::Page { answer, at: "/authorize".to_owned() }, "client_id");
    }
}

both_engines! {
    async fn a_client_without_the_code_grant_gets_no_code(server: &Server) {
        let app = Application::web(server, json!({"grant_types": ["refresh_token"]})).await;
        let page = Browser::new(server).visit(&app.authorize(&[])).await;
        assert_eq!(error_of(&page), "unauthorized_client");
    }
}
