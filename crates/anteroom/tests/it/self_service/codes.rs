//! The code of a mail, typed instead of following the link.

use anteroom_store::Sql;
use serde_json::json;

use super::{ANOTHER, application, events, forget, has_password, mails, person, secret, secret_in, stored};
use crate::harness::{Application, Browser, PASSWORD, Page, Server, both_engines, race};
use crate::mails::queued;

const REQUEST: &str = "/u/reset-password/request";
const CODE: &str = "/u/reset-password/code";
const RESET: &str = "/u/reset-password";
const WRONG: &str = "This code isn’t right, or no longer works.";
const ADA: &str = "ada@example.com";

/// The code in a text of a mail: the one line of digits.
fn code_in(text: &str) -> Option<String> {
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|letter| letter.is_ascii_digit());
    text.lines().find(is_code).map(str::to_owned)
}

/// The code of the last mail.
async fn code(server: &Server) -> String {
    let mail = queued(server).await.pop().expect("a mail");
    code_in(&mail.text).unwrap_or_else(|| panic!("no code: {}", mail.text))
}

/// Another code than this one.
fn other_than(code: &str) -> String {
    let number: u32 = code.parse().expect("digits");
    format!("{:06}", (number + 1) % 1_000_000)
}

async fn ask(browser: &Browser<'_>, identifier: &str) -> Page {
    let page = browser.submit(REQUEST, &[("username", identifier)]).await;
    assert_eq!(page.answer.status.as_u16(), 200, "{}", page.answer.text);
    page
}

async fn type_in(browser: &Browser<'_>, identifier: &str, code: &str) -> Page {
    browser.submit(CODE, &[("username", identifier), ("code", code)]).await
}

#[track_caller]
fn refused(page: &Page) {
    assert_eq!(page.answer.status.as_u16(), 400, "{}", page.answer.text);
    assert!(page.says(WRONG) && page.at == CODE, "{}: {}", page.at, page.answer.text);
}

both_engines! {
    // S0.L25.7, ASVS v5.0.0-6.5.1
    async fn a_code_is_typed_where_the_mail_was_asked_for(server: &Server) {
        let user = server.person(ADA).await;
        let application = Application::web(server, json!({"initiate_login_uri": "https://app.example/start"})).await;
        let browser = Browser::new(server);
        let login = browser.visit(&application.authorize(&[])).await;
        let state = login.field("state");
        let sent = browser.submit(REQUEST, &[("state", &state), ("username", ADA)]).await;
        assert_eq!((sent.field("state"), sent.field("username")), (state.clone(), ADA.to_owned()));
        assert!(sent.says("autocomplete=\"one-time-code\"") && sent.says("inputmode=\"numeric\""));
        let (code, link) = (code(server).await, secret(server).await);
        let typed = format!(" {} {}", &code[..3], &code[3..]);
        let page = browser.submit(CODE, &[("state", &state), ("username", ADA), ("code", &typed)]).await;
        let ticket = page.field("ticket");
        assert!(page.at.starts_with(&format!("{RESET}?ticket=")) && ticket != link && page.says("a…@example.com"));
        // The code is used up, and so is the link.
        refused(&type_in(&browser, ADA, &code).await);
        assert_eq!(browser.visit(&format!("{RESET}?ticket={link}")).await.answer.status.as_u16(), 404);
        let fields = [("ticket", ticket.as_str()), ("state", &page.field("state")), ("password", ANOTHER)];
        let done = browser.submit(RESET, &fields).await;
        assert_eq!(done.answer.status.as_u16(), 200, "{}", done.answer.text);
        let back = done.answer.text.replace("&#x2f;", "/").replace("&#x3d;", "=");
        assert!(back.contains(&format!("href=\"/u/login?state={state}")), "{back}");
        let user = stored(server, &user["user_id"]).await;
        assert!(has_password(server, user.key, ANOTHER).await && user.email_verified);
        assert_eq!(browser.submit(RESET, &fields).await.answer.status.as_u16(), 404);
        browser.sign_in(&login, ADA, ANOTHER).await.code();
    }
}

both_engines! {
    async fn a_link_that_was_used_ends_its_code(server: &Server) {
        server.person(ADA).await;
        let browser = Browser::new(server);
        ask(&browser, ADA).await;
        let (code, link) = (code(server).await, secret(server).await);
        let done = browser.submit(RESET, &[("ticket", &link), ("password", ANOTHER)]).await;
        assert_eq!(done.answer.status.as_u16(), 200);
        refused(&type_in(&browser, ADA, &code).await);
    }
}

both_engines! {
    // ASVS v5.0.0-6.4.3
    async fn a_code_is_worth_nothing_in_another_browser(server: &Server) {
        server.person(ADA).await;
        let browser = Browser::new(server);
        ask(&browser, ADA).await;
        let code = code(server).await;
        for stranger in [Browser::new(server), Browser::new(server)] {
            refused(&type_in(&stranger, ADA, &code).await);
            // Nor once the stranger has asked for a mail as well, within the minute or after it.
            ask(&stranger, ADA).await;
            refused(&type_in(&stranger, ADA, &code).await);
            server.clock.advance_seconds(61);
        }
        assert!(type_in(&browser, ADA, &code).await.at.starts_with(RESET));
    }
}

both_engines! {
    // S4.L35.3, ASVS v5.0.0-6.3.8
    async fn nobody_learns_from_a_code_who_has_an_account(server: &Server) {
        server.person(ADA).await;
        let application = Application::spa(server, json!({})).await;
        let (mut asked, mut refusals) = (Vec::new(), Vec::new());
        for somebody in [ADA, "eve@example.com"] {
            let browser = Browser::new(server);
            browser.visit(&application.authorize(&[])).await;
            server.services.traffic.flush().await;
            let (page, statements) = server.statements(ask(&browser, somebody)).await;
            asked.push((page.answer.text.replace(somebody, ""), statements));
            for tried in ["000000", "111111", "222222", "333333", "444444", "555555"] {
                server.services.traffic.flush().await;
                let (page, statements) = server.statements(type_in(&browser, somebody, tried)).await;
                refused(&page);
                refusals.push((tried, page.answer.text.replace(somebody, ""), statements));
            }
        }
        assert_eq!(asked[0], asked[1]);
        let (known, unknown) = refusals.split_at(6);
        assert_eq!(known, unknown);
        assert_eq!(events(server, "password.change_refused", Some("wrong code")).await, 12);
        assert_eq!(mails(server).await.len(), 1);
    }
}

both_engines! {
    // S0.L25.7, ASVS v5.0.0-6.5.1
    async fn after_five_wrong_codes_neither_code_nor_link_works(server: &Server) {
        let user = server.person(ADA).await;
        let browser = Browser::new(server);
        ask(&browser, ADA).await;
        let (code, link) = (code(server).await, secret(server).await);
        let empty = type_in(&browser, ADA, " ").await;
        assert!(empty.answer.status.as_u16() == 400 && empty.says("Enter the code") && !empty.says(WRONG));
        for _ in 0..5 {
            refused(&type_in(&browser, ADA, &other_than(&code)).await);
        }
        refused(&type_in(&browser, ADA, &code).await);
        assert_eq!(browser.visit(&format!("{RESET}?ticket={link}")).await.answer.status.as_u16(), 404);
        let done = browser.submit(RESET, &[("ticket", &link), ("password", ANOTHER)]).await;
        assert_eq!(done.answer.status.as_u16(), 404);
        assert!(has_password(server, stored(server, &user["user_id"]).await.key, PASSWORD).await);
        // The fifth try may be the right one.
        server.clock.advance_seconds(61);
        ask(&browser, ADA).await;
        let code = self::code(server).await;
        for _ in 0..4 {
            refused(&type_in(&browser, ADA, &other_than(&code)).await);
        }
        assert!(type_in(&browser, ADA, &code).await.at.starts_with(RESET));
    }
}

both_engines! {
    async fn of_a_hundred_with_the_right_code_one_goes_on(server: &Server) {
        server.person(ADA).await;
        let browser = Browser::new(server);
        ask(&browser, ADA).await;
        let (code, cookie) = (code(server).await, crate::sign_in::tools::cookie_of(server, &browser));
        let form = form_urlencoded::Serializer::new(String::new());
        let form = { form }.extend_pairs([("username", ADA), ("code", &code)]).finish();
        let answers = race(100, |_| {
            let (server, cookie, form) = (server.clone(), cookie.clone(), form.clone());
            async move {
                let call = server.call("POST", CODE).token(None).header("cookie", &cookie);
                let answer = call.header("sec-fetch-site", "same-origin").form(&form).send().await;
                (answer.status.as_u16(), answer.header("location").map(secret_in))
            }
        });
        let (won, lost): (Vec<_>, Vec<_>) = answers.await.into_iter().partition(|(status, _)| *status == 303);
        assert!(lost.iter().all(|(status, _)| *status == 400), "{lost:?}");
        let [(_, Some(ticket))] = &won[..] else { panic!("{} winners", won.len()) };
        assert_eq!(browser.visit(&format!("{RESET}?ticket={ticket}")).await.answer.status.as_u16(), 200);
    }
}

both_engines! {
    async fn of_a_hundred_wrong_codes_at_once_five_are_looked_at(server: &Server) {
        server.person(ADA).await;
        let browser = Browser::new(server);
        ask(&browser, ADA).await;
        let (code, cookie) = (code(server).await, crate::sign_in::tools::cookie_of(server, &browser));
        let wrong = other_than(&code);
        let statuses = race(100, |_| {
            let (server, cookie, form) = (server.clone(), cookie.clone(), format!("username={ADA}&code={wrong}"));
            async move {
                let call = server.call("POST", CODE).token(None).header("cookie", &cookie);
                call.header("sec-fetch-site", "same-origin").form(&form).send().await.status.as_u16()
            }
        });
        assert_eq!(statuses.await, [400; 100]);
        let session = server.services.db.session().await.expect("a session");
        let sql = Sql::new("SELECT code_tries FROM ticket WHERE tenant_id = ").bind(server.world.tenant);
        let tries: Vec<(i64,)> = session.connection().all(sql).await.expect("the ticket");
        assert_eq!(tries, [(5,)]);
        refused(&type_in(&browser, ADA, &code).await);
    }
}

both_engines! {
    // ASVS v5.0.0-6.5.5
    async fn a_code_holds_ten_minutes_and_its_link_longer(server: &Server) {
        server.person(ADA).await;
        let browser = Browser::new(server);
        ask(&browser, ADA).await;
        let (first, link) = (code(server).await, secret(server).await);
        server.clock.advance_seconds(600);
        refused(&type_in(&browser, ADA, &first).await);
        assert_eq!(browser.visit(&format!("{RESET}?ticket={link}")).await.answer.status.as_u16(), 200);
        // Of two mails the newest one's counts; asking again within the minute sends none, and changes nothing.
        ask(&browser, ADA).await;
        let second = code(server).await;
        ask(&browser, ADA).await;
        assert_eq!(mails(server).await.len(), 2);
        assert!(type_in(&browser, ADA, &second).await.at.starts_with(RESET));
    }
}

both_engines! {
    // ASVS v5.0.0-6.3.1
    async fn after_ten_wrong_codes_a_day_mails_have_a_link_alone(server: &Server) {
        let user = server.person(ADA).await;
        let mut last = String::new();
        for _ in 0..2 {
            // Strangers, each with a browser of its own.
            let stranger = Browser::new(server);
            ask(&stranger, ADA).await;
            last = code(server).await;
            for _ in 0..5 {
                refused(&type_in(&stranger, ADA, &other_than(&last)).await);
            }
            server.clock.advance_seconds(61);
        }
        let browser = Browser::new(server);
        ask(&browser, "ADA@example.com").await;
        let mail = queued(server).await.pop().expect("a mail");
        assert_eq!((mails(server).await.len(), code_in(&mail.text)), (3, None), "{}", mail.text);
        refused(&type_in(&browser, ADA, &last).await);
        // Nobody is locked out by it: the link works, and whoever chose another password gets codes again.
        let done = browser.submit(RESET, &[("ticket", &secret_in(&mail.text)), ("password", ANOTHER)]).await;
        assert_eq!(done.answer.status.as_u16(), 200);
        assert!(has_password(server, stored(server, &user["user_id"]).await.key, ANOTHER).await);
        server.clock.advance_seconds(61);
        ask(&browser, ADA).await;
        code(server).await;
    }
}

both_engines! {
    // ASVS v5.0.0-6.5.2
    async fn a_code_cannot_be_found_out_from_the_database(server: &Server) {
        server.person(ADA).await;
        let browser = Browser::new(server);
        ask(&browser, ADA).await;
        let code = code(server).await;
        let session = server.services.db.session().await.expect("a session");
        let sql = Sql::new("SELECT digest, asker, code_digest FROM ticket WHERE tenant_id = ").bind(server.world.tenant);
        let rows: Vec<(String, String, String)> = session.connection().all(sql).await.expect("the ticket");
        let [(digest, asker, stored)] = &rows[..] else { panic!("{rows:?}") };
        let secret = browser.cookie("-browser").expect("a cookie");
        assert!([digest, asker, stored].into_iter().all(|text| !text.contains(&code) && !text.contains(&secret)));
        let of = |browser: &str| {
            let text = format!("code of a ticket\n{browser}\n{digest}\n{code}");
            anteroom_crypto::token::stored_digest(&text)
        };
        // What only the browser knows is part of it.
        assert_eq!((of(&secret) == *stored, of("") == *stored, of(asker) == *stored), (true, false, false));
    }
}

both_engines! {
    async fn where_there_is_no_page_to_type_it_in_there_is_no_code(server: &Server) {
        let client = application(server).await;
        let user = person(server, ADA).await;
        forget(server, &client, ADA).await;
        let mail = queued(server).await.pop().expect("a mail");
        assert_eq!(code_in(&mail.text), None, "{}", mail.text);
        assert!(!mail.text.contains("code"), "{}", mail.text);
        server.post("/api/v2/tickets/password-change", json!({"user_id": user["user_id"]})).await.expect(201);
        // The page for codes is no place to begin.
        let page = Browser::new(server).visit(CODE).await;
        assert!(page.answer.status.as_u16() == 200 && page.at.starts_with(REQUEST), "{}", page.at);
        refused(&type_in(&Browser::new(server), ADA, "123456").await);
    }
}
