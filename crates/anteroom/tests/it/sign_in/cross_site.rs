//! Requests that pages of other sites make a browser send.

use serde_json::json;

use super::tools::{cookie_of, is_let_in, logged, login_form, set_options, silent};
use crate::harness::{Answer, Application, Browser, HOST, PASSWORD, Server, both_engines};

async fn sent(server: &Server, path: &str, cookie: &str, form: &str, headers: &[(&str, &str)]) -> Answer {
    let call = server.call("POST", path).token(None).header("cookie", cookie).form(form);
    headers.iter().fold(call, |call, (name, value)| call.header(name, value)).send().await
}

both_engines! {
    // ASVS v5.0.0-3.5.1
    async fn a_form_of_another_site_is_refused_before_anything_is_done(server: &Server) {
        server.person("ada@example.com").await;
        set_options(server, json!({"disable_signup": false})).await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        let (state, cookie) = (page.field("state"), cookie_of(server, &browser));
        let form = format!("{}&email=eve@example.com&decision=allow", login_form(&state, "ada@example.com", PASSWORD));
        let own = format!("http://{HOST}");
        let strangers: [&[(&str, &str)]; 7] = [
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "cross-site"), ("origin", &own)],
            &[("origin", "https://evil.example")],
            &[("origin", "http://localhost:8481")],
            &[("origin", "https://localhost:8480")],
        ];
        let paths = [
            "/u/login", "/u/signup", "/u/change-password", "/u/consent", "/u/logout", "/u/reset-password",
            "/u/reset-password/request", "/u/email-verification",
        ];
        for headers in strangers {
            for path in paths {
                let answer = sent(server, path, &cookie, &form, headers).await;
                assert_eq!(answer.status, 403, "{path} {headers:?}: {}", answer.text);
                assert!(answer.text.contains("cross_site_request"), "{}", answer.text);
                assert_eq!(answer.header("set-cookie"), None);
            }
        }
        for code in ["s", "ss", "fp", "scpr"] {
            assert!(logged(server, code).await.is_empty(), "{code}");
        }
        // Our own page's form is taken, from browsers of every age.
        let answer = sent(server, "/u/login", &cookie, &login_form(&state, "ada@example.com", "wrong"), &[]).await;
        assert_eq!(answer.status, 400);
        let answer = sent(server, "/u/login", &cookie, &login_form(&state, "ada@example.com", "wrong"), &[("origin", &own)]).await;
        assert_eq!(answer.status, 400);
        let answer = sent(server, "/u/login", &cookie, &form, &[("sec-fetch-site", "same-origin"), ("origin", "null")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
    }
}

both_engines! {
    // ASVS v5.0.0-3.5.3, v5.0.0-14.2.1: nothing happens by a link, and no password is taken from an address.
    async fn no_link_signs_anybody_in_or_out(server: &Server) {
        server.person("ada@example.com").await;
        let app = Application::web(server, json!({})).await;
        let browser = Browser::new(server);
        let page = browser.visit(&app.authorize(&[])).await;
        let query = login_form(&page.field("state"), "ada@example.com", PASSWORD);
        let shown = browser.visit(&format!("/u/login?{query}")).await;
        assert_eq!((shown.answer.status.as_u16(), browser.cookie("-session")), (200, None));
        assert!(!shown.says("value=\"correct horse"), "{}", shown.answer.text);
        assert!(is_let_in(&browser.sign_in(&page, "ada@example.com", PASSWORD).await));
        for path in ["/u/logout", "/oidc/logout", "/v2/logout"] {
            assert_eq!(browser.visit(path).await.answer.status, 200, "{path}");
            assert!(silent(&app, &browser).await.is_ok(), "{path}");
        }
    }
}
