//! To what a sign-in is bound: its browser, its hour, its one use, its steps.

use serde_json::json;

use super::tools::{ANOTHER, WRONG, cookie_of, is_let_in, logged, login_form, over, refused, silent};
use crate::harness::{Application, Browser, PASSWORD, Server, VERIFIER, both_engines, race};

const OVER: &str = "This sign-in is over";
const OTHER_BROWSER: &str = "Let’s start over";

both_engines! {
    // ASVS v5.0.0-10.2.1, RFC 9700 §4.7: bound to the browser it began in.
    async fn a_sign_in_is_worth_nothing_in_another_browser(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({"name": "Zebra shop"})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[("login_hint", "ada@example.com")])).await;
        assert!(page.says("Zebra shop"));
        let state = page.field("state");
        let (bare, strange) = (Browser::new(server), Browser::new(server));
        strange.visit(&app.authorize(&[])).await;
        for (other, title) in [(&bare, OTHER_BROWSER), (&strange, OVER)] {
            let fields = [("state", state.as_str()), ("username", "ada@example.com"), ("password", PASSWORD)];
            let mut pages = Vec::new();
            for path in ["/u/login", "/u/signup", "/u/change-password", "/u/consent"] {
                pages.push(other.visit(&format!("{path}?state={state}")).await);
                pages.push(other.submit(path, &fields).await);
            }
            for page in pages {
                over(&page, title);
                for told in ["Zebra", "ada@", app.client_id.as_str(), "app.example"] {
                    assert!(!page.says(told), "{told}: {}", page.answer.text);
                }
            }
            assert_eq!(other.cookie("-session"), None);
        }
        assert!(logged(server, "s").await.is_empty() && logged(server, "fp").await.is_empty());
        assert!(is_let_in(&browser.sign_in(&page, "ada@example.com", PASSWORD).await));
    }
}

both_engines! {
    // Login CSRF (RFC 6749 §10.12): a victim is not signed in to the attacker's account.
    async fn an_attackers_sign_in_does_not_go_on_in_a_victims_browser(server: &Server) {
        server.person("mallory@example.com").await;
        let app = Application::web(server, json!({})).await;
        let (attacker, victim) = (Browser::new(server), Browser::new(server));
        victim.visit(&app.authorize(&[])).await;
        let prepared = attacker.visit(&app.authorize(&[])).await;
        over(&victim.sign_in(&prepared, "mallory@example.com", PASSWORD).await, OVER);
        assert_eq!(victim.cookie("-session"), None);
    }
}

both_engines! {
    async fn several_sign_ins_go_on_beside_each_other_in_one_browser(server: &Server) {
        server.person("ada@example.com").await;
        let one = Application::web(server, json!({})).await;
        let other = Application::spa(server, json!({})).await;
        let browser = Browser::new(server);
        let first = browser.visit(&one.authorize(&[("state", "first")])).await;
        let second = browser.visit(&other.authorize(&[("state", "second")])).await;
        let third = browser.visit(&one.authorize(&[("state", "third")])).await;
        refused(&browser.sign_in(&third, "ada@example.com", WRONG).await);
        for (app, page, state) in [(&one, &first, "first"), (&other, &second, "second"), (&one, &third, "third")] {
            let told = browser.sign_in(page, "ada@example.com", PASSWORD).await.told();
            assert_eq!(told.parameters["state"], state);
            app.exchange(&told.parameters["code"]).await.expect(200);
        }
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.2: one request, one code.
    async fn a_sign_in_that_came_to_its_end_goes_no_further(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        assert!(is_let_in(&browser.sign_in(&page, "ada@example.com", PASSWORD).await));
        over(&browser.sign_in(&page, "ada@example.com", PASSWORD).await, OVER);
        over(&browser.visit(&page.at).await, OVER);
        assert_eq!(logged(server, "s").await.len(), 1);
    }
}

both_engines! {
    async fn of_many_answers_at_once_one_ends_the_sign_in(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        let form = login_form(&page.field("state"), "ada@example.com", PASSWORD);
        let (processes, cookie) = ([server.clone(), server.second_process().await], cookie_of(server, &browser));
        let answers = race(12, |number| {
            let (process, form, cookie) = (processes[number % 2].clone(), form.clone(), cookie.clone());
            async move { process.call("POST", "/u/login").token(None).header("cookie", &cookie).form(&form).send().await }
        })
        .await;
        let count = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
        assert_eq!((count(303), count(404)), (1, 11), "{answers:?}");
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200)["logins_count"], 1);
    }
}

both_engines! {
    async fn a_sign_in_lasts_an_hour(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        for (seconds, is_in_time) in [(3590, true), (3601, false)] {
            let browser = Browser::new(server);
            let page = browser.visit(&app.authorize(&[])).await;
            server.clock.advance_seconds(seconds);
            let end = browser.sign_in(&page, "ada@example.com", PASSWORD).await;
            assert_eq!(is_let_in(&end), is_in_time);
            if !is_in_time {
                over(&end, OVER);
                over(&browser.visit(&page.at).await, OVER);
            }
        }
    }
}

both_engines! {
    async fn a_state_that_is_none_of_ours_is_over_and_is_not_repeated(server: &Server) {
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let real = browser.visit(&app.authorize(&[])).await.field("state");
        let (longer, shorter, long) = (format!("{real}x"), real[1..].to_owned(), "marker".repeat(600));
        for state in ["", "marker", "%00marker", "marker' OR '1'='1", "\"><marker>", "马克marker", &longer, &shorter, &long] {
            for path in ["/u/login", "/u/signup", "/u/change-password", "/u/consent"] {
                let fields = [("state", state), ("username", "a"), ("password", "b"), ("decision", "allow")];
                let page = browser.submit(path, &fields).await;
                over(&page, OVER);
                assert!(!page.says("marker"), "{}", page.answer.text);
                let encoded: String = form_urlencoded::byte_serialize(state.as_bytes()).collect();
                let page = browser.visit(&format!("{path}?state={encoded}")).await;
                over(&page, OVER);
                assert!(!page.says("<marker>"), "{}", page.answer.text);
            }
        }
        let twice = browser.submit("/u/login", &[("state", &real), ("state", &real), ("username", "a"), ("password", "b")]).await;
        assert_eq!(twice.answer.status, 400, "{}", twice.answer.text);
    }
}

both_engines! {
    async fn a_form_of_a_step_that_is_done_or_not_reached_changes_nothing(server: &Server) {
        let user = server.person("ada@example.com").await;
        server.patch(&Server::path_of(&user), json!({"reset_password_on_next_login": true})).await.expect(200);
        let app = Application::web(server, json!({"is_first_party": false})).await;
        let browser = Browser::new(server);
        let login = browser.visit(&app.authorize(&[])).await;
        let state = login.field("state");
        let consent = [("state", state.as_str()), ("decision", "allow")];
        let change = [("state", state.as_str()), ("password", ANOTHER)];
        for (path, fields) in [("/u/consent", consent), ("/u/change-password", change)] {
            let early = browser.submit(path, &fields).await;
            assert_eq!(early.answer.status, 409, "{path}: {}", early.answer.text);
        }
        let page = browser.sign_in(&login, "ada@example.com", PASSWORD).await;
        assert!(page.at.starts_with("/u/change-password"), "{}", page.at);
        for (path, fields) in [("/u/consent", consent), ("/u/login", [("state", state.as_str()), ("username", "ada@example.com")])] {
            let mut fields = fields.to_vec();
            fields.push(("password", PASSWORD));
            let again = browser.submit(path, &fields).await;
            assert_eq!(again.answer.status, 409, "{path}: {}", again.answer.text);
        }
        // Every page of the sign-in leads to the step it is at.
        for path in ["/u/login", "/u/signup", "/u/consent", "/u/change-password"] {
            let shown = browser.visit(&format!("{path}?state={state}")).await;
            assert!(shown.at.starts_with("/u/change-password"), "{path}: {}", shown.at);
        }
        let page = browser.submit("/u/change-password", &change).await;
        assert!(page.at.starts_with("/u/consent"), "{}", page.at);
        let again = browser.submit("/u/change-password", &change).await;
        assert_eq!(again.answer.status, 409, "{}", again.answer.text);
        assert!(is_let_in(&browser.submit("/u/consent", &consent).await));
        assert_eq!(logged(server, "s").await.len(), 1);
    }
}

both_engines! {
    async fn a_sign_in_ends_with_its_application(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({"name": "Zebra shop"})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        server.delete(&format!("/api/v2/clients/{}", app.client_id)).await.expect(204);
        let end = browser.sign_in(&page, "ada@example.com", PASSWORD).await;
        over(&end, OVER);
        assert!(!end.says("Zebra"), "{}", end.answer.text);
        assert_eq!(browser.cookie("-session"), None);
    }
}

both_engines! {
    // S4.L24.5: no process keeps anything of a sign-in to itself.
    async fn each_step_may_come_to_another_process(server: &Server) {
        let user = server.person("ada@example.com").await;
        server.patch(&Server::path_of(&user), json!({"reset_password_on_next_login": true})).await.expect(200);
        let app = Application::web(server, json!({})).await;
        let other = server.second_process().await;
        let here = Browser::new(server);
        let login = here.visit(&app.authorize(&[])).await;
        let there = here.at(&other);
        let change = there.sign_in(&login, "ada@example.com", PASSWORD).await;
        assert!(change.at.starts_with("/u/change-password"), "{}", change.at);
        let fields = [("state", change.field("state")), ("password", ANOTHER.to_owned())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let code = here.submit("/u/change-password", &fields).await.code();
        let form = [("grant_type", "authorization_code"), ("code", &code), ("redirect_uri", &app.redirect_uri), ("code_verifier", VERIFIER)];
        let tokens = app.post_to(&other, "/oauth/token", &form).await.expect(200);
        assert_eq!(server.userinfo(&tokens["access_token"]).await.status, 200);
        assert!(silent(&app, &here.at(&other)).await.is_ok());
    }
}
