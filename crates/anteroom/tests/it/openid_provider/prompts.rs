//! When a person is asked to sign in, and when not.

use super::{ADA, Tokens, asked_to_sign_in, certified, error_of};
use crate::harness::{Application, Browser, PASSWORD, Page, Server, both_engines};

struct Suite<'a> {
    app: Application<'a>,
    browser: Browser<'a>,
    first: Tokens,
}

/// Ada signs in a first time, with these parameters.
async fn begun<'a>(server: &'a Server, changes: &[(&str, &str)]) -> Suite<'a> {
    server.person(ADA).await;
    let app = certified(server).await;
    let browser = Browser::new(server);
    let first = Tokens::within(server, &app, &browser, changes).await;
    Suite { app, browser, first }
}

impl Suite<'_> {
    async fn again(&self, changes: &[(&str, &str)]) -> Page {
        self.browser.visit(&self.app.authorize(changes)).await
    }

    /// The ID token of a second sign-in is of the same person; says how much later that one signed in.
    async fn later(&self, server: &Server, page: &Page) -> i64 {
        let second = Tokens::after(server, &self.app, page, &[]).await;
        assert_eq!(second.id["sub"], self.first.id["sub"]);
        assert_ne!(second.body["id_token"], self.first.body["id_token"]);
        let time = |tokens: &Tokens| tokens.id["auth_time"].as_i64().expect("a time");
        time(&second) - time(&self.first)
    }
}

both_engines! {
    async fn oidcc_prompt_login(server: &Server) {
        let suite = begun(server, &[]).await;
        server.clock.advance_seconds(2);
        let page = suite.again(&[("prompt", "login")]).await;
        asked_to_sign_in(&page);
        let page = suite.browser.sign_in(&page, ADA, PASSWORD).await;
        assert!(suite.later(server, &page).await >= 2);
    }
}

both_engines! {
    async fn oidcc_prompt_none_not_logged_in(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        assert_eq!(error_of(&browser.visit(&app.authorize(&[("prompt", "none")])).await), "login_required");
    }
}

both_engines! {
    async fn oidcc_prompt_none_logged_in(server: &Server) {
        let suite = begun(server, &[]).await;
        server.clock.advance_seconds(2);
        let page = suite.again(&[("prompt", "none")]).await;
        assert_eq!(suite.later(server, &page).await, 0);
    }
}

both_engines! {
    async fn oidcc_max_age_1(server: &Server) {
        let suite = begun(server, &[]).await;
        server.clock.advance_seconds(2);
        let page = suite.again(&[("max_age", "1")]).await;
        asked_to_sign_in(&page);
        let page = suite.browser.sign_in(&page, ADA, PASSWORD).await;
        assert!(suite.later(server, &page).await >= 2);
    }
}

both_engines! {
    async fn oidcc_max_age_10000(server: &Server) {
        let suite = begun(server, &[("max_age", "15000")]).await;
        server.clock.advance_seconds(2);
        let page = suite.again(&[("max_age", "10000")]).await;
        assert_eq!(suite.later(server, &page).await, 0);
    }
}

both_engines! {
    async fn oidcc_id_token_hint(server: &Server) {
        let suite = begun(server, &[]).await;
        server.clock.advance_seconds(2);
        let page = suite.again(&[("prompt", "none"), ("id_token_hint", suite.first.id_token())]).await;
        assert_eq!(suite.later(server, &page).await, 0);
    }
}

both_engines! {
    async fn without_a_page_a_sign_in_that_is_too_old_is_an_error(server: &Server) {
        let suite = begun(server, &[]).await;
        server.clock.advance_seconds(100);
        let asked = [("prompt", "none"), ("max_age", "99")];
        assert_eq!(error_of(&suite.again(&asked).await), "login_required");
        let page = suite.again(&[("prompt", "none"), ("max_age", "9223372036854775807")]).await;
        assert_eq!(suite.later(server, &page).await, 0);
        asked_to_sign_in(&suite.again(&[("max_age", "0")]).await);
        asked_to_sign_in(&suite.again(&[("prompt", "select_account")]).await);
    }
}

both_engines! {
    async fn what_prompt_and_max_age_cannot_mean_is_refused(server: &Server) {
        let suite = begun(server, &[]).await;
        for (name, value) in [
            ("prompt", "none login"),
            ("prompt", "never"),
            ("max_age", "-1"),
            ("max_age", "soon"),
            ("max_age", "1.5"),
            ("max_age", "9223372036854775808"),
        ] {
            assert_eq!(error_of(&suite.again(&[(name, value)]).await), "invalid_request", "{name}={value}");
        }
    }
}
