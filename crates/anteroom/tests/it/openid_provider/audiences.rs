//! Tokens for a customer's own APIs.

use serde_json::{Value, json};

use super::{ADA, certified, error_of, issuer, refused};
use crate::authentication::verify::{part, verified};
use crate::harness::{Application, Browser, HOST, Server, both_engines};

const API: &str = "https://orders.example";

async fn with_api(server: &Server, more: Value) -> String {
    let mut body = json!({
        "identifier": API, "name": "Orders", "scopes": [{"value": "read:orders"}, {"value": "write:orders"}],
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    server.post("/api/v2/resource-servers", body).await.expect(201)["id"].as_str().expect("an id").to_owned()
}

/// What Ada's application gets for the API, and the claims of the access token.
async fn tokens(server: &Server, app: &Application<'_>, changes: &[(&str, &str)]) -> (Value, Value) {
    let tokens = app.tokens(&Browser::new(server), ADA, changes).await;
    let claims = verified(server, HOST, tokens["access_token"].as_str().expect("a token")).await;
    (tokens, claims)
}

both_engines! {
    // RFC 9068 §2
    async fn a_token_names_api_person_application_and_scopes(server: &Server) {
        let ada = server.person(ADA).await;
        with_api(server, json!({"token_lifetime": 600, "signing_alg": "ES256"})).await;
        let app = certified(server).await;
        let asked = [("audience", API), ("scope", "openid read:orders delete:orders")];
        let (tokens, claims) = tokens(server, &app, &asked).await;
        assert_eq!((&tokens["scope"], &tokens["expires_in"]), (&json!("openid read:orders"), &json!(600)));
        assert_eq!(claims["aud"], json!([API, format!("{}userinfo", issuer())]));
        assert_eq!((&claims["sub"], &claims["client_id"]), (&ada["user_id"], &json!(app.client_id)));
        assert_eq!((&claims["iss"], &claims["scope"]), (&json!(issuer()), &json!("openid read:orders")));
        assert_eq!(claims["exp"].as_i64().zip(claims["iat"].as_i64()).map(|(end, start)| end - start), Some(600));
        assert!(claims["jti"].is_string() && claims.get("permissions").is_none(), "{claims}");
        let header = part(tokens["access_token"].as_str().expect("a token"), 0);
        assert_eq!((header["alg"].as_str(), header["typ"].as_str()), (Some("ES256"), Some("at+jwt")));
    }
}

both_engines! {
    async fn an_api_that_permits_by_roles_permits_nothing_without_one(server: &Server) {
        server.person(ADA).await;
        with_api(server, json!({"enforce_policies": true, "token_dialect": "access_token_authz"})).await;
        let app = certified(server).await;
        let (tokens, claims) = tokens(server, &app, &[("audience", API), ("scope", "openid read:orders")]).await;
        assert_eq!((&tokens["scope"], &claims["permissions"]), (&json!("openid"), &json!([])));
    }
}

both_engines! {
    async fn applications_in_browsers_have_a_lifetime_of_their_own(server: &Server) {
        server.person(ADA).await;
        with_api(server, json!({"token_lifetime": 600, "token_lifetime_for_web": 300})).await;
        let (web, spa) = (certified(server).await, Application::spa(server, json!({})).await);
        for (app, lifetime) in [(&web, 600), (&spa, 300)] {
            assert_eq!(tokens(server, app, &[("audience", API)]).await.0["expires_in"], lifetime);
        }
    }
}

both_engines! {
    async fn away_from_the_person_only_where_the_api_and_the_grants_allow_it(server: &Server) {
        server.person(ADA).await;
        let id = with_api(server, json!({})).await;
        let asked = [("audience", API), ("scope", "openid offline_access read:orders")];
        let app = certified(server).await;
        let (without, _) = tokens(server, &app, &asked).await;
        assert_eq!((without.get("refresh_token"), &without["scope"]), (None, &json!("openid read:orders")));
        let path = format!("/api/v2/resource-servers/{id}");
        server.patch(&path, json!({"allow_offline_access": true})).await.expect(200);
        let (given, _) = tokens(server, &app, &asked).await;
        let form = |audience| {
            let token = given["refresh_token"].as_str().expect("a refresh token");
            [("grant_type", "refresh_token"), ("refresh_token", token), ("audience", audience)]
        };
        refused(&app.post("/oauth/token", &form("https://other.example")).await, 400, "invalid_grant");
        let renewed = app.post("/oauth/token", &form(API)).await.expect(200);
        assert_eq!(part(renewed["access_token"].as_str().expect("a token"), 1)["aud"][0], API);
        let online = Application::web(server, json!({"grant_types": ["authorization_code"]})).await;
        assert_eq!(tokens(server, &online, &asked).await.0.get("refresh_token"), None);
    }
}

both_engines! {
    async fn an_api_that_is_not_there_or_not_granted_is_refused_before_anybody_is_asked(server: &Server) {
        let app = certified(server).await;
        let browser = Browser::new(server);
        for audience in ["https://nowhere.example", &format!("{API}/"), &format!("http://{HOST}/api/v2/")] {
            assert_eq!(error_of(&browser.visit(&app.authorize(&[("audience", audience)])).await), "access_denied");
        }
    }
}

both_engines! {
    async fn the_tenants_default_audience_stands_for_none(server: &Server) {
        server.person(ADA).await;
        with_api(server, json!({})).await;
        let app = certified(server).await;
        server.patch("/api/v2/tenants/settings", json!({"default_audience": API})).await.expect(200);
        let (_, claims) = tokens(server, &app, &[("scope", "openid read:orders")]).await;
        assert_eq!(claims["aud"][0], API);
        server.patch("/api/v2/tenants/settings", json!({"default_audience": null})).await.expect(200);
        let (_, claims) = tokens(server, &app, &[("scope", "openid read:orders")]).await;
        assert_eq!((&claims["aud"], &claims["scope"]), (&json!(format!("{}userinfo", issuer())), &json!("openid")));
    }
}

both_engines! {
    // The Management API for people: by a client grant, and never more than the person's role holds.
    async fn a_person_administers_through_an_application_that_was_granted_it(server: &Server) {
        let body = json!({
            "connection": crate::harness::CONNECTION, "email": ADA, "password": crate::harness::PASSWORD,
            "platform_role": "admin",
        });
        let ada = server.create(body).await;
        let app = certified(server).await;
        let management = format!("http://{HOST}/api/v2/");
        let grant = json!({
            "client_id": app.client_id, "audience": management, "scope": ["read:users"], "subject_type": "user",
        });
        server.post("/api/v2/client-grants", grant).await.expect(201);
        let asked = [("audience", management.as_str()), ("scope", "openid read:users delete:users")];
        let (given, claims) = tokens(server, &app, &asked).await;
        assert_eq!(given["scope"], "openid read:users");
        assert_eq!(claims["aud"][0], management);
        let token = given["access_token"].as_str().expect("a token");
        server.call("GET", "/api/v2/users").token(Some(token)).send().await.expect(200);
        let answer = server.call("DELETE", &Server::path_of(&ada)).token(Some(token)).send().await;
        answer.refused(403, "insufficient_scope");
        server.patch(&Server::path_of(&ada), json!({"platform_role": "user"})).await.expect(200);
        server.clock.advance_seconds(1);
        let (given, _) = tokens(server, &app, &asked).await;
        assert_eq!(given["scope"], "openid");
    }
}
