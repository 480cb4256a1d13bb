//! Proof Key for Code Exchange (RFC 7636, RFC 9700 §2.1.1).

use serde_json::json;

use super::{ADA, code_of, error_of, refused};
use crate::harness::{Answer, Application, Browser, CHALLENGE, VERIFIER, both_engines};

/// Exchanges a code with this verifier, or none.
async fn exchange(app: &Application<'_>, code: &str, verifier: Option<&str>) -> Answer {
    let mut form = vec![("grant_type", "authorization_code"), ("code", code), ("redirect_uri", &app.redirect_uri)];
    form.extend(verifier.map(|verifier| ("code_verifier", verifier)));
    app.post("/oauth/token", &form).await
}

both_engines! {
    // ASVS v5.0.0-10.4.6
    async fn a_public_application_must_use_it_and_plain_is_refused(server: &Server) {
        let spa = Application::spa(server, json!({})).await;
        let browser = Browser::new(server);
        for changes in [
            vec![("code_challenge", ""), ("code_challenge_method", "")],
            vec![("code_challenge", "")],
            vec![("code_challenge_method", "")],
            vec![("code_challenge_method", "plain")],
            vec![("code_challenge_method", "s256")],
            vec![("code_challenge", VERIFIER), ("code_challenge_method", "plain")],
            vec![("code_challenge", "short")],
            vec![("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c=")],
        ] {
            assert_eq!(error_of(&browser.visit(&spa.authorize(&changes)).await), "invalid_request", "{changes:?}");
        }
    }
}

both_engines! {
    async fn a_confidential_application_must_use_it_if_its_settings_say_so(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({"require_pkce": true})).await;
        let browser = Browser::new(server);
        let without = [("code_challenge", ""), ("code_challenge_method", "")];
        assert_eq!(error_of(&browser.visit(&app.authorize(&without)).await), "invalid_request");
        app.tokens(&browser, ADA, &[]).await;
        let plain = [("code_challenge_method", "plain")];
        let free = Application::web(server, json!({})).await;
        assert_eq!(error_of(&browser.visit(&free.authorize(&plain)).await), "invalid_request");
    }
}

both_engines! {
    // RFC 9700 §4.8.2, ASVS v5.0.0-10.4.6
    async fn the_proof_cannot_be_taken_out_or_put_in_on_the_way(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let with = code_of(&app.sign_in(&browser, ADA, &[]).await);
        refused(&exchange(&app, &with, None).await, 400, "invalid_grant");
        refused(&exchange(&app, &with, Some("")).await, 400, "invalid_grant");
        let plain = app.clone().without_pkce();
        let without = code_of(&browser.visit(&plain.authorize(&[])).await);
        refused(&exchange(&app, &without, Some(VERIFIER)).await, 400, "invalid_grant");
        // Neither attempt spent the code: somebody else's guess must not end a sign-in.
        exchange(&app, &with, Some(VERIFIER)).await.expect(200);
        exchange(&app, &without, None).await.expect(200);
    }
}

both_engines! {
    async fn a_wrong_verifier_gives_nothing_and_spends_nothing(server: &Server) {
        server.person(ADA).await;
        let spa = Application::spa(server, json!({})).await;
        let code = code_of(&spa.sign_in(&Browser::new(server), ADA, &[]).await);
        let long = "a".repeat(129);
        for verifier in [CHALLENGE, &VERIFIER[1..], &VERIFIER.to_lowercase(), &format!("{VERIFIER}="), &long, "ä"] {
            refused(&exchange(&spa, &code, Some(verifier)).await, 400, "invalid_grant");
        }
        exchange(&spa, &code, Some(VERIFIER)).await.expect(200);
    }
}
