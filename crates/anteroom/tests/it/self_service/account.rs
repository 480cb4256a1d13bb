//! Changing one's own password with an access token of one's own.

use serde_json::{Value, json};

use super::{ANOTHER, has_password, stored};
use crate::harness::{Answer, Application, Browser, HOST, PASSWORD, Server, both_engines};

const PATH: &str = "/api/account/password";

async fn change(server: &Server, token: &Value, current: &str, new: &str) -> Answer {
    let body = json!({"current_password": current, "new_password": new});
    server.call("POST", PATH).token(token.as_str()).json(&body).send().await
}

both_engines! {
    // S0.L25.6, S0.L19.1, ASVS v5.0.0-6.2.2, ASVS v5.0.0-6.2.3, ASVS v5.0.0-7.4.3
    async fn a_person_changes_the_own_password_and_stays_signed_in_here_alone(server: &Server) {
        let user = server.person("ada@example.com").await;
        let application = Application::web(server, json!({})).await;
        let (here, elsewhere) = (Browser::new(server), Browser::new(server));
        let token = application.tokens(&here, "ada@example.com", &[]).await["access_token"].clone();
        let other = application.tokens(&elsewhere, "ada@example.com", &[]).await["access_token"].clone();
        let refused = change(server, &token, "wrong horse battery", ANOTHER).await;
        assert_eq!(refused.refused(400, "invalid_user_password").as_deref(), Some("current_password"));
        let weak = change(server, &token, PASSWORD, "short").await;
        assert_eq!(weak.refused(400, "invalid_password").as_deref(), Some("new_password"));
        change(server, &token, PASSWORD, ANOTHER).await.expect(204);
        assert!(has_password(server, stored(server, &user["user_id"]).await.key, ANOTHER).await);
        server.userinfo(&token).await.expect(200);
        assert_eq!(server.userinfo(&other).await.status.as_u16(), 401);
        // The cookie of the other browser proves nothing any more either.
        let page = elsewhere.visit(&application.authorize(&[])).await;
        assert!(page.at.starts_with("/u/login"), "{}", page.at);
        let page = here.visit(&application.authorize(&[])).await;
        page.code();
    }
}

both_engines! {
    // S0.L19.1, S0.L19.7
    async fn a_token_of_the_management_api_is_nobodys(server: &Server) {
        let user = server.person("ada@example.com").await;
        let body = json!({"current_password": PASSWORD, "new_password": ANOTHER});
        server.call("POST", PATH).token(None).json(&body).send().await.refused(401, "missing_authentication");
        server.call("POST", PATH).json(&body).send().await.refused(401, "invalid_token");
        let management = server.user_token(&user, "update:users").await;
        let call = server.call("POST", PATH).token(Some(&management)).json(&body);
        call.send().await.refused(401, "invalid_token");
        assert!(has_password(server, stored(server, &user["user_id"]).await.key, PASSWORD).await);
    }
}

both_engines! {
    async fn an_application_of_others_changes_nothing(server: &Server) {
        server.person("ada@example.com").await;
        let application = Application::web(server, json!({"is_first_party": false})).await;
        let browser = Browser::new(server);
        let page = application.sign_in(&browser, "ada@example.com", &[]).await;
        let state = page.field("state");
        let page = browser.submit("/u/consent", &[("state", &state), ("decision", "allow")]).await;
        let tokens = application.exchange(&page.code()).await.expect(200);
        let token = &tokens["access_token"];
        server.userinfo(token).await.expect(200);
        change(server, token, PASSWORD, ANOTHER).await.refused(403, "insufficient_scope");
    }
}

both_engines! {
    async fn what_is_wrong_with_the_request_is_said(server: &Server) {
        server.person("ada@example.com").await;
        let application = Application::web(server, json!({})).await;
        let token = application.tokens(&Browser::new(server), "ada@example.com", &[]).await["access_token"].clone();
        for (body, field) in [
            (json!({"new_password": ANOTHER}), "current_password"),
            (json!({"current_password": PASSWORD}), "new_password"),
            (json!({"current_password": PASSWORD, "new_password": ANOTHER, "x": 1}), "x"),
        ] {
            let answer = server.call("POST", PATH).token(token.as_str()).json(&body).send().await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
        let call = server.call("POST", &format!("http://{HOST}{PATH}?x=1")).token(token.as_str());
        call.json(&json!({})).send().await.refused(400, "invalid_query_string");
    }
}
