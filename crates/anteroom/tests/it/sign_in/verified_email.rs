//! A tenant that lets nobody in whose e-mail address is not proven.

use serde_json::{Value, json};

use super::json_flow::OwnPage;
use super::tools::{ANOTHER, SETTINGS, attempt, is_let_in, logged, refused, set_options, silent};
use crate::harness::{Application, Browser, CONNECTION, PASSWORD, Page, Server, both_engines};
use crate::mails::queued;

const PATH: &str = "/u/verify-email";

async fn switch(server: &Server, on: bool) {
    server.patch(SETTINGS, json!({"verified_email_required": on})).await.expect(200);
}

/// Somebody whose address is not proven.
async fn unproven(server: &Server, email: &str) -> Value {
    let body = json!({"connection": CONNECTION, "email": email, "password": PASSWORD, "verify_email": false});
    server.create(body).await
}

/// Follows the link in the last mail to this address, in a browser of its own.
async fn follow_link(server: &Server, email: &str) {
    let mail = queued(server).await.pop().expect("a mail");
    assert_eq!(mail.to, email);
    let (_, after) = mail.text.split_once("?ticket=").expect("a link");
    let ticket: String = after.chars().take_while(char::is_ascii_alphanumeric).collect();
    let done = Browser::new(server).submit("/u/email-verification", &[("ticket", &ticket)]).await;
    assert!(done.says("Email address confirmed"), "{}", done.answer.text);
}

async fn submit(browser: &Browser<'_>, page: &Page, resend: bool) -> Page {
    let state = page.field("state");
    let more = if resend { vec![("resend", "1")] } else { Vec::new() };
    browser.submit(PATH, &[vec![("state", state.as_str())], more].concat()).await
}

both_engines! {
    // S0.L23.15
    async fn nobody_is_let_in_before_the_address_is_proven_where_a_tenant_asks_for_that(server: &Server) {
        unproven(server, "ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        assert!(is_let_in(&attempt(&app, server, "ada@example.com", PASSWORD).await), "by default it may be unproven");
        switch(server, true).await;
        // Who does not know the password learns nothing, and no mail is sent.
        refused(&attempt(&app, server, "ada@example.com", "a wrong password").await);
        assert!(queued(server).await.is_empty());
        let browser = Browser::new(server);
        let login = browser.visit(&app.authorize(&[])).await;
        let page = browser.sign_in(&login, "ada@example.com", PASSWORD).await;
        assert!(page.at.starts_with("/u/verify-email?state=") && page.says("Confirm your email first"), "{}", page.at);
        assert!(page.says("ada@example.com"));
        assert_eq!((browser.cookie("-session"), silent(&app, &browser).await), (None, Err("login_required".to_owned())));
        assert_eq!(queued(server).await.len(), 1);
        let stopped = logged(server, "f").await;
        assert_eq!((stopped.len(), &stopped[0]["details"]["reason"]), (1, &json!("email_not_verified")));
        let early = submit(&browser, &page, false).await;
        assert!(early.answer.status == 200 && early.says("isn’t confirmed yet"), "{}", early.answer.text);
        follow_link(server, "ada@example.com").await;
        let code = submit(&browser, &page, false).await.code();
        assert_eq!(app.exchange(&code).await.expect(200)["token_type"], "Bearer");
        assert!(is_let_in(&attempt(&app, server, "ada@example.com", PASSWORD).await));
    }
}

both_engines! {
    // S0.L23.15
    async fn mails_are_sent_again_but_not_as_often_as_one_asks(server: &Server) {
        unproven(server, "ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        switch(server, true).await;
        for _ in 0..3 {
            assert!(attempt(&app, server, "ada@example.com", PASSWORD).await.at.starts_with(PATH));
        }
        assert_eq!(queued(server).await.len(), 1, "one a minute");
        let browser = Browser::new(server);
        let page = app.sign_in(&browser, "ada@example.com", &[]).await;
        let soon = submit(&browser, &page, true).await;
        assert!(soon.answer.status == 429 && soon.says("a moment ago"), "{}", soon.answer.text);
        for count in 2..=5 {
            server.clock.advance_seconds(61);
            let sent = submit(&browser, &page, true).await;
            assert!(sent.says("another email"), "{}", sent.answer.text);
            assert_eq!(queued(server).await.len(), count);
        }
        server.clock.advance_seconds(61);
        assert_eq!(submit(&browser, &page, true).await.answer.status, 429, "five an hour");
        follow_link(server, "ada@example.com").await;
        assert!(is_let_in(&submit(&browser, &page, false).await));
    }
}

both_engines! {
    // S0.L23.15
    async fn pages_of_ones_own_take_the_same_step(server: &Server) {
        unproven(server, "ada@example.com").await;
        let app = Application::spa(server, json!({"web_origins": ["https://app.example"]})).await;
        switch(server, true).await;
        let (mut page, _) = OwnPage::begun(server, &app, json!({})).await;
        let asked = page.step("password", json!({"identifier": "ada@example.com", "password": PASSWORD})).await.expect(200);
        assert_eq!((&asked["step"], &asked["user"]["email"]), (&json!("verify_email"), &json!("ada@example.com")));
        assert_eq!(page.step("verify-email", json!({})).await.expect(200)["step"], "verify_email");
        let soon = page.step("verify-email", json!({"resend": true})).await;
        assert_eq!(soon.status, 429, "{}", soon.text);
        server.clock.advance_seconds(61);
        assert_eq!(page.step("verify-email", json!({"resend": true})).await.expect(200)["step"], "verify_email");
        assert_eq!(page.step("consent", json!({"allow": true})).await.status, 409);
        follow_link(server, "ada@example.com").await;
        assert_eq!(page.step("verify-email", json!({})).await.expect(200)["step"], "finish");
    }
}

both_engines! {
    // S0.L23.15, S4.L37.3
    async fn sessions_there_are_and_people_without_an_address_go_on(server: &Server) {
        unproven(server, "ada@example.com").await;
        let body = json!({"connection": CONNECTION, "username": "ben", "password": PASSWORD});
        server.create(body).await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, "ada@example.com", &[]).await.code();
        switch(server, true).await;
        assert!(silent(&app, &browser).await.is_ok(), "a session goes on");
        assert!(app.sign_in(&browser, "ada@example.com", &[("prompt", "login")]).await.at.starts_with(PATH));
        assert!(is_let_in(&attempt(&app, server, "ben", PASSWORD).await), "there is nothing to prove");
        // Switched off while somebody waits, nothing is waited for.
        let waiting = Browser::new(server);
        let page = app.sign_in(&waiting, "ada@example.com", &[]).await;
        switch(server, false).await;
        assert!(is_let_in(&submit(&waiting, &page, false).await));
    }
}

both_engines! {
    // S0.L23.15, S4.L24.3
    async fn who_signs_up_proves_the_address_first(server: &Server) {
        set_options(server, json!({"disable_signup": false})).await;
        switch(server, true).await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[("screen_hint", "signup")])).await;
        let state = page.field("state");
        let fields = [("state", state.as_str()), ("email", "new@example.com"), ("password", ANOTHER)];
        let page = browser.submit("/u/signup", &fields).await;
        let page = match page.answer.header("location") {
            Some(location) => browser.visit(location).await,
            None => page,
        };
        assert!(page.at.starts_with(PATH), "{} {}", page.at, page.answer.text);
        assert_eq!(queued(server).await.len(), 1, "the mail of every sign-up is the one");
        follow_link(server, "new@example.com").await;
        assert!(is_let_in(&submit(&browser, &page, false).await));
    }
}
