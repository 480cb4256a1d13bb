//! Who is not let in, and what is said of it.

use serde_json::{Value, json};

use super::tools::{
    ANOTHER, WRONG, attempt, fail, introspected, logged, opens, profile_status, refused, set_options, silent,
};
use crate::harness::{Answer, Application, Browser, PASSWORD, Page, Server, both_engines};
use crate::mails::queued;

/// Sets a status as an administrator does.
async fn set_status(server: &Server, user: &Value, status: &str) {
    let path = format!("{}/status", Server::path_of(user));
    server.patch(&path, json!({"status": status, "reason": "a test"})).await.expect(200);
}

/// A page without what is different at every try.
fn shape(page: &Page, state: &str, identifier: &str) -> String {
    let headers = ["content-security-policy", "cache-control", "content-type", "set-cookie", "retry-after"];
    let headers: Vec<_> = headers.iter().map(|name| page.answer.header(name).unwrap_or("none")).collect();
    let text = page.answer.text.replace(state, "STATE").replace(identifier, "IDENTIFIER");
    format!("{} {headers:?} {text}", page.answer.status)
}

both_engines! {
    // S4.L35.3, ASVS v5.0.0-6.3.8
    async fn a_refusal_tells_nothing_of_the_account_nor_does_the_work_for_it(server: &Server) {
        let people = ["ada", "bob", "cyd", "eve"].map(|name| format!("{name}@example.com"));
        let [ada, bob, cyd, eve] = &people;
        let mut users = Vec::new();
        for email in &people {
            users.push(server.person(email).await);
        }
        let username = json!({"connection": crate::harness::CONNECTION, "username": "zed.example.com"});
        server.create(username).await;
        let app = Application::web(server, json!({})).await;
        fail(&app, server, bob, 5).await;
        assert!(!opens(&app, server, bob).await, "bob is locked");
        set_status(server, &users[2], "suspended").await;
        server.delete(&Server::path_of(&users[3])).await.expect(204);
        fail(&app, server, "yan@example.com", 5).await;
        let cases = [
            ("wrong", ada.as_str(), WRONG),
            ("locked, the right password", bob, PASSWORD),
            ("locked, a wrong one", bob, WRONG),
            ("suspended, a wrong one", cyd, WRONG),
            ("deleted", eve, PASSWORD),
            ("unknown", "dan@example.com", WRONG),
            ("unknown and locked", "yan@example.com", WRONG),
            ("without a password", "zed.example.com", WRONG),
            ("no identifier at all", "???????????????", WRONG),
        ];
        let mut shapes = Vec::new();
        for (case, identifier, password) in cases {
            let browser = Browser::new(server);
            let page = browser.visit(&app.authorize(&[])).await;
            let state = page.field("state");
            let before = server.services.passwords.hashes();
            let page = browser.sign_in(&page, identifier, password).await;
            assert_eq!(server.services.passwords.hashes() - before, 1, "{case}");
            refused(&page);
            assert_eq!(browser.cookie("-session"), None, "{case}");
            shapes.push((case, page.answer.text.len(), shape(&page, &state, identifier)));
        }
        for (case, length, shape) in &shapes {
            assert_eq!((length, shape), (&shapes[0].1, &shapes[0].2), "{case}");
        }
    }
}

both_engines! {
    // S2.L24.1, S2.L24.2, S4.L11.3, S4.L11.4, S4.L11.7
    async fn a_blocked_user_who_proves_who_it_is_is_sent_back_with_the_reason(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        for (number, status) in ["suspended", "deactivated", "archived"].into_iter().enumerate() {
            set_status(server, &user, status).await;
            let browser = Browser::new(server);
            let told = app.sign_in(&browser, "ada@example.com", &[]).await.told();
            let said = ["error", "error_description", "state"].map(|name| told.parameters[name].as_str());
            assert_eq!(said, ["unauthorized", "user is blocked", "the-state"], "{status}");
            assert_eq!((told.parameters.get("code"), browser.cookie("-session")), (None, None));
            let events = logged(server, "f").await;
            assert_eq!(events.len(), number + 1, "{status}");
            let event = &events[0];
            assert_eq!((&event["user_id"], &event["client_id"]), (&user["user_id"], &json!(app.client_id)));
            assert_eq!((&event["ip"], &event["details"]["reason"]), (&json!("127.0.0.1"), &json!("blocked")));
            assert!(event["user_agent"].as_str().is_some_and(|agent| agent.contains("Chrome/142")), "{event}");
        }
        // S2.L24.4: lifted, it works again. A refusal was no sign-in.
        set_status(server, &user, "active").await;
        assert_eq!(server.get(&Server::path_of(&user)).await.expect(200)["logins_count"], 0);
        assert!(opens(&app, server, "ada@example.com").await);
    }
}

both_engines! {
    // S2.L24.3, S4.L11.2
    async fn a_block_neither_ends_by_itself_nor_locks_the_account(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        server.patch(&Server::path_of(&user), json!({"blocked": true})).await.expect(200);
        for _ in 0..8 {
            let page = attempt(&app, server, "ada@example.com", PASSWORD).await;
            assert_eq!(page.error(), "unauthorized");
        }
        assert!(logged(server, "limit_wc").await.is_empty());
        server.clock.advance_seconds(80_000);
        assert_eq!(attempt(&app, server, "ada@example.com", PASSWORD).await.error(), "unauthorized");
        server.patch(&Server::path_of(&user), json!({"blocked": false})).await.expect(200);
        assert!(opens(&app, server, "ada@example.com").await);
    }
}

/// The secret of the link in the last mail.
async fn ticket(server: &Server) -> String {
    let mail = queued(server).await.pop().expect("a mail");
    let (_, after) = mail.text.split_once("?ticket=").expect("a link");
    after.chars().take_while(char::is_ascii_alphanumeric).collect()
}

async fn forget(server: &Server) -> Answer {
    Browser::new(server).submit("/u/reset-password/request", &[("username", "ada@example.com")]).await.answer
}

both_engines! {
    // S4.L11.7
    async fn a_blocked_account_has_no_side_door(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        for status in ["suspended", "deactivated", "archived"] {
            let browser = Browser::new(server);
            let offline = [("scope", "openid offline_access")];
            let tokens = app.tokens(&browser, "ada@example.com", &offline).await;
            let code = app.sign_in(&browser, "ada@example.com", &[("prompt", "login")]).await.code();
            let known = forget(server).await;
            let (ticket, mails) = (ticket(server).await, queued(server).await.len());
            set_status(server, &user, status).await;
            assert_eq!(profile_status(server, &tokens["access_token"]).await, 401, "{status}");
            assert_eq!(introspected(&app, server, &tokens["access_token"]).await, json!({"active": false}));
            let refreshed = app.refresh(&tokens["refresh_token"]).await.expect(400);
            assert_eq!(refreshed["error"], "invalid_grant", "{status}");
            assert_eq!(app.exchange(&code).await.expect(400)["error"], "invalid_grant", "{status}");
            assert_eq!(silent(&app, &browser).await, Err("login_required".to_owned()), "{status}");
            // A link of before sets nothing, and no new one is sent, though the page says the same.
            let reset = [("ticket", ticket.as_str()), ("password", ANOTHER)];
            let answer = Browser::new(server).submit("/u/reset-password", &reset).await.answer;
            assert!(answer.status.is_client_error(), "{status}: {}", answer.text);
            let asked = forget(server).await;
            assert_eq!((asked.status, &asked.text), (known.status, &known.text), "{status}");
            assert_eq!(queued(server).await.len(), mails, "{status}");
            set_status(server, &user, "active").await;
            refused(&attempt(&app, server, "ada@example.com", ANOTHER).await);
            server.clock.advance_seconds(7200);
        }
    }
}

both_engines! {
    async fn somebody_blocked_in_the_middle_of_a_sign_in_gets_no_further(server: &Server) {
        let user = server.person("ada@example.com").await;
        server.patch(&Server::path_of(&user), json!({"reset_password_on_next_login": true})).await.expect(200);
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = app.sign_in(&browser, "ada@example.com", &[]).await;
        assert!(page.at.starts_with("/u/change-password"), "{}", page.at);
        set_status(server, &user, "suspended").await;
        let state = page.field("state");
        let changed = browser.submit("/u/change-password", &[("state", &state), ("password", ANOTHER)]).await;
        assert_eq!(changed.answer.status, 404, "{}", changed.answer.text);
        set_status(server, &user, "active").await;
        // What was proven before the block opens nothing after it.
        let changed = browser.submit("/u/change-password", &[("state", &state), ("password", ANOTHER)]).await;
        assert_eq!(changed.answer.status, 404, "{}", changed.answer.text);
        assert_eq!(browser.cookie("-session"), None);
    }
}

both_engines! {
    // S4.L24.1
    async fn a_connection_that_is_switched_off_for_resets_shows_no_way_to_one(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let shown = async || Browser::new(server).visit(&app.authorize(&[])).await.says("Forgot your password?");
        assert!(shown().await);
        set_options(server, json!({"disable_self_service_change_password": true})).await;
        assert!(!shown().await);
    }
}
