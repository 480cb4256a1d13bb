//! Signing in to the console: codes with PKCE, tokens that hold ten minutes, again without a page.

use anteroom_model::scope::all_management;
use serde_json::{Value, json};

use super::{audience, console, origin};
use crate::harness::{Application, Browser, CONNECTION, PASSWORD, Server, both_engines, claims_of};

fn scope() -> String {
    format!("openid profile email offline_access {}", all_management().as_str())
}

async fn person(server: &Server, role: &str) -> Value {
    let email = format!("{}@example.com", role.replace('_', "."));
    let body = json!({
        "connection": CONNECTION, "email": email, "password": PASSWORD, "name": role, "platform_role": role,
    });
    server.create(body).await
}

async fn tokens(app: &Application<'_>, browser: &Browser<'_>, user: &Value) -> Value {
    let (audience, scope) = (audience(), scope());
    let asked = [("audience", audience.as_str()), ("scope", scope.as_str())];
    app.tokens(browser, user["email"].as_str().expect("an address"), &asked).await
}

async fn own(server: &Server, user: &Value, tokens: &Value) -> crate::harness::Answer {
    server.call("GET", &Server::path_of(user)).token(tokens["access_token"].as_str()).send().await
}

both_engines! {
    // S4.L04.1, S0.L15.6, ASVS v5.0.0-10.4.6
    async fn each_is_given_what_the_role_holds(server: &Server) {
        let app = console(server).await;
        let all = format!("openid profile email {}", all_management().as_str());
        for (role, scope) in [("super_admin", all.as_str()), ("admin", &all), ("user", "openid profile email")] {
            let user = person(server, role).await;
            let tokens = tokens(&app, &Browser::new(server), &user).await;
            assert_eq!((&tokens["scope"], &tokens["expires_in"]), (&json!(scope), &json!(600)), "{role}");
            assert_eq!(tokens["refresh_token"], Value::Null, "{role}");
            let (access, id) = (claims_of(&tokens["access_token"]), claims_of(&tokens["id_token"]));
            assert_eq!((&access["scope"], &access["aud"][0]), (&json!(scope), &json!(audience())), "{role}");
            assert_eq!((&id["platform_role"], &id["aud"]), (&json!(role), &json!(app.client_id)), "{role}");
            assert_eq!((&id["sub"], &access["sub"]), (&user["user_id"], &user["user_id"]), "{role}");
            let answer = own(server, &user, &tokens).await;
            match role {
                "user" => drop(answer.refused(403, "insufficient_scope")),
                _ => assert_eq!(answer.expect(200)["name"], role),
            }
            // A person reads the own profile all the same.
            assert_eq!(server.userinfo(&tokens["access_token"]).await.expect(200)["sub"], user["user_id"]);
        }
    }
}

both_engines! {
    // S4.L04.10, S4.L21.1
    async fn a_role_that_is_taken_away_counts_at_the_next_request(server: &Server) {
        let app = console(server).await;
        let user = person(server, "admin").await;
        let browser = Browser::new(server);
        let given = tokens(&app, &browser, &user).await;
        own(server, &user, &given).await.expect(200);
        server.patch(&Server::path_of(&user), json!({"platform_role": "user"})).await.expect(200);
        own(server, &user, &given).await.refused(401, "invalid_token");
        let again = tokens(&app, &Browser::new(server), &user).await;
        assert_eq!(again["scope"], "openid profile email");
        assert_eq!(claims_of(&again["id_token"])["platform_role"], "user");
    }
}

both_engines! {
    // S1.L99.1
    async fn a_reload_signs_in_again_without_a_page_until_the_person_signs_out(server: &Server) {
        let app = console(server).await;
        let user = person(server, "admin").await;
        let (browser, audience, scope) = (Browser::new(server), audience(), scope());
        let asked = [("audience", audience.as_str()), ("scope", scope.as_str()), ("prompt", "none")];
        let silently = async || browser.visit(&app.authorize(&asked)).await;
        let first = silently().await.told();
        assert_eq!((first.to.as_str(), first.parameters["error"].as_str()), (&*app.redirect_uri, "login_required"));
        let before = tokens(&app, &browser, &user).await;
        server.clock.advance_seconds(601);
        own(server, &user, &before).await.refused(401, "invalid_token");
        let code = silently().await.code();
        let after = app.exchange(&code).await.expect(200);
        assert_eq!(after["scope"], before["scope"]);
        own(server, &user, &after).await.expect(200);
        let hint = after["id_token"].as_str().expect("an ID token");
        let back = origin("/console");
        let leaving = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("id_token_hint", hint), ("post_logout_redirect_uri", &back)])
            .finish();
        let left = browser.request("GET", &format!("/oidc/logout?{leaving}"), None, &[]).await;
        assert_eq!(left.header("location"), Some(back.as_str()), "{}", left.text);
        assert_eq!(silently().await.error(), "login_required");
        own(server, &user, &after).await.refused(401, "invalid_token");
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.1, v5.0.0-10.4.6
    async fn codes_go_to_the_tenants_own_origins_alone_and_only_with_pkce(server: &Server) {
        let app = console(server).await;
        let browser = Browser::new(server);
        for uri in [
            "http://localhost:8481/console/callback".to_owned(),
            "https://localhost:8480/console/callback".to_owned(),
            "http://other.test/console/callback".to_owned(),
            "http://localhost:8480.evil.test/console/callback".to_owned(),
            origin("/console"),
            origin("/console/callback/"),
            origin("/console/callback?x=1"),
        ] {
            let page = browser.visit(&app.authorize(&[("redirect_uri", &uri)])).await;
            assert_eq!((page.answer.status.as_u16(), page.answer.header("location")), (400, None), "{uri}");
        }
        let bare = app.authorize(&[("code_challenge", ""), ("code_challenge_method", "")]);
        assert_eq!(browser.visit(&bare).await.error(), "invalid_request");
        let elsewhere = format!("/v2/logout?client_id={}&returnTo=http%3A%2F%2Fother.test%2Fconsole", app.client_id);
        assert_eq!(browser.visit(&elsewhere).await.answer.status, 400);
    }
}
