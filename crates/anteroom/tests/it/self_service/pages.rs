//! The pages behind the links, as a browser sees them.

use serde_json::json;

use super::{ANOTHER, has_password, mails, secret, secret_in, set_options, stored};
use crate::harness::{Application, Browser, CONNECTION, PASSWORD, Page, both_engines};

/// Whether the page has a link that begins so.
fn leads_to(page: &Page, url: &str) -> bool {
    page.answer.text.replace("&#x2f;", "/").contains(&format!("href=\"{url}"))
}

both_engines! {
    // S0.L25.7, S0.L25.14
    async fn a_forgotten_password_is_replaced_in_the_browser(server: &Server) {
        let user = server.person("ada@example.com").await;
        let application =
            Application::web(server, json!({"initiate_login_uri": "https://app.example/start"})).await;
        let browser = Browser::new(server);
        let login = browser.visit(&application.authorize(&[])).await;
        let state = login.field("state");
        assert!(leads_to(&login, "/u/reset-password/request?state="), "{}", login.answer.text);
        let forgot = browser.visit(&format!("/u/reset-password/request?state={state}")).await;
        assert_eq!(forgot.field("state"), state);
        let sent = browser.submit("/u/reset-password/request", &[("state", &state), ("username", "ada@example.com")]).await;
        assert_eq!(sent.answer.status.as_u16(), 200, "{}", sent.answer.text);
        assert_eq!(mails(server).await, [("ada@example.com".to_owned(), "Reset".to_owned())]);
        // The mail is read on another device.
        let (ticket, phone) = (secret(server).await, Browser::new(server));
        let page = phone.visit(&format!("/u/reset-password?ticket={ticket}")).await;
        assert!(page.says("a…@example.com") && page.field("ticket") == ticket, "{}", page.answer.text);
        assert!(!page.says("ada@example.com"));
        let page = phone.submit("/u/reset-password", &[("ticket", &ticket), ("password", "short")]).await;
        assert_eq!((page.answer.status.as_u16(), page.field("ticket")), (400, ticket.clone()));
        let done = phone.submit("/u/reset-password", &[("ticket", &ticket), ("password", ANOTHER)]).await;
        assert_eq!(done.answer.status.as_u16(), 200);
        assert!(leads_to(&done, "https://app.example/start"), "{}", done.answer.text);
        assert!(has_password(server, stored(server, &user["user_id"]).await.key, ANOTHER).await);
        let over = phone.visit(&format!("/u/reset-password?ticket={ticket}")).await;
        assert_eq!(over.answer.status.as_u16(), 404);
        assert!(leads_to(&over, "/u/reset-password/request"), "{}", over.answer.text);
        let again = phone.submit("/u/reset-password", &[("ticket", &ticket), ("password", PASSWORD)]).await;
        assert_eq!(again.answer.status.as_u16(), 404);
        // The sign-in that was begun goes on with the new password.
        let page = browser.sign_in(&login, "ada@example.com", ANOTHER).await;
        page.code();
    }
}

both_engines! {
    // S4.L35.3
    async fn the_page_says_the_same_whether_or_not_there_is_an_account(server: &Server) {
        server.person("ada@example.com").await;
        let browser = Browser::new(server);
        let mut shown = Vec::new();
        for somebody in ["ada@example.com", "eve@example.com"] {
            let page = browser.submit("/u/reset-password/request", &[("username", somebody)]).await;
            shown.push((page.answer.status, page.answer.text.replace(somebody, "")));
        }
        assert_eq!(shown[0], shown[1]);
        let empty = browser.submit("/u/reset-password/request", &[("username", " ")]).await;
        assert_eq!(empty.answer.status.as_u16(), 400);
        assert_eq!(mails(server).await.len(), 1);
    }
}

both_engines! {
    async fn a_page_that_is_switched_off_says_so(server: &Server) {
        server.person("ada@example.com").await;
        set_options(server, json!({"disable_self_service_change_password": true})).await;
        let page = Browser::new(server).submit("/u/reset-password/request", &[("username", "ada@example.com")]).await;
        assert_eq!(page.answer.status.as_u16(), 403);
        assert!(mails(server).await.is_empty());
    }
}

both_engines! {
    // S2.L17.2, S0.L25.12
    async fn an_address_is_proven_by_a_button(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "ada@example.com"})).await;
        let (ticket, browser) = (secret(server).await, Browser::new(server));
        let path = format!("/u/email-verification?ticket={ticket}");
        for _ in 0..2 {
            let page = browser.visit(&path).await;
            assert!(page.says("ada@example.com") && page.field("ticket") == ticket, "{}", page.answer.text);
            assert!(!stored(server, &made["user_id"]).await.email_verified, "a look has proven the address");
        }
        let done = browser.submit("/u/email-verification", &[("ticket", &ticket)]).await;
        assert_eq!(done.answer.status.as_u16(), 200);
        assert!(stored(server, &made["user_id"]).await.email_verified);
        let again = browser.submit("/u/email-verification", &[("ticket", &ticket)]).await;
        assert_eq!(again.answer.status.as_u16(), 200);
        assert_eq!(browser.visit(&path).await.answer.status.as_u16(), 200);
        for wrong in ["", "x", "<script>"] {
            let page = browser.submit("/u/email-verification", &[("ticket", wrong)]).await;
            assert_eq!(page.answer.status.as_u16(), 404);
            assert!(!page.says("<script>alert") && !page.says("value=\"<script>"));
        }
    }
}

both_engines! {
    async fn a_link_of_an_administrator_leads_on_to_where_it_was_made_for(server: &Server) {
        let user = server.person("ada@example.com").await;
        let body = json!({
            "user_id": user["user_id"], "result_url": "https://app.example/done?from=mail", "includeEmailInRedirect": true,
        });
        let link = server.post("/api/v2/tickets/password-change", body).await.expect(201);
        let ticket = secret_in(link["ticket"].as_str().expect("a link"));
        let browser = Browser::new(server);
        let done = browser.submit("/u/reset-password", &[("ticket", &ticket), ("password", ANOTHER)]).await;
        let text = done.answer.text.replace("&#x2f;", "/").replace("&amp;", "&").replace("&#x3d;", "=");
        assert!(text.contains("https://app.example/done?from=mail&success=true&email=ada%40example.com"), "{text}");
    }
}

both_engines! {
    // ASVS v5.0.0-3.5.1, ASVS v5.0.0-6.2.6, ASVS v5.0.0-6.2.7
    async fn the_form_for_a_password_is_one_that_browsers_and_managers_know(server: &Server) {
        server.person("ada@example.com").await;
        let browser = Browser::new(server);
        browser.submit("/u/reset-password/request", &[("username", "ada@example.com")]).await;
        let ticket = secret(server).await;
        let page = browser.visit(&format!("/u/reset-password?ticket={ticket}")).await;
        assert!(page.says("type=\"password\"") && page.says("autocomplete=\"new-password\""));
        assert!(!page.says("onpaste"));
        assert_eq!(page.answer.header("cache-control"), Some("no-store"));
        assert_eq!(page.answer.header("referrer-policy"), Some("no-referrer"));
        let form = format!("ticket={ticket}&password=staple+horse+correct");
        let call = server.call("POST", "/u/reset-password").token(None).header("sec-fetch-site", "cross-site");
        assert_eq!(call.form(&form).send().await.status.as_u16(), 403);
    }
}
