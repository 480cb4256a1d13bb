//! Many at once: what is good once is good once.

use serde_json::{Value, json};

use super::{ADA, Tokens, code_of, error_of, refused};
use crate::harness::{Answer, Application, Browser, CALLBACK, HOST, PASSWORD, Server, VERIFIER, both_engines, race};

const MANY: usize = 100;

/// Sends the same form a hundred times at once, half of them to another process on the same database.
async fn at_once(server: &Server, path: &'static str, cookie: Option<String>, form: String) -> Vec<Answer> {
    let processes = [server.clone(), server.second_process().await];
    race(MANY, |number| {
        let (process, form, cookie) = (processes[number % 2].clone(), form.clone(), cookie.clone());
        async move {
            let mut call = process.call("POST", path).token(None);
            if let Some(cookie) = &cookie {
                call = call.header("cookie", cookie).header("sec-fetch-site", "same-origin");
            }
            call.form(&form).send().await
        }
    })
    .await
}

fn form(app: &Application<'_>, pairs: &[(&str, &str)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(pairs).append_pair("client_id", &app.client_id);
    form.append_pair("client_secret", app.secret.as_deref().expect("a secret")).finish()
}

/// The one that was answered; all others were refused as grants that are not valid.
#[track_caller]
fn the_only_one(answers: Vec<Answer>) -> Value {
    let (good, bad): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
    assert_eq!((good.len(), bad.len()), (1, MANY - 1), "{:?}", bad.first().map(|answer| &answer.text));
    bad.iter().for_each(|answer| refused(answer, 400, "invalid_grant"));
    good[0].body.clone()
}

both_engines! {
    // RFC 6749 §4.1.2, ASVS v5.0.0-10.4.2
    async fn of_a_hundred_who_redeem_one_code_one_gets_tokens_that_are_dead_already(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({})).await;
        let asked = [("scope", "openid offline_access")];
        let code = code_of(&app.sign_in(&Browser::new(server), ADA, &asked).await);
        let sent = [
            ("grant_type", "authorization_code"),
            ("code", &code),
            ("redirect_uri", CALLBACK),
            ("code_verifier", VERIFIER),
        ];
        let tokens = the_only_one(at_once(server, "/oauth/token", None, form(&app, &sent)).await);
        assert_eq!(server.userinfo(&tokens["access_token"]).await.status, 401);
        refused(&app.refresh(&tokens["refresh_token"]).await, 400, "invalid_grant");
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.5
    async fn of_a_hundred_who_renew_with_one_refresh_token_one_gets_tokens_and_the_family_ends(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({})).await;
        let tokens = Tokens::new(server, &app, &[("scope", "openid offline_access")]).await;
        let sent = [("grant_type", "refresh_token"), ("refresh_token", tokens.refresh())];
        let renewed = the_only_one(at_once(server, "/oauth/token", None, form(&app, &sent)).await);
        for token in [&tokens.body["access_token"], &renewed["access_token"]] {
            assert_eq!(server.userinfo(token).await.status, 401);
        }
        refused(&app.refresh(&renewed["refresh_token"]).await, 400, "invalid_grant");
    }
}

both_engines! {
    // A leeway is for answers that were lost: within it everybody who has the token renews, and nobody afterwards.
    async fn within_a_leeway_a_hundred_renew_and_the_sign_in_goes_on(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({"refresh_token": {"leeway": 60}})).await;
        let tokens = Tokens::new(server, &app, &[("scope", "openid offline_access")]).await;
        let sent = [("grant_type", "refresh_token"), ("refresh_token", tokens.refresh())];
        let renewed = at_once(server, "/oauth/token", None, form(&app, &sent)).await;
        let token = |answer: Answer| answer.expect(200)["refresh_token"].to_string();
        let mut given: Vec<_> = renewed.into_iter().map(token).collect();
        given.sort_unstable();
        given.dedup();
        assert_eq!(given.len(), MANY, "two got the same token");
        app.refresh(&serde_json::from_str(&given[0]).expect("a token")).await.expect(200);
        server.clock.advance_seconds(61);
        refused(&app.refresh(&tokens.body["refresh_token"]).await, 400, "invalid_grant");
        refused(&app.refresh(&serde_json::from_str(&given[1]).expect("a token")).await, 400, "invalid_grant");
    }
}

both_engines! {
    async fn of_a_hundred_forms_of_one_sign_in_one_gives_a_code(server: &Server) {
        let ada = server.person(ADA).await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let state = browser.visit(&app.authorize(&[])).await.field("state");
        let cookie = browser.cookie("browser").expect("a cookie");
        let cookie = format!("anteroom-http-{}-browser={cookie}", server.world.tenant.0);
        let sent = [("state", state.as_str()), ("username", ADA), ("password", PASSWORD)];
        let sent = form_urlencoded::Serializer::new(String::new()).extend_pairs(sent).finish();
        let answers = at_once(server, "/u/login", Some(cookie), sent).await;
        let (good, bad): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 303);
        assert_eq!((good.len(), bad.len()), (1, MANY - 1), "{:?}", bad.first().map(|answer| &answer.text));
        for answer in &bad {
            assert_eq!((answer.status.as_u16(), answer.header("set-cookie")), (404, None), "{}", answer.text);
        }
        let code = code_of(&crate::harness::Page { answer: good[0].clone(), at: "/u/login".to_owned() });
        app.exchange(&code).await.expect(200);
        // It was one sign-in, and one session.
        let path = Server::path_of(&ada);
        assert_eq!(server.get(&path).await.expect(200)["logins_count"], 1);
        let sessions = server.get(&format!("{path}/sessions")).await.expect(200);
        assert_eq!(sessions["sessions"].as_array().map(Vec::len), Some(1), "{sessions}");
    }
}

both_engines! {
    // S2.L24.5
    async fn what_one_process_ends_the_other_refuses_at_the_next_request(server: &Server) {
        server.person(ADA).await;
        let other_process = server.second_process().await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let tokens = Tokens::within(server, &app, &browser, &[("scope", "openid offline_access")]).await;
        let refresh = [("grant_type", "refresh_token"), ("refresh_token", tokens.refresh())];
        let session = Tokens::after(server, &app, &browser.visit(&app.authorize(&[])).await, &[]).await;
        // The session, from one process to the other and back.
        let there = browser.at(&other_process);
        code_of(&there.visit(&app.authorize(&[("prompt", "none")])).await);
        there.visit(&format!("/oidc/logout?id_token_hint={}", session.id_token())).await;
        let page = browser.visit(&app.authorize(&[("prompt", "none")])).await;
        assert_eq!(error_of(&page), "login_required");
        assert_eq!(server.userinfo(&session.body["access_token"]).await.status, 401);
        // The family of refresh tokens.
        let renewed = app.post_to(&other_process, "/oauth/token", &refresh).await.expect(200);
        refused(&app.post("/oauth/token", &refresh).await, 400, "invalid_grant");
        let next = renewed["refresh_token"].as_str().expect("a token");
        let next = [("grant_type", "refresh_token"), ("refresh_token", next)];
        refused(&app.post_to(&other_process, "/oauth/token", &next).await, 400, "invalid_grant");
        let call = other_process.call("GET", "/userinfo").host(HOST).token(renewed["access_token"].as_str());
        assert_eq!(call.send().await.status, 401);
    }
}
