//! Codes and refresh tokens that come again.

use super::{ADA, Tokens, certified, code_of, refused};
use crate::harness::{Browser, PASSWORD, both_engines};

both_engines! {
    // ASVS v5.0.0-10.4.2
    async fn oidcc_codereuse(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let code = code_of(&app.sign_in(&Browser::new(server), ADA, &[]).await);
        Tokens::of(server, &app, app.exchange(&code).await, Some("the-nonce")).await;
        refused(&app.exchange(&code).await, 400, "invalid_grant");
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.2
    async fn oidcc_codereuse_30seconds(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let asked = [("scope", "openid offline_access")];
        let code = code_of(&app.sign_in(&Browser::new(server), ADA, &asked).await);
        let tokens = Tokens::of(server, &app, app.exchange(&code).await, Some("the-nonce")).await;
        tokens.userinfo(server).await;
        server.clock.advance_seconds(30);
        refused(&app.exchange(&code).await, 400, "invalid_grant");
        assert_eq!(server.userinfo(&tokens.body["access_token"]).await.status, 401);
        refused(&app.refresh(&tokens.body["refresh_token"]).await, 400, "invalid_grant");
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.5
    async fn oidcc_refresh_token(server: &Server) {
        server.person(ADA).await;
        let (app, other) = (certified(server).await, certified(server).await);
        let browser = Browser::new(server);
        // The suite asks for consent along with offline_access (OpenID Connect Core §11).
        let asked = [("scope", "openid offline_access"), ("prompt", "consent")];
        let page = browser.visit(&app.authorize(&asked)).await;
        let page = browser.sign_in(&page, ADA, PASSWORD).await;
        let form = [("state", page.field("state")), ("decision", "allow".to_owned())];
        let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = browser.submit("/u/consent", &form).await;
        let first = Tokens::after(server, &app, &page, &[]).await;
        // It is the application's alone.
        refused(&other.refresh(&first.body["refresh_token"]).await, 400, "invalid_grant");
        server.clock.advance_seconds(2);
        let second = Tokens::of(server, &app, app.refresh(&first.body["refresh_token"]).await, None).await;
        for claim in ["iss", "sub", "aud", "auth_time", "sid"] {
            assert_eq!(second.id[claim], first.id[claim], "{claim}");
        }
        assert!(second.id["iat"].as_i64() > first.id["iat"].as_i64());
        assert_ne!(second.body["access_token"], first.body["access_token"]);
        assert_ne!(second.refresh(), first.refresh());
        second.userinfo(server).await;
        let third = Tokens::of(server, &app, app.refresh(&second.body["refresh_token"]).await, None).await;
        third.userinfo(server).await;
    }
}

both_engines! {
    // RFC 6749 §6
    async fn a_renewal_can_ask_for_less_but_never_for_more(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let first = Tokens::new(server, &app, &[("scope", "openid email offline_access")]).await;
        let form = |scope| [("grant_type", "refresh_token"), ("refresh_token", first.refresh()), ("scope", scope)];
        refused(&app.post("/oauth/token", &form("openid profile")).await, 400, "invalid_scope");
        let fewer = app.post("/oauth/token", &form("openid")).await.expect(200);
        assert_eq!(fewer["scope"], "openid");
        assert!(server.userinfo(&fewer["access_token"]).await.expect(200).get("email").is_none());
        // What was given stays given: the next renewal has all of it again.
        let all = app.refresh(&fewer["refresh_token"]).await.expect(200);
        assert_eq!(all["scope"], "openid email offline_access");
    }
}
