//! Nobody is signed out by a page of somebody else.

use serde_json::json;

use crate::harness::{Application, Browser, Server, both_engines};

const BACK: &str = "https://app.example/bye";

async fn signed_in<'a>(server: &'a Server) -> (Application<'a>, Browser<'a>) {
    server.person("ada@example.com").await;
    let application = Application::web(server, json!({"allowed_logout_urls": [BACK]})).await;
    let browser = Browser::new(server);
    application.sign_in(&browser, "ada@example.com", &[]).await.code();
    (application, browser)
}

async fn is_signed_in(application: &Application<'_>, browser: &Browser<'_>) -> bool {
    let page = browser.visit(&application.authorize(&[("prompt", "none")])).await;
    page.told().parameters.contains_key("code")
}

both_engines! {
    // ASVS v5.0.0-10.6.2: another site's form comes without cookies, and its answer must not take one away
    async fn a_form_of_another_site_takes_no_cookie_away(server: &Server) {
        let (_, browser) = signed_in(server).await;
        let without_cookies = Browser::new(server);
        for path in ["/oidc/logout", "/oidc/logout?x=1"] {
            let answer =
                without_cookies.request("POST", path, None, &[("content-type", "application/x-www-form-urlencoded")]).await;
            assert_eq!(answer.status.as_u16(), 303, "{}", answer.text);
            assert!(answer.headers.get("set-cookie").is_none());
        }
        let answer = without_cookies.request("GET", "/oidc/logout", None, &[]).await;
        assert_eq!((answer.status.as_u16(), answer.headers.get("set-cookie")), (200, None));
        // Sent on with a GET, which brings the cookies, the person is asked.
        let page = browser.submit("/oidc/logout", &[("state", "x")]).await;
        assert!(page.at.starts_with("/oidc/logout?") && page.says("Sign out?"), "{}", page.answer.text);
        assert!(browser.cookie("session").is_some());
    }
}

both_engines! {
    // ASVS v5.0.0-10.6.2
    async fn a_link_on_a_strangers_page_signs_nobody_out(server: &Server) {
        let (application, browser) = signed_in(server).await;
        let back: String = form_urlencoded::byte_serialize(BACK.as_bytes()).collect();
        let path = format!("/v2/logout?client_id={}&returnTo={back}", application.client_id);
        let stranger = [("sec-fetch-site", "cross-site"), ("referer", "https://evil.example/")];
        let asked = browser.request("GET", &path, None, &stranger).await;
        assert_eq!(asked.status.as_u16(), 200, "{}", asked.text);
        assert!(is_signed_in(&application, &browser).await);
        let own = [("sec-fetch-site", "cross-site"), ("referer", "https://app.example/account")];
        let left = browser.request("GET", &path, None, &own).await;
        assert_eq!((left.status.as_u16(), left.header("location")), (303, Some(BACK)));
        assert!(!is_signed_in(&application, &browser).await);
    }
}

both_engines! {
    // ASVS v5.0.0-7.4.1: a copy of the cookie is worth nothing after signing out, nor is a token of that session
    async fn signing_out_ends_the_session_itself(server: &Server) {
        let (application, browser) = signed_in(server).await;
        let copy = browser.at(server);
        let code = browser.visit(&application.authorize(&[])).await.code();
        let tokens = application.exchange(&code).await.expect(200);
        let hint = tokens["id_token"].as_str().expect("a token");
        browser.visit(&format!("/oidc/logout?id_token_hint={hint}")).await;
        assert_eq!(browser.cookie("session"), None);
        assert!(!is_signed_in(&application, &copy).await);
        assert_eq!(server.userinfo(&tokens["access_token"]).await.status.as_u16(), 401);
    }
}
