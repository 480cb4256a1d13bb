//! Whether a token holds (RFC 7662).

use serde_json::{Value, json};

use super::{ADA, Tokens, certified, issuer, refused};
use crate::harness::{Application, Browser, HOST, Server, both_engines};

async fn ask(app: &Application<'_>, token: &str) -> Value {
    app.post("/oauth/introspect", &[("token", token)]).await.expect(200)
}

async fn is_dead(app: &Application<'_>, token: &str) -> bool {
    ask(app, token).await == json!({"active": false})
}

const OFFLINE: [(&str, &str); 1] = [("scope", "openid email offline_access")];

both_engines! {
    // S0.L23.10
    async fn what_is_good_is_told_to_an_application_that_proves_itself(server: &Server) {
        let ada = server.person(ADA).await;
        let (app, api) = (certified(server).await, certified(server).await);
        let tokens = Tokens::new(server, &app, &OFFLINE).await;
        // A customer's own API asks with a client of its own.
        let told = ask(&api, tokens.access()).await;
        assert_eq!((&told["active"], &told["token_type"]), (&json!(true), &json!("Bearer")));
        assert_eq!((&told["sub"], &told["client_id"]), (&ada["user_id"], &json!(app.client_id)));
        assert_eq!((&told["iss"], &told["scope"]), (&json!(issuer()), &json!("openid email offline_access")));
        assert!(told["exp"].as_i64() > told["iat"].as_i64(), "{told}");
        assert_eq!(told["aud"], format!("http://{HOST}/userinfo"));
        let told = ask(&app, tokens.refresh()).await;
        assert_eq!((&told["active"], &told["sub"]), (&json!(true), &ada["user_id"]));
        assert!(told["exp"].as_i64() > told["iat"].as_i64(), "{told}");
        // Another application has no business with it.
        assert!(is_dead(&api, tokens.refresh()).await);
        // A hint that is wrong does no harm (RFC 7662 §2.1).
        let hinted = [("token", tokens.access()), ("token_type_hint", "refresh_token")];
        assert_eq!(app.post("/oauth/introspect", &hinted).await.expect(200)["active"], true);
    }
}

both_engines! {
    async fn nobody_asks_without_proof(server: &Server) {
        server.person(ADA).await;
        let spa = Application::spa(server, json!({})).await;
        let tokens = spa.tokens(&Browser::new(server), ADA, &[]).await;
        let token = tokens["access_token"].as_str().expect("a token");
        refused(&spa.post("/oauth/introspect", &[("token", token)]).await, 401, "invalid_client");
        let answer = server.call("POST", "/oauth/introspect").token(Some(token)).form("token=x").send().await;
        refused(&answer, 401, "invalid_client");
        refused(&certified(server).await.post("/oauth/introspect", &[]).await, 400, "invalid_request");
        let path = format!("/oauth/introspect?token={token}");
        assert_eq!(server.call("GET", &path).token(None).send().await.status, 405);
    }
}

both_engines! {
    // S0.L23.10
    async fn whatever_ended_says_no_more_than_that(server: &Server) {
        let app = certified(server).await;
        for number in 0..7 {
            let email = format!("person{number}@example.com");
            let user = server.person(&email).await;
            let path = Server::path_of(&user);
            let tokens = app.tokens(&Browser::new(server), &email, &OFFLINE).await;
            let token = |name| tokens[name].as_str().expect("a token");
            let (access, refresh) = (token("access_token"), token("refresh_token"));
            assert!(!is_dead(&app, access).await && !is_dead(&app, refresh).await);
            match number {
                0 => drop(server.patch(&path, json!({"blocked": true})).await.expect(200)),
                1 => drop(server.delete(&path).await.expect(204)),
                2 => drop(server.patch(&path, json!({"password": "another horse battery staple"})).await.expect(200)),
                3 => drop(server.post(&format!("{path}/revoke-access"), json!({})).await),
                4 => drop(app.post("/oauth/revoke", &[("token", refresh)]).await.expect(200)),
                5 => drop(app.refresh(&tokens["refresh_token"]).await.expect(200)),
                _ => server.clock.advance_seconds(2_592_000),
            }
            assert!(is_dead(&app, refresh).await, "{number}");
            // A refresh token that was used is spent; the access token beside it lives on.
            assert_eq!(is_dead(&app, access).await, number != 5, "{number}");
        }
    }
}

both_engines! {
    async fn what_never_was_an_access_or_refresh_token_is_inactive(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let tokens = Tokens::new(server, &app, &OFFLINE).await;
        let forged = format!("{}x", tokens.access());
        for token in ["nonsense", "a.b.c", tokens.id_token(), &forged, &tokens.refresh()[1..]] {
            assert!(is_dead(&app, token).await, "{token}");
        }
    }
}
