//! Giving tokens back (RFC 7009).

use serde_json::json;

use super::{ADA, Tokens, certified, refused};
use crate::harness::{Application, Browser, both_engines};

const OFFLINE: [(&str, &str); 1] = [("scope", "openid offline_access")];

both_engines! {
    // RFC 7009 §2.1: a refresh token takes the access tokens along, and an access token here the refresh token.
    async fn either_token_ends_both_at_once_in_every_process(server: &Server) {
        server.person(ADA).await;
        let other_process = server.second_process().await;
        let app = certified(server).await;
        for by_refresh_token in [true, false] {
            let tokens = Tokens::new(server, &app, &OFFLINE).await;
            assert_eq!(other_process.userinfo(&tokens.body["access_token"]).await.status, 200);
            let token = if by_refresh_token { tokens.refresh() } else { tokens.access() };
            let answer = app.post("/oauth/revoke", &[("token", token), ("token_type_hint", "access_token")]).await;
            assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, ""));
            for process in [server, &other_process] {
                assert_eq!(process.userinfo(&tokens.body["access_token"]).await.status, 401);
                let form = [("grant_type", "refresh_token"), ("refresh_token", tokens.refresh())];
                refused(&app.post_to(process, "/oauth/token", &form).await, 400, "invalid_grant");
            }
            // Once more is as good.
            assert_eq!(app.post("/oauth/revoke", &[("token", token)]).await.status, 200);
        }
    }
}

both_engines! {
    // RFC 7009 §2.1 and §2.2
    async fn another_applications_token_and_what_is_none_change_nothing(server: &Server) {
        server.person(ADA).await;
        let (app, other) = (certified(server).await, certified(server).await);
        let tokens = Tokens::new(server, &app, &OFFLINE).await;
        for token in [tokens.refresh(), tokens.access(), tokens.id_token(), "nonsense", "a.b.c"] {
            assert_eq!(other.post("/oauth/revoke", &[("token", token)]).await.status, 200);
        }
        assert_eq!(app.post("/oauth/revoke", &[("token", tokens.id_token())]).await.status, 200);
        tokens.userinfo(server).await;
        app.refresh(&tokens.body["refresh_token"]).await.expect(200);
        refused(&app.post("/oauth/revoke", &[]).await, 400, "invalid_request");
    }
}

both_engines! {
    async fn a_public_application_gives_back_its_own(server: &Server) {
        server.person(ADA).await;
        let spa = Application::spa(server, json!({})).await;
        let tokens = spa.tokens(&Browser::new(server), ADA, &OFFLINE).await;
        let token = tokens["refresh_token"].as_str().expect("a token");
        assert_eq!(spa.post("/oauth/revoke", &[("token", token)]).await.status, 200);
        assert_eq!(server.userinfo(&tokens["access_token"]).await.status, 401);
        refused(&spa.refresh(&tokens["refresh_token"]).await, 400, "invalid_grant");
    }
}

both_engines! {
    // One sign-in ended leaves the others of the same person and application alone.
    async fn another_sign_in_goes_on(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let (one, two) = (Tokens::new(server, &app, &OFFLINE).await, Tokens::new(server, &app, &OFFLINE).await);
        assert_eq!(app.post("/oauth/revoke", &[("token", one.refresh())]).await.status, 200);
        two.userinfo(server).await;
        app.refresh(&two.body["refresh_token"]).await.expect(200);
    }
}
