//! Tokens used for what they are not.

use serde_json::{Value, json};

use crate::harness::{Application, Browser, HOST, Server, both_engines};

const API: &str = "https://orders.example/";

async fn with_api(server: &Server) {
    let body = json!({"name": "Orders", "identifier": API, "scopes": [{"value": "read:orders"}]});
    server.post("/api/v2/resource-servers", body).await.expect(201);
}

async fn introspected(application: &Application<'_>, token: &Value) -> Value {
    let form = [("token", token.as_str().expect("a token"))];
    application.post("/oauth/introspect", &form).await.expect(200)
}

both_engines! {
    // ASVS v5.0.0-9.2.2
    async fn each_token_is_good_for_its_own_purpose_alone(server: &Server) {
        server.person("ada@example.com").await;
        let application = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let tokens = application.tokens(&browser, "ada@example.com", &[("scope", "openid offline_access")]).await;
        let (access, id, refresh) = (&tokens["access_token"], &tokens["id_token"], &tokens["refresh_token"]);
        for wrong in [id, refresh] {
            assert_eq!(server.userinfo(wrong).await.status.as_u16(), 401);
            let answer = server.call("GET", "/api/v2/users").token(wrong.as_str()).send().await;
            assert_eq!(answer.status.as_u16(), 401, "{}", answer.text);
        }
        assert_eq!(introspected(&application, id).await, json!({"active": false}));
        for wrong in [access, id] {
            assert_eq!(application.refresh(wrong).await.body["error"], "invalid_grant");
        }
        for wrong in [access, refresh] {
            let hint = wrong.as_str().expect("a token");
            let page = browser.visit(&application.authorize(&[("id_token_hint", hint)])).await;
            assert_eq!(page.error(), "invalid_request");
        }
        let hint = access.as_str().expect("a token");
        let page = browser.visit(&format!("/oidc/logout?id_token_hint={hint}")).await;
        assert_eq!(page.answer.status.as_u16(), 400);
    }
}

both_engines! {
    // ASVS v5.0.0-9.2.3, v5.0.0-9.2.4, v5.0.0-10.3.1
    async fn a_token_for_one_api_opens_no_other(server: &Server) {
        with_api(server).await;
        server.person("ada@example.com").await;
        let application = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let asked = [("audience", API), ("scope", "read:orders")];
        let token = application.tokens(&browser, "ada@example.com", &asked).await["access_token"].clone();
        assert_eq!(server.userinfo(&token).await.status.as_u16(), 401);
        let answer = server.call("GET", "/api/v2/users").token(token.as_str()).send().await;
        assert_eq!(answer.status.as_u16(), 403, "{}", answer.text);
        let told = introspected(&application, &token).await;
        assert_eq!((told["active"].clone(), told["aud"].clone()), (json!(true), json!(API)));
    }
}

both_engines! {
    // ASVS v5.0.0-10.3.2: what a token allows is what its scopes say, as of its role at this moment
    async fn a_person_gets_no_management_scope_without_role_and_grant(server: &Server) {
        server.person("ada@example.com").await;
        let application = Application::web(server, json!({})).await;
        let audience = format!("http://{HOST}/api/v2/");
        let asked = [("audience", audience.as_str()), ("scope", "openid read:users")];
        let browser = Browser::new(server);
        let page = browser.visit(&application.authorize(&asked)).await;
        assert_eq!(page.error(), "access_denied");
        let grant = json!({
            "client_id": application.client_id, "audience": audience, "scope": ["read:users"], "subject_type": "user",
        });
        server.post("/api/v2/client-grants", grant).await.expect(201);
        let tokens = application.tokens(&browser, "ada@example.com", &asked).await;
        assert_eq!(tokens["scope"], "openid");
        let answer = server.call("GET", "/api/v2/users").token(tokens["access_token"].as_str()).send().await;
        assert_eq!(answer.status.as_u16(), 403, "{}", answer.text);
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.11: what nobody granted is not given, and what the API does not know is left out
    async fn an_application_gets_the_scopes_it_asks_for_and_may_have(server: &Server) {
        with_api(server).await;
        server.person("ada@example.com").await;
        let application = Application::web(server, json!({"grant_types": ["authorization_code"]})).await;
        let asked = [("audience", API), ("scope", "openid read:orders write:orders offline_access")];
        let tokens = application.tokens(&Browser::new(server), "ada@example.com", &asked).await;
        assert_eq!((tokens["scope"].as_str(), tokens["refresh_token"].clone()), (Some("openid read:orders"), Value::Null));
    }
}
