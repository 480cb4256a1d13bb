//! What an administrator ends is refused at the next request, in every process.

use serde_json::{Value, json};

use super::tools::{ANOTHER, attempt, introspected, is_let_in, opens, profile_status, refused, silent};
use crate::harness::{Application, Browser, Server, both_engines};

const OFFLINE: [(&str, &str); 1] = [("scope", "openid offline_access")];

/// A person's access, as one browser and one application have it.
struct Access<'a> {
    app: &'a Application<'a>,
    browser: Browser<'a>,
    tokens: Value,
}

impl<'a> Access<'a> {
    async fn of(server: &'a Server, app: &'a Application<'a>) -> Self {
        let browser = Browser::new(server);
        let tokens = app.tokens(&browser, "ada@example.com", &OFFLINE).await;
        Self { app, browser, tokens }
    }

    /// Checks at a process that all of it holds, or that none of it does. A token that may be used once is not used up.
    #[track_caller]
    fn check(&self, server: &Server, holds: bool, why: &str) -> impl Future<Output = ()> {
        let place = std::panic::Location::caller();
        async move {
            let status = if holds { 200 } else { 401 };
            assert_eq!(profile_status(server, &self.tokens["access_token"]).await, status, "{why} at {place}");
            for name in ["access_token", "refresh_token"] {
                let told = introspected(self.app, server, &self.tokens[name]).await;
                assert_eq!(told["active"], holds, "{name} {why} at {place}: {told}");
            }
            assert_eq!(silent(self.app, &self.browser.at(server)).await.is_ok(), holds, "{why} at {place}");
        }
    }
}

both_engines! {
    // S2.L24.5, S2.L26.2, S4.L19.2, S4.L21.1, S4.L21.3, S0.L31.3, ASVS v5.0.0-7.4.2, v5.0.0-7.4.5
    async fn whatever_ends_access_ends_all_of_it_at_the_next_request(server: &Server) {
        let app = Application::web(server, json!({})).await;
        let other = server.second_process().await;
        let status = |status: &str| ("PATCH", "/status", json!({"status": status}));
        for (method, path, body) in [
            status("suspended"), status("deactivated"), status("archived"),
            ("PATCH", "", json!({"blocked": true})),
            ("PATCH", "", json!({"password": ANOTHER})),
            ("POST", "/revoke-access", json!({})),
            ("DELETE", "", Value::Null),
        ] {
            let user = server.person("ada@example.com").await;
            let access = [Access::of(server, &app).await, Access::of(server, &app).await];
            for access in &access {
                access.check(&other, true, path).await;
            }
            let call = server.call(method, &format!("{}{path}", Server::path_of(&user)));
            let done = if body.is_null() { call.send().await } else { call.json(&body).send().await };
            assert!(done.status.is_success(), "{method} {path}: {}", done.text);
            for access in &access {
                let why = format!("{method} {path} {body}");
                for process in [&other, server] {
                    access.check(process, false, &why).await;
                }
                assert_eq!(app.refresh(&access.tokens["refresh_token"]).await.expect(400)["error"], "invalid_grant", "{why}");
            }
            if method != "DELETE" {
                server.delete(&Server::path_of(&user)).await.expect(204);
            }
            refused(&attempt(&app, &other, "ada@example.com", crate::harness::PASSWORD).await);
            assert!(server.found("email:\"ada@example.com\"").await.is_empty());
        }
    }
}

both_engines! {
    // S4.L21.2, S2.L24.4
    async fn nothing_comes_back_when_it_is_lifted_but_a_new_sign_in_works_at_once(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let other = server.second_process().await;
        for status in ["suspended", "deactivated", "archived"] {
            let before = Access::of(server, &app).await;
            let path = format!("{}/status", Server::path_of(&user));
            server.patch(&path, json!({"status": status})).await.expect(200);
            server.patch(&path, json!({"status": "active"})).await.expect(200);
            let after = Access::of(server, &app).await;
            for process in [&other, server] {
                before.check(process, false, status).await;
                after.check(process, true, status).await;
            }
            app.refresh(&before.tokens["refresh_token"]).await.expect(400);
            app.refresh(&after.tokens["refresh_token"]).await.expect(200);
        }
    }
}

both_engines! {
    // S4.L21.1, S4.L21.2
    async fn who_was_thrown_out_everywhere_signs_in_again_in_the_same_second(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        for _ in 0..3 {
            let before = Access::of(server, &app).await;
            server.post(&format!("{}/revoke-access", Server::path_of(&user)), json!({})).await.expect(202);
            let after = Access::of(server, &app).await;
            before.check(server, false, "before").await;
            after.check(server, true, "after").await;
        }
    }
}

both_engines! {
    // S0.L31.2
    async fn a_person_is_thrown_out_of_one_application_alone(server: &Server) {
        let user = server.person("ada@example.com").await;
        let (shop, mail) = (Application::web(server, json!({})).await, Application::web(server, json!({})).await);
        let browser = Browser::new(server);
        let of_shop = shop.tokens(&browser, "ada@example.com", &OFFLINE).await;
        let code = browser.visit(&mail.authorize(&OFFLINE)).await.code();
        let of_mail = mail.exchange(&code).await.expect(200);
        let other = server.second_process().await;
        let body = json!({"client_id": shop.client_id});
        server.post(&format!("{}/revoke-access", Server::path_of(&user)), body).await.expect(202);
        assert_eq!(profile_status(&other, &of_shop["access_token"]).await, 401);
        assert_eq!(introspected(&shop, &other, &of_shop["access_token"]).await, json!({"active": false}));
        shop.refresh(&of_shop["refresh_token"]).await.expect(400);
        assert_eq!(profile_status(&other, &of_mail["access_token"]).await, 200);
        mail.refresh(&of_mail["refresh_token"]).await.expect(200);
        let sessions = server.get(&format!("{}/sessions?client_id={}", Server::path_of(&user), shop.client_id)).await.expect(200);
        assert_eq!(sessions["sessions"], json!([]));
    }
}

both_engines! {
    // S0.L31.3, S4.L21.1
    async fn one_device_is_thrown_out_alone(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let (lost, kept) = (Access::of(server, &app).await, Access::of(server, &app).await);
        let session = crate::harness::claims_of(&lost.tokens["id_token"])["sid"].clone();
        server.post(&format!("{}/revoke-access", Server::path_of(&user)), json!({"session_id": session})).await.expect(202);
        let other = server.second_process().await;
        lost.check(&other, false, "lost").await;
        kept.check(&other, true, "kept").await;
    }
}

both_engines! {
    // S2.L26.2: an account made anew under the address of a deleted one has nothing of it.
    async fn a_new_account_of_the_same_address_inherits_nothing(server: &Server) {
        let user = server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let before = Access::of(server, &app).await;
        server.delete(&Server::path_of(&user)).await.expect(204);
        let body = json!({"connection": crate::harness::CONNECTION, "email": "ada@example.com", "password": ANOTHER});
        server.create(body).await;
        before.check(server, false, "deleted").await;
        assert!(!opens(&app, server, "ada@example.com").await);
        assert!(is_let_in(&attempt(&app, server, "ada@example.com", ANOTHER).await));
    }
}
