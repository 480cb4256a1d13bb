//! How long sessions and tokens hold.

use serde_json::{Value, json};

use super::tools::{SETTINGS, introspected, profile_status, silent};
use crate::harness::{Application, Browser, Server, both_engines, claims_of};

async fn sessions_last(server: &Server, hours: f64, idle_hours: f64) {
    let body = json!({"session_lifetime": hours, "idle_session_lifetime": idle_hours});
    server.patch(SETTINGS, body).await.expect(200);
}

fn ended() -> Result<String, String> {
    Err("login_required".to_owned())
}

/// An API whose tokens hold for so many seconds.
async fn api(server: &Server, seconds: i64) -> String {
    let body = json!({"identifier": "https://api.example", "name": "API", "token_lifetime": seconds, "allow_offline_access": true});
    let made = server.post("/api/v2/resource-servers", body).await.expect(201);
    format!("/api/v2/resource-servers/{}", made["id"].as_str().expect("an id"))
}

both_engines! {
    // S4.L34.1, ASVS v5.0.0-7.3.2
    async fn a_session_ends_by_its_age_however_much_it_is_used(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        sessions_last(server, 3.0, 1.0).await;
        let browser = Browser::new(server);
        let tokens = app.tokens(&browser, "ada@example.com", &[]).await;
        for _ in 0..3 {
            server.clock.advance_seconds(3500);
            assert!(silent(&app, &browser).await.is_ok());
            assert_eq!(profile_status(server, &tokens["access_token"]).await, 200);
        }
        server.clock.advance_seconds(310);
        assert_eq!(silent(&app, &browser).await, ended());
        assert_eq!(profile_status(server, &tokens["access_token"]).await, 401);
        assert_eq!(introspected(&app, server, &tokens["access_token"]).await, json!({"active": false}));
    }
}

both_engines! {
    // S4.L34.1, ASVS v5.0.0-7.3.1
    async fn a_session_that_nobody_uses_ends(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        sessions_last(server, 10.0, 1.0).await;
        let browser = Browser::new(server);
        let tokens = app.tokens(&browser, "ada@example.com", &[]).await;
        server.clock.advance_seconds(3590);
        assert!(silent(&app, &browser).await.is_ok());
        server.clock.advance_seconds(3610);
        assert_eq!(silent(&app, &browser).await, ended());
        assert_eq!(profile_status(&server.second_process().await, &tokens["access_token"]).await, 401);
        let page = browser.visit(&app.authorize(&[])).await;
        assert!(page.at.starts_with("/u/login"), "{}", page.at);
    }
}

both_engines! {
    // S4.L34.6
    async fn a_shorter_lifetime_ends_sessions_that_are_there_at_once(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let other = server.second_process().await;
        for settings in [
            json!({"session_lifetime": 1, "idle_session_lifetime": 1}),
            json!({"session_lifetime": 10, "idle_session_lifetime": 1}),
        ] {
            sessions_last(server, 720.0, 72.0).await;
            let browser = Browser::new(server);
            let tokens = app.tokens(&browser, "ada@example.com", &[]).await;
            server.clock.advance_seconds(7200);
            assert_eq!(profile_status(&other, &tokens["access_token"]).await, 200);
            assert!(silent(&app, &browser.at(&other)).await.is_ok());
            server.clock.advance_seconds(7200);
            server.patch(SETTINGS, settings.clone()).await.expect(200);
            for process in [&other, server] {
                assert_eq!(profile_status(process, &tokens["access_token"]).await, 401, "{settings}");
                assert_eq!(silent(&app, &browser.at(process)).await, ended(), "{settings}");
            }
            // A new one holds for the new time.
            let tokens = app.tokens(&browser, "ada@example.com", &[]).await;
            server.clock.advance_seconds(3500);
            assert_eq!(profile_status(&other, &tokens["access_token"]).await, 200);
            server.clock.advance_seconds(200);
            assert_eq!(profile_status(&other, &tokens["access_token"]).await, 401);
        }
    }
}

both_engines! {
    // S4.L34.2
    async fn access_tokens_hold_for_what_their_api_says(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let path = api(server, 3600).await;
        let browser = Browser::new(server);
        let audience = [("audience", "https://api.example"), ("scope", "openid offline_access")];
        let span = |token: &Value| {
            let claims = claims_of(token);
            claims["exp"].as_i64().expect("exp") - claims["iat"].as_i64().expect("iat")
        };
        let first = app.tokens(&browser, "ada@example.com", &audience).await;
        assert_eq!((span(&first["access_token"]), &first["expires_in"]), (3600, &json!(3600)));
        server.patch(&path, json!({"token_lifetime": 7200})).await.expect(200);
        let second = app.refresh(&first["refresh_token"]).await.expect(200);
        assert_eq!((span(&second["access_token"]), &second["expires_in"]), (7200, &json!(7200)));
        server.clock.advance_seconds(3700);
        assert_eq!(introspected(&app, server, &first["access_token"]).await, json!({"active": false}));
        assert_eq!(introspected(&app, server, &second["access_token"]).await["active"], true);
        server.clock.advance_seconds(3600);
        assert_eq!(introspected(&app, server, &second["access_token"]).await, json!({"active": false}));
    }
}

both_engines! {
    // S4.L34.1: after its time, refresh is refused.
    async fn a_refresh_token_ends_by_its_age_and_for_want_of_use(server: &Server) {
        server.person("ada@example.com").await;
        let settings = json!({"refresh_token": {
            "rotation_type": "rotating", "expiration_type": "expiring", "token_lifetime": 10_000, "idle_token_lifetime": 3600,
        }});
        let app = Application::web(server, settings).await;
        let offline = [("scope", "openid offline_access")];
        let mut tokens = app.tokens(&Browser::new(server), "ada@example.com", &offline).await;
        for _ in 0..3 {
            server.clock.advance_seconds(3300);
            tokens = app.refresh(&tokens["refresh_token"]).await.expect(200);
        }
        server.clock.advance_seconds(200);
        assert_eq!(app.refresh(&tokens["refresh_token"]).await.expect(400)["error"], "invalid_grant");
        let tokens = app.tokens(&Browser::new(server), "ada@example.com", &offline).await;
        server.clock.advance_seconds(3700);
        assert_eq!(app.refresh(&tokens["refresh_token"]).await.expect(400)["error"], "invalid_grant");
        assert_eq!(introspected(&app, server, &tokens["refresh_token"]).await, json!({"active": false}));
    }
}

both_engines! {
    // S4.L34.1
    async fn a_browser_forgets_the_session_when_it_is_over(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        sessions_last(server, 8.0, 1.0).await;
        let end = app.sign_in(&Browser::new(server), "ada@example.com", &[]).await;
        let cookie = end.answer.header("set-cookie").expect("a cookie").to_owned();
        assert!(cookie.contains("; Max-Age=28800"), "{cookie}");
    }
}
