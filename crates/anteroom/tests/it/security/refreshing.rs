//! What a refresh token is worth after things have changed.

use serde_json::{Value, json};

use crate::harness::{Application, Browser, Server, both_engines, claims_of};

const API: &str = "https://orders.example/";

async fn with_api(server: &Server) -> String {
    let body = json!({
        "name": "Orders", "identifier": API, "scopes": [{"value": "read:orders"}], "allow_offline_access": true,
    });
    server.post("/api/v2/resource-servers", body).await.expect(201)["id"].as_str().expect("an id").to_owned()
}

async fn tokens(server: &Server, application: &Application<'_>) -> Value {
    server.person("ada@example.com").await;
    let asked = [("audience", API), ("scope", "openid offline_access read:orders")];
    application.tokens(&Browser::new(server), "ada@example.com", &asked).await
}

both_engines! {
    // ASVS v5.0.0-10.4.5
    async fn a_spent_token_stays_spent_when_tokens_rotate_no_more(server: &Server) {
        with_api(server).await;
        let application = Application::web(server, json!({})).await;
        let first = tokens(server, &application).await["refresh_token"].clone();
        let second = application.refresh(&first).await.expect(200)["refresh_token"].clone();
        let settings = json!({"refresh_token": {"rotation_type": "non-rotating", "expiration_type": "expiring"}});
        server.patch(&format!("/api/v2/clients/{}", application.client_id), settings).await.expect(200);
        application.refresh(&second).await.expect(200);
        application.refresh(&second).await.expect(200);
        assert_eq!(application.refresh(&first).await.body["error"], "invalid_grant");
        // One of the two who had it stole it: the sign-in is over.
        assert_eq!(application.refresh(&second).await.body["error"], "invalid_grant");
    }
}

both_engines! {
    // ASVS v5.0.0-9.2.4: no token for an audience that nobody is any more, or that somebody else may become
    async fn a_token_for_an_api_that_is_gone_is_not_renewed(server: &Server) {
        let id = with_api(server).await;
        let application = Application::web(server, json!({})).await;
        let first = tokens(server, &application).await;
        assert_eq!(claims_of(&first["access_token"])["aud"][0], API);
        server.delete(&format!("/api/v2/resource-servers/{id}")).await.expect(204);
        let answer = application.refresh(&first["refresh_token"]).await;
        assert_eq!((answer.status.as_u16(), answer.body["error"].as_str()), (400, Some("invalid_grant")));
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.8
    async fn renewing_does_not_put_off_the_end_of_a_sign_in(server: &Server) {
        with_api(server).await;
        let lifetimes = json!({
            "rotation_type": "rotating", "expiration_type": "expiring", "token_lifetime": 100, "idle_token_lifetime": 60,
        });
        let application = Application::web(server, json!({"refresh_token": lifetimes})).await;
        let mut token = tokens(server, &application).await["refresh_token"].clone();
        for _ in 0..2 {
            server.clock.advance_seconds(40);
            token = application.refresh(&token).await.expect(200)["refresh_token"].clone();
        }
        server.clock.advance_seconds(40);
        assert_eq!(application.refresh(&token).await.body["error"], "invalid_grant");
    }
}

both_engines! {
    // ASVS v5.0.0-10.3.2
    async fn scopes_that_an_api_gives_no_more_are_not_renewed(server: &Server) {
        let id = with_api(server).await;
        let application = Application::web(server, json!({})).await;
        let first = tokens(server, &application).await;
        assert_eq!(first["scope"], "openid offline_access read:orders");
        server.patch(&format!("/api/v2/resource-servers/{id}"), json!({"enforce_policies": true})).await.expect(200);
        let second = application.refresh(&first["refresh_token"]).await.expect(200);
        assert_eq!(second["scope"], "openid offline_access");
        assert_eq!(claims_of(&second["access_token"])["scope"], "openid offline_access");
    }
}
