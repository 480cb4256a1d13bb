//! People who signed in through the pages are refused at their next request once an administrator ends their access.

use serde_json::{Value, json};

use super::tools::ids;
use crate::harness::{Application, Browser, Server, both_engines};

const OFFLINE: &[(&str, &str)] = &[("scope", "openid profile offline_access")];

/// What a device meets at a process: the profile's endpoint, and the exchange of its refresh token, if it has one.
async fn met(server: &Server, app: &Application<'_>, tokens: &mut Value) -> (u16, Option<u16>) {
    let profile = server.userinfo(&tokens["access_token"]).await.status.as_u16();
    if tokens["refresh_token"].is_null() {
        return (profile, None);
    }
    let refresh_token = tokens["refresh_token"].as_str().expect("a refresh token").to_owned();
    let form = [("grant_type", "refresh_token"), ("refresh_token", refresh_token.as_str())];
    let answer = app.post_to(server, "/oauth/token", &form).await;
    if answer.status == 200 {
        // The next one takes its place.
        *tokens = answer.body.clone();
    }
    (profile, Some(answer.status.as_u16()))
}

const IN: (u16, Option<u16>) = (200, Some(200));
const OUT: (u16, Option<u16>) = (401, Some(400));

both_engines! {
    // S4.L21.1, S4.L21.2, S4.L21.3: a suspected exposure.
    async fn after_a_suspected_exposure_every_device_is_refused_and_the_person_signs_in_again(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let (phone, laptop) = (Browser::new(server), Browser::new(server));
        let mut one = app.tokens(&phone, "ada@example.com", OFFLINE).await;
        let mut two = app.tokens(&laptop, "ada@example.com", OFFLINE).await;
        let second = server.second_process().await;
        for tokens in [&mut one, &mut two] {
            assert_eq!(met(&second, &app, tokens).await, IN);
        }
        let sessions = server.get(&format!("{}/sessions?client_id={}", Server::path_of(&user), app.client_id)).await.expect(200);
        assert_eq!(ids(&sessions["sessions"]).len(), 2);
        server.post(&format!("{}/revoke-access", Server::path_of(&user)), json!({})).await.expect(202);
        for tokens in [&mut one, &mut two] {
            assert_eq!(met(&second, &app, tokens).await, OUT);
        }
        let silent = phone.visit(&app.authorize(&[("prompt", "none")])).await.told();
        assert_eq!(silent.parameters["error"], "login_required");
        let mut again = app.tokens(&phone, "ada@example.com", OFFLINE).await;
        assert_eq!(met(&second, &app, &mut again).await, IN);
    }
}

both_engines! {
    // S4.L21.3: somebody leaves. S2.L24.5: lifting the suspension brings nothing back.
    async fn after_offboarding_every_device_is_refused_for_good(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let mut tokens = app.tokens(&browser, "ada@example.com", OFFLINE).await;
        let status = format!("{}/status", Server::path_of(&user));
        server.patch(&status, json!({"status": "suspended"})).await.expect(200);
        assert_eq!(met(server, &app, &mut tokens).await, OUT);
        server.patch(&status, json!({"status": "active"})).await.expect(200);
        server.clock.advance_seconds(2);
        assert_eq!(met(server, &app, &mut tokens).await, OUT);
        let silent = browser.visit(&app.authorize(&[("prompt", "none")])).await.told();
        assert_eq!(silent.parameters["error"], "login_required");
    }
}

both_engines! {
    // S2.L25.2
    async fn an_unlinked_device_is_refused_and_the_others_are_not(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let mut one = app.tokens(&Browser::new(server), "ada@example.com", OFFLINE).await;
        let mut two = app.tokens(&Browser::new(server), "ada@example.com", OFFLINE).await;
        let user_id = user["user_id"].as_str().expect("an id").replace('|', "%7C");
        let devices = server.get(&format!("/api/v2/device-credentials?user_id={user_id}")).await.expect(200);
        let devices = ids(&devices);
        assert_eq!(devices.len(), 2);
        server.delete(&format!("/api/v2/device-credentials/{}", devices[0])).await.expect(204);
        assert_eq!(met(server, &app, &mut one).await, OUT);
        assert_eq!(met(server, &app, &mut two).await, IN);
    }
}

both_engines! {
    // S0.L31.2
    async fn forced_offline_from_one_application_a_person_stays_in_the_other(server: &Server) {
        let user = server.person("ada@example.com").await;
        let (shop, blog) = (Application::web(server, json!({})).await, Application::web(server, json!({})).await);
        let (one, other) = (Browser::new(server), Browser::new(server));
        let mut at_shop = shop.tokens(&one, "ada@example.com", OFFLINE).await;
        let mut at_blog = blog.tokens(&other, "ada@example.com", OFFLINE).await;
        let path = format!("{}/revoke-access", Server::path_of(&user));
        server.post(&path, json!({"client_id": shop.client_id})).await.expect(202);
        assert_eq!(met(server, &shop, &mut at_shop).await, OUT);
        assert_eq!(met(server, &blog, &mut at_blog).await, IN);
    }
}

both_engines! {
    async fn with_a_session_end_the_tokens_that_need_it(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let mut online = app.tokens(&Browser::new(server), "ada@example.com", &[]).await;
        let mut offline = app.tokens(&Browser::new(server), "ada@example.com", OFFLINE).await;
        server.delete(&format!("{}/sessions", Server::path_of(&user))).await.expect(202);
        assert_eq!(met(server, &app, &mut online).await, (401, None));
        assert_eq!(met(server, &app, &mut offline).await, IN);
    }
}
