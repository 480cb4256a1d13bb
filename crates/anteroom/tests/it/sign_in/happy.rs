//! The straight way: an application sends somebody, who signs in, and gets tokens.

use serde_json::json;

use crate::harness::{Application, Browser, CALLBACK, CONNECTION, HOST, PASSWORD, both_engines, claims_of};

both_engines! {
    // S1.L28.1 (password), S2.L15.1 (of the one source there is so far), S2.L15.2, S2.L15.3
    async fn a_person_signs_in_and_the_application_gets_the_profile(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        assert_eq!(page.answer.status, 200, "{}", page.answer.text);
        assert!(page.at.starts_with("/u/login?state="), "{}", page.at);
        let answered = browser.sign_in(&page, "Ada@Example.com", PASSWORD).await;
        let told = answered.told();
        assert_eq!((answered.answer.status.as_u16(), told.to.as_str()), (303, CALLBACK));
        assert_eq!(told.parameters["state"], "the-state");
        assert_eq!(told.parameters["iss"], format!("http://{HOST}/"));
        let tokens = app.exchange(&told.parameters["code"]).await.expect(200);
        let id = claims_of(&tokens["id_token"]);
        assert_eq!((id["sub"].clone(), id["nonce"].clone()), (user["user_id"].clone(), json!("the-nonce")));
        assert_eq!((id["aud"].as_str(), id["email"].as_str()), (Some(app.client_id.as_str()), Some("ada@example.com")));
        assert_eq!(tokens["refresh_token"], json!(null));
        let info = server.userinfo(&tokens["access_token"]).await.expect(200);
        assert_eq!((info["sub"].clone(), info["email_verified"].clone()), (user["user_id"].clone(), json!(true)));
    }
}

both_engines! {
    async fn a_refresh_token_gives_another_one_once(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let tokens = app.tokens(&browser, "ada@example.com", &[("scope", "openid offline_access")]).await;
        let second = app.refresh(&tokens["refresh_token"]).await.expect(200);
        assert_eq!(server.userinfo(&second["access_token"]).await.status, 200);
        assert_ne!(tokens["refresh_token"], second["refresh_token"]);
        let replayed = app.refresh(&tokens["refresh_token"]).await;
        assert_eq!((replayed.status.as_u16(), replayed.body["error"].as_str()), (400, Some("invalid_grant")));
        // One of the two who had it stole it: everything of this sign-in has ended.
        assert_eq!(app.refresh(&second["refresh_token"]).await.status, 400);
        assert_eq!(server.userinfo(&second["access_token"]).await.status, 401);
    }
}

both_engines! {
    // S1.L99.1
    async fn a_session_signs_in_to_the_next_application_without_a_page(server: &Server) {
        server.person("ada@example.com").await;
        let (one, other) = (Application::web(server, json!({})).await, Application::spa(server, json!({})).await);
        let browser = Browser::new(server);
        let first = one.tokens(&browser, "ada@example.com", &[]).await;
        let code = browser.visit(&other.authorize(&[("prompt", "none")])).await.code();
        let second = other.exchange(&code).await.expect(200);
        let (first, second) = (claims_of(&first["id_token"]), claims_of(&second["id_token"]));
        assert_eq!((&first["sub"], &first["sid"], &first["auth_time"]), (&second["sub"], &second["sid"], &second["auth_time"]));
    }
}

both_engines! {
    // S0.L23.16: nothing but a code sent to it proves a number, and signing in with it does not.
    async fn a_phone_number_is_unproven_until_it_is_proven(server: &Server) {
        let body = json!({"connection": CONNECTION, "phone_number": "+442079460958", "password": PASSWORD});
        let user = server.create(body).await;
        assert_eq!(user["phone_verified"], json!(false));
        let app = Application::web(server, json!({})).await;
        let tokens = app.tokens(&Browser::new(server), "+44 20 7946 0958", &[("scope", "openid phone")]).await;
        let info = server.userinfo(&tokens["access_token"]).await.expect(200);
        assert_eq!((&info["phone_number"], &info["phone_number_verified"]), (&json!("+442079460958"), &json!(false)));
    }
}
