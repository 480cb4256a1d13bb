//! Each token is for one thing and opens no other (ASVS v5.0.0-9.2.2, v5.0.0-9.2.3).

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{ADA, BOB, Tokens, asked_to_sign_in, certified, code_of, error_of, refused, shown};
use crate::harness::{Answer, Application, Browser, CONNECTION, OTHER_HOST, PASSWORD, Server, both_engines};

async fn profile(server: &Server, token: &str) -> Answer {
    server.call("GET", "/userinfo").token(Some(token)).send().await
}

#[track_caller]
fn challenged(answer: &Answer, status: u16, error: &str) {
    let challenge = format!("Bearer error=\"{error}\"");
    assert_eq!((answer.status.as_u16(), answer.header("www-authenticate")), (status, Some(challenge.as_str())));
}

async fn with_api(server: &Server, identifier: &str, more: Value) {
    let mut body = json!({"identifier": identifier, "scopes": [{"value": "read:orders"}]});
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    server.post("/api/v2/resource-servers", body).await.expect(201);
}

both_engines! {
    // ASVS v5.0.0-9.2.2
    async fn an_id_token_is_no_access_token(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let tokens = Tokens::new(server, &app, &[]).await;
        challenged(&profile(server, tokens.id_token()).await, 401, "invalid_token");
        let answer = server.call("GET", "/api/v2/users").token(Some(tokens.id_token())).send().await;
        answer.refused(401, "invalid_token");
        refused(&app.refresh(&tokens.body["id_token"]).await, 400, "invalid_grant");
    }
}

both_engines! {
    // ASVS v5.0.0-9.2.2
    async fn an_access_token_is_no_id_token(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        with_api(server, "https://api.example", json!({})).await;
        for asked in [vec![], vec![("audience", "https://api.example"), ("scope", "openid")]] {
            let tokens = Tokens::new(server, &app, &asked).await;
            let page = browser.visit(&app.authorize(&[("id_token_hint", tokens.access())])).await;
            assert_eq!(error_of(&page), "invalid_request");
            shown(&browser.visit(&format!("/oidc/logout?id_token_hint={}", tokens.access())).await, "id_token_hint");
        }
    }
}

both_engines! {
    // ASVS v5.0.0-9.2.1
    async fn a_token_ends_at_its_time(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let tokens = Tokens::new(server, &app, &[("scope", "openid offline_access")]).await;
        let lasts = tokens.body["expires_in"].as_i64().expect("seconds");
        server.clock.advance_seconds(lasts - 2);
        assert_eq!(profile(server, tokens.access()).await.status, 200);
        server.clock.advance_seconds(2);
        challenged(&profile(server, tokens.access()).await, 401, "invalid_token");
        // Only the token is over, not what it was given for.
        let renewed = app.refresh(&tokens.body["refresh_token"]).await.expect(200);
        assert_eq!(server.userinfo(&renewed["access_token"]).await.status, 200);
    }
}

both_engines! {
    async fn another_tenant_knows_nothing_of_a_token_a_code_or_an_application(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let tokens = Tokens::within(server, &app, &browser, &[("scope", "openid offline_access")]).await;
        let code = code_of(&browser.visit(&app.authorize(&[])).await);
        let answer = server.call("GET", "/userinfo").host(OTHER_HOST).token(Some(tokens.access())).send().await;
        challenged(&answer, 401, "invalid_token");
        let secret = app.secret.as_deref().expect("a secret");
        for form in [
            vec![("grant_type", "authorization_code"), ("code", &code), ("redirect_uri", &app.redirect_uri)],
            vec![("grant_type", "refresh_token"), ("refresh_token", tokens.refresh())],
        ] {
            let mut text = form_urlencoded::Serializer::new(String::new());
            text.extend_pairs(form).append_pair("client_id", &app.client_id).append_pair("client_secret", secret);
            let call = server.call("POST", "/oauth/token").host(OTHER_HOST).token(None).form(&text.finish());
            refused(&call.send().await, 401, "invalid_client");
        }
        app.exchange(&code).await.expect(200);
    }
}

both_engines! {
    // S0.L19.7
    async fn a_machines_token_has_no_profile(server: &Server) {
        let token = server.machine(PlatformRole::SuperAdmin, "read:users").await;
        assert_eq!(server.call("GET", "/api/v2/users").token(Some(&token)).send().await.status, 200);
        challenged(&profile(server, &token).await, 401, "invalid_token");
    }
}

both_engines! {
    // S0.L19.6
    async fn a_persons_own_token_does_not_administer(server: &Server) {
        let body = json!({
            "connection": CONNECTION, "email": ADA, "password": PASSWORD, "platform_role": "super_admin",
        });
        server.create(body).await;
        let app = certified(server).await;
        let own = Tokens::new(server, &app, &[("scope", "openid read:users delete:users")]).await;
        for (method, path) in [("GET", "/api/v2/users"), ("DELETE", "/api/v2/users/x"), ("GET", "/api/v2/clients")] {
            let answer = server.call(method, path).token(Some(own.access())).send().await;
            answer.refused(403, "insufficient_scope");
        }
    }
}

both_engines! {
    // ASVS v5.0.0-9.2.3, v5.0.0-10.3.1
    async fn a_token_is_for_the_api_it_names(server: &Server) {
        server.person(ADA).await;
        with_api(server, "https://api.example", json!({})).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let asked = [("audience", "https://api.example"), ("scope", "read:orders")];
        let tokens = app.tokens(&browser, ADA, &asked).await;
        assert_eq!(tokens.get("id_token"), None);
        let token = tokens["access_token"].as_str().expect("a token");
        challenged(&profile(server, token).await, 401, "invalid_token");
        server.call("GET", "/api/v2/users").token(Some(token)).send().await.refused(403, "insufficient_scope");
        // With openid it is for the profile too.
        let asked = [("audience", "https://api.example"), ("scope", "openid read:orders")];
        let code = code_of(&browser.visit(&app.authorize(&asked)).await);
        let tokens = app.exchange(&code).await.expect(200);
        assert_eq!(server.userinfo(&tokens["access_token"]).await.status, 200);
    }
}

both_engines! {
    async fn without_openid_there_is_no_id_token_and_no_profile(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let tokens = app.tokens(&Browser::new(server), ADA, &[("scope", "email")]).await;
        assert_eq!(tokens.get("id_token"), None);
        challenged(&server.userinfo(&tokens["access_token"]).await, 403, "insufficient_scope");
    }
}

both_engines! {
    // OpenID Connect Core §3.1.2.2: whoever is hinted at is who the answer is about, or there is none.
    async fn a_hint_at_somebody_else_asks_and_nobody_else_is_answered(server: &Server) {
        server.person(ADA).await;
        server.person(BOB).await;
        let app = certified(server).await;
        let ada = Tokens::new(server, &app, &[]).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, BOB, &[]).await.code();
        let hint = ("id_token_hint", ada.id_token());
        let page = browser.visit(&app.authorize(&[hint, ("prompt", "none")])).await;
        assert_eq!(error_of(&page), "login_required");
        let page = browser.visit(&app.authorize(&[hint])).await;
        asked_to_sign_in(&page);
        assert_eq!(error_of(&browser.sign_in(&page, BOB, PASSWORD).await), "login_required");
        let page = browser.visit(&app.authorize(&[hint])).await;
        let tokens = Tokens::after(server, &app, &browser.sign_in(&page, ADA, PASSWORD).await, &[]).await;
        assert_eq!(tokens.id["sub"], ada.id["sub"]);
        // An old ID token still says who was meant.
        server.clock.advance_seconds(200_000);
        let page = browser.visit(&app.authorize(&[hint, ("prompt", "none")])).await;
        code_of(&page);
    }
}

both_engines! {
    async fn a_hint_that_is_no_id_token_of_ours_is_refused(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let foreign = server.signed(&json!({"iss": "https://evil.example/", "sub": "x", "aud": app.client_id}));
        for hint in ["nonsense", "a.b.c", &foreign] {
            let page = browser.visit(&app.authorize(&[("id_token_hint", hint)])).await;
            assert_eq!(error_of(&page), "invalid_request", "{hint}");
        }
    }
}
