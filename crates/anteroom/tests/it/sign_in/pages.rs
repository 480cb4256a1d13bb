//! What every page has in common: its headers, its language, and what it never shows.

use serde_json::json;

use super::tools::{SETTINGS, WRONG, set_options};
use crate::harness::{Answer, Application, Browser, CALLBACK, OTHER_HOST, PASSWORD, Server, both_engines};

/// Every kind of page that can be reached, by its name.
async fn every_page(server: &Server, language: &str) -> Vec<(&'static str, Answer)> {
    set_options(server, json!({"disable_signup": false})).await;
    let user = server.person("ada@example.com").await;
    server.patch(&Server::path_of(&user), json!({"reset_password_on_next_login": true})).await.expect(200);
    let app = Application::web(server, json!({"is_first_party": false})).await;
    let browser = Browser::new(server);
    let login = browser.visit(&app.authorize(&[("ui_locales", language)])).await;
    let state = login.field("state");
    let at = async |path: &str| browser.visit(&format!("{path}?state={state}&ui_locales={language}")).await.answer;
    let mut pages = vec![
        ("login", login.answer.clone()),
        ("wrong", browser.sign_in(&login, "ada@example.com", WRONG).await.answer),
        ("signup", at("/u/signup").await),
        ("signup refused", browser.submit("/u/signup", &[("state", &state), ("password", "x")]).await.answer),
        ("forgot", at("/u/reset-password/request").await),
        (
            "sent",
            browser.submit("/u/reset-password/request", &[("state", &state), ("username", "x@y.example")]).await.answer,
        ),
        ("change", browser.sign_in(&login, "ada@example.com", PASSWORD).await.answer),
    ];
    let weak = [("state", state.as_str()), ("password", "short")];
    pages.push(("weak", browser.submit("/u/change-password", &weak).await.answer));
    let strong = [("state", state.as_str()), ("password", super::tools::ANOTHER)];
    pages.push(("consent", browser.submit("/u/change-password", &strong).await.answer));
    browser.submit("/u/consent", &[("state", &state), ("decision", "allow")]).await.code();
    let locale = format!("ui_locales={language}");
    pages.push((
        "form post",
        browser.visit(&app.authorize(&[("response_mode", "form_post"), ("ui_locales", language)])).await.answer,
    ));
    pages.push(("confirm", browser.visit(&format!("/oidc/logout?{locale}")).await.answer));
    pages.push(("left", browser.visit(&format!("/u/logout?{locale}")).await.answer));
    pages.push(("over", at("/u/login").await));
    pages.push(("error", browser.visit(&format!("/authorize?client_id=nobody&{locale}")).await.answer));
    pages.push(("reset", browser.visit(&format!("/u/reset-password?ticket=none&{locale}")).await.answer));
    pages.push(("verify", browser.visit(&format!("/u/email-verification?ticket=none&{locale}")).await.answer));
    pages
}

both_engines! {
    // ASVS v5.0.0-3.2.1, v5.0.0-3.4.3 to v5.0.0-3.4.6, v5.0.0-14.3.2
    async fn every_page_loads_its_own_alone_stands_in_no_frame_and_is_not_kept(server: &Server) {
        for (name, page) in every_page(server, "en").await {
            assert!(page.text.starts_with("<!doctype html>"), "{name}: {}", page.text);
            let policy = page.header("content-security-policy").unwrap_or_else(|| panic!("{name} has no policy"));
            for part in [
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
                "form-action 'self'", "object-src 'none'",
            ] {
                assert!(policy.split("; ").any(|known| known == part || known.starts_with(&format!("{part} "))), "{name}: {policy}");
            }
            assert!(!policy.contains("unsafe") && !policy.contains('*'), "{name}: {policy}");
            // Chromium holds the redirect after a form to the policy too.
            let leads_to_application = ["login", "wrong", "signup", "signup refused", "change", "weak", "consent", "form post"];
            assert_eq!(policy.contains("https://app.example;"), leads_to_application.contains(&name), "{name}: {policy}");
            for (header, value) in [
                ("content-type", "text/html; charset=utf-8"), ("cache-control", "no-store"), ("x-content-type-options", "nosniff"),
                ("x-frame-options", "DENY"), ("referrer-policy", "no-referrer"), ("cross-origin-opener-policy", "same-origin"),
            ] {
                assert_eq!(page.header(header), Some(value), "{name}: {header}");
            }
            // Nothing stands in the page that the policy would refuse.
            for forbidden in ["<style", " style=", " onclick=", " onload=", "javascript:"] {
                assert!(!page.text.contains(forbidden), "{name}: {forbidden}");
            }
            let scripts = page.text.matches("<script").count();
            assert_eq!(scripts, page.text.matches("<script src=\"/u/assets/").count(), "{name}");
        }
    }
}

both_engines! {
    async fn every_page_is_in_the_language_it_says(server: &Server) {
        for (name, page) in every_page(server, "zh-CN").await {
            assert!(page.text.contains("<html lang=\"zh-CN\">"), "{name}: {}", page.text);
            let has_chinese = page.text.chars().filter(|sign| ('\u{4e00}'..='\u{9fff}').contains(sign)).count();
            assert!(has_chinese >= 6, "{name}: {}", page.text);
            for english in ["Sign in", "Continue", "Go back", "Create", "Password"] {
                assert!(!page.text.contains(&format!(">{english}")), "{name}: {english}");
            }
        }
    }
}

both_engines! {
    async fn the_language_is_the_addresses_then_the_applications_then_the_browsers(server: &Server) {
        let app = Application::web(server, json!({})).await;
        let chinese = [("accept-language", "zh-TW,zh;q=0.9,en;q=0.5")];
        for (asked, headers, language) in [
            ("", &[] as &[(&str, &str)], "en"),
            ("", &chinese, "zh-CN"),
            ("", &[("accept-language", "fr, de;q=0.7")], "en"),
            ("en", &chinese, "en"),
            ("zh-CN en", &[], "zh-CN"),
            ("fr zh-Hans", &[], "zh-CN"),
        ] {
            let browser = Browser::new(server);
            let begun = browser.request("GET", &app.authorize(&[("ui_locales", asked)]), None, headers).await;
            let at = begun.header("location").expect("a page").to_owned();
            let page = browser.request("GET", &at, None, headers).await;
            assert!(page.text.contains(&format!("<html lang=\"{language}\">")), "{asked} {headers:?}: {}", page.text);
            // The switch keeps the sign-in.
            let state = at.split_once("state=").expect("a state").1;
            for choice in ["en", "zh-CN"] {
                let link = format!("href=\"/u/login?state={state}&amp;ui_locales={choice}\"");
                assert!(page.text.contains(&link) || page.text.contains(&link.replace('/', "&#x2f;")), "{link}: {}", page.text);
                let switched = browser.request("GET", &format!("{at}&ui_locales={choice}"), None, headers).await;
                assert!(switched.text.contains(&format!("<html lang=\"{choice}\">")), "{choice}");
            }
        }
    }
}

both_engines! {
    // ASVS v5.0.0-1.2.1
    async fn what_people_and_applications_write_stays_text(server: &Server) {
        set_options(server, json!({"disable_signup": false})).await;
        let hostile = "\"><img src=x onerror=alert(1)>'{{7*7}}";
        server.patch(SETTINGS, json!({"friendly_name": hostile})).await.expect(200);
        let body = json!({
            "connection": crate::harness::CONNECTION, "email": "ada@example.com", "password": PASSWORD, "name": hostile,
        });
        server.create(body).await;
        let app = Application::web(server, json!({"is_first_party": false, "name": "\"'& {{7*7}}"})).await;
        let browser = Browser::new(server);
        let login = browser.visit(&app.authorize(&[("login_hint", hostile), ("state", hostile)])).await;
        let state = login.field("state");
        let signup = [("state", state.as_str()), ("email", hostile), ("name", hostile), ("password", hostile)];
        let pages = [
            login.clone(),
            browser.sign_in(&login, hostile, WRONG).await,
            browser.submit("/u/signup", &signup).await,
            browser.submit("/u/reset-password/request", &[("state", &state), ("username", hostile)]).await,
            browser.sign_in(&login, "ada@example.com", PASSWORD).await,
        ];
        for page in &pages {
            assert!(!page.says("<img src=x") && !page.says("onerror=alert(1)>'") && !page.says("49"), "{}", page.answer.text);
            assert!(page.says("&lt;img"), "{}", page.answer.text);
        }
        // The application's state comes back as it was sent.
        let told = browser.submit("/u/consent", &[("state", &state), ("decision", "allow")]).await.told();
        assert_eq!(told.parameters["state"], hostile);
        let posted = browser.visit(&app.authorize(&[("response_mode", "form_post"), ("state", hostile)])).await;
        assert!(!posted.says("<img src=x"), "{}", posted.answer.text);
        assert_eq!(posted.answer.status, 200);
    }
}

both_engines! {
    // ASVS v5.0.0-14.2.6, v5.0.0-7.2.2
    async fn no_page_shows_a_secret(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let login = browser.visit(&app.authorize(&[])).await;
        let wrong = browser.sign_in(&login, "ada@example.com", WRONG).await;
        app.sign_in(&browser, "ada@example.com", &[]).await.code();
        let again = browser.visit(&app.authorize(&[("prompt", "login")])).await;
        let leaving = browser.visit("/oidc/logout").await;
        let secrets = ["-browser", "-session"].map(|purpose| browser.cookie(purpose).expect("a cookie"));
        for page in [&login, &wrong, &again, &leaving] {
            for secret in secrets.iter().map(String::as_str).chain([WRONG, PASSWORD, app.secret.as_deref().expect("one")]) {
                assert!(!page.says(secret), "{}", page.answer.text);
            }
            assert!(!page.at.contains(&secrets[0]) && !page.at.contains(&secrets[1]));
        }
        assert!(again.says("Confirm it’s you"), "{}", again.answer.text);
    }
}

both_engines! {
    // ASVS v5.0.0-12.2.1: passwords do not travel in the clear.
    async fn off_this_machine_pages_are_not_shown_over_plain_http(server: &Server) {
        let query = format!("client_id=a&response_type=code&redirect_uri={CALLBACK}");
        let reached = [
            ("GET", format!("/authorize?{query}")), ("GET", "/u/login?state=a".to_owned()), ("POST", "/u/login".to_owned()),
            ("GET", "/u/signup".to_owned()), ("GET", "/u/reset-password?ticket=a".to_owned()), ("POST", "/u/reset-password".to_owned()),
            ("GET", "/u/reset-password/request".to_owned()), ("POST", "/u/change-password".to_owned()),
        ];
        for (method, path) in reached {
            let mut call = server.call(method, &path).token(None).host(OTHER_HOST);
            if method == "POST" {
                call = call.form("state=a&username=a&password=marker");
            }
            let page = call.send().await;
            assert_eq!(page.status, 403, "{path}: {}", page.text);
            assert!(page.text.contains("This connection isn’t secure") && !page.text.contains("marker"), "{}", page.text);
            assert!(!page.text.contains("<form"), "{}", page.text);
            assert_eq!(page.header("set-cookie"), None);
            assert!(page.header("content-security-policy").is_some_and(|policy| policy.starts_with("default-src 'none'")));
        }
    }
}

both_engines! {
    async fn where_there_is_nothing_people_are_shown_a_page(server: &Server) {
        let browser = Browser::new(server);
        let page = browser.request("GET", "/u/nothing-here", None, &[("accept", "text/html,*/*;q=0.8")]).await;
        assert_eq!((page.status.as_u16(), page.header("content-type")), (404, Some("text/html; charset=utf-8")));
        assert!(page.text.contains("<h1"), "{}", page.text);
        let program = browser.request("GET", "/u/nothing-here", None, &[("accept", "*/*")]).await;
        assert_eq!((program.status.as_u16(), program.body["code"].as_str()), (404, Some("not_found")));
    }
}
