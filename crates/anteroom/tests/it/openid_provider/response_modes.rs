//! How answers reach the application.

use super::{ADA, certified, code_of, issuer};
use crate::harness::{Browser, CALLBACK, Page, Told, both_engines};

#[track_caller]
fn posted(page: &Page) -> (Page, String) {
    let answer = &page.answer;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (200, None), "{}", answer.text);
    assert!(page.says(&format!("action=\"{CALLBACK}\"")) || page.says("action=\"https:&#x2f;&#x2f;app.example"));
    // The page may send the form there and nowhere else, and no cache keeps it (Form Post Response Mode §4).
    let policy = answer.header("content-security-policy").expect("a policy").to_owned();
    assert!(policy.contains("form-action") && policy.contains("https://app.example"), "{policy}");
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!((page.field("state"), page.field("iss")), ("the-state".to_owned(), issuer()));
    (page.clone(), policy)
}

both_engines! {
    async fn a_form_brings_code_and_error(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let by_form = ("response_mode", "form_post");
        let (page, _) = posted(&browser.visit(&app.authorize(&[by_form, ("prompt", "none")])).await);
        assert_eq!(page.field("error"), "login_required");
        let (page, _) = posted(&app.sign_in(&browser, ADA, &[by_form]).await);
        app.exchange(&page.field("code")).await.expect(200);
        // The session cookie came along with the form.
        let (page, _) = posted(&browser.visit(&app.authorize(&[by_form, ("prompt", "none")])).await);
        app.exchange(&page.field("code")).await.expect(200);
    }
}

both_engines! {
    async fn what_an_application_says_is_only_text_in_the_form(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let state = "\"><script>alert(1)</script>";
        let asked = [("response_mode", "form_post"), ("state", state), ("prompt", "none")];
        let page = browser.visit(&app.authorize(&asked)).await;
        assert!(!page.says("<script>alert") && page.says("alert(1)"), "{}", page.answer.text);
    }
}

both_engines! {
    async fn query_and_fragment_are_where_they_say(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, ADA, &[]).await.code();
        for (mode, sign) in [("query", '?'), ("fragment", '#')] {
            let page = browser.visit(&app.authorize(&[("response_mode", mode)])).await;
            let location = page.answer.header("location").expect("a location").to_owned();
            assert!(location.starts_with(&format!("{CALLBACK}{sign}code=")), "{location}");
            app.exchange(&code_of(&page)).await.expect(200);
            let page = browser.visit(&app.authorize(&[("response_mode", mode), ("max_age", "x")])).await;
            let location = page.answer.header("location").expect("a location");
            assert!(location.starts_with(&format!("{CALLBACK}{sign}error=")), "{location}");
        }
    }
}

both_engines! {
    async fn other_modes_are_refused(server: &Server) {
        let app = certified(server).await;
        let browser = Browser::new(server);
        for mode in ["web_message", "jwt", "Query", "query "] {
            let page = browser.visit(&app.authorize(&[("response_mode", mode)])).await;
            let told = Told::of(page.answer.header("location").expect("a location"));
            assert_eq!(told.parameters["error"], "invalid_request", "{mode}");
        }
    }
}
