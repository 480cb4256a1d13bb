//! Signing out at an application's request (OpenID Connect RP-Initiated Logout, Auth0's `/v2/logout`).

use serde_json::json;

use super::{ADA, BOB, Tokens, code_of, error_of, refused, shown};
use crate::harness::{Application, Browser, Page, Server, both_engines};

const BYE: &str = "https://app.example/bye";

async fn application(server: &Server) -> Application<'_> {
    Application::web(server, json!({"allowed_logout_urls": [BYE, "https://app.example/bye?kind=a"]})).await
}

fn logout(pairs: &[(&str, &str)]) -> String {
    format!("/oidc/logout?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish())
}

async fn is_signed_in(app: &Application<'_>, browser: &Browser<'_>) -> bool {
    let page = browser.visit(&app.authorize(&[("prompt", "none")])).await;
    if page.told().parameters.contains_key("code") {
        return true;
    }
    assert_eq!(error_of(&page), "login_required");
    false
}

#[track_caller]
fn asked(page: &Page) {
    assert!(page.answer.status == 200 && page.says("name=\"kind\""), "{}: {}", page.at, page.answer.text);
}

both_engines! {
    async fn with_a_hint_the_person_is_signed_out_at_once_and_sent_back(server: &Server) {
        server.person(ADA).await;
        let app = application(server).await;
        let browser = Browser::new(server);
        let tokens = Tokens::within(server, &app, &browser, &[]).await;
        let asked = [("id_token_hint", tokens.id_token()), ("post_logout_redirect_uri", BYE), ("state", "a b&c")];
        let cookie = browser.cookie("session").expect("a session");
        let page = browser.visit(&logout(&asked)).await;
        assert_eq!(page.answer.status, 303);
        assert_eq!(page.answer.header("location"), Some("https://app.example/bye?state=a+b%26c"));
        assert_eq!(browser.cookie("session"), None);
        assert!(!is_signed_in(&app, &browser).await);
        // What was given in the session without offline access has ended with it.
        assert_eq!(server.userinfo(&tokens.body["access_token"]).await.status, 401);
        // Nor does the old cookie open anything.
        app.sign_in(&browser, ADA, &[]).await.code();
        browser.forge("session", &cookie);
        assert!(!is_signed_in(&app, &browser).await);
    }
}

both_engines! {
    async fn offline_access_goes_on(server: &Server) {
        server.person(ADA).await;
        let app = application(server).await;
        let browser = Browser::new(server);
        let tokens = Tokens::within(server, &app, &browser, &[("scope", "openid offline_access")]).await;
        assert_eq!(browser.visit(&logout(&[("id_token_hint", tokens.id_token())])).await.answer.status, 200);
        app.refresh(&tokens.body["refresh_token"]).await.expect(200);
    }
}

both_engines! {
    // ASVS v5.0.0-10.6.2
    async fn without_a_hint_the_person_is_asked(server: &Server) {
        server.person(ADA).await;
        let app = application(server).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, ADA, &[]).await.code();
        let with_client = [("client_id", app.client_id.as_str()), ("post_logout_redirect_uri", BYE), ("state", "s")];
        for path in ["/oidc/logout".to_owned(), logout(&with_client)] {
            asked(&browser.visit(&path).await);
            assert!(is_signed_in(&app, &browser).await, "{path}");
        }
        let page = browser.visit(&logout(&with_client)).await;
        let names = ["client_id", "post_logout_redirect_uri", "state", "kind"];
        let fields = names.map(|name| (name, page.field(name)));
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let page = browser.submit("/u/logout", &fields).await;
        assert_eq!(page.answer.header("location"), Some("https://app.example/bye?state=s"));
        assert!(!is_signed_in(&app, &browser).await);
        // Nobody is there any more: nobody is asked.
        let page = browser.visit(&logout(&with_client)).await;
        assert_eq!(page.answer.header("location"), Some("https://app.example/bye?state=s"));
    }
}

both_engines! {
    // ASVS v5.0.0-10.6.2
    async fn a_hint_of_somebody_else_or_of_another_session_asks(server: &Server) {
        server.person(ADA).await;
        server.person(BOB).await;
        let app = application(server).await;
        let bobs = app.tokens(&Browser::new(server), BOB, &[]).await;
        let elsewhere = Tokens::new(server, &app, &[]).await;
        let browser = Browser::new(server);
        app.sign_in(&browser, ADA, &[]).await.code();
        for hint in [bobs["id_token"].as_str().expect("a token"), elsewhere.id_token()] {
            asked(&browser.visit(&logout(&[("id_token_hint", hint)])).await);
        }
        assert!(is_signed_in(&app, &browser).await);
        elsewhere.userinfo(server).await;
    }
}

both_engines! {
    async fn what_was_not_registered_is_refused_and_nobody_is_signed_out(server: &Server) {
        server.person(ADA).await;
        let (app, other) = (application(server).await, Application::web(server, json!({})).await);
        let browser = Browser::new(server);
        let tokens = Tokens::within(server, &app, &browser, &[]).await;
        let hint = ("id_token_hint", tokens.id_token());
        let near = ["https://app.example/bye/", "https://app.example/bye?x=1", "/bye"];
        for uri in near.into_iter().chain(["https://evil.example/", &app.redirect_uri]) {
            let uri = ("post_logout_redirect_uri", uri);
            shown(&browser.visit(&logout(&[hint, uri])).await, "post_logout_redirect_uri");
        }
        // Without an application nobody knows whose address it is.
        shown(&browser.visit(&logout(&[("post_logout_redirect_uri", BYE)])).await, "post_logout_redirect_uri");
        shown(&browser.visit(&logout(&[hint, ("client_id", &other.client_id)])).await, "client_id");
        shown(&browser.visit(&logout(&[("client_id", "nobody")])).await, "client_id");
        shown(&browser.visit(&logout(&[("id_token_hint", "a.b.c")])).await, "id_token_hint");
        assert!(is_signed_in(&app, &browser).await);
        let right = ("post_logout_redirect_uri", "https://app.example/bye?kind=a");
        let page = browser.visit(&logout(&[hint, right, ("state", "s")])).await;
        assert_eq!(page.answer.header("location"), Some("https://app.example/bye?kind=a&state=s"));
    }
}

both_engines! {
    // OpenID Connect RP-Initiated Logout §2: by POST as well, and with an ID token that has expired.
    async fn a_post_and_an_old_hint_do(server: &Server) {
        server.person(ADA).await;
        let app = application(server).await;
        let browser = Browser::new(server);
        let tokens = Tokens::within(server, &app, &browser, &[]).await;
        server.clock.advance_seconds(40_000);
        let page = browser.submit("/oidc/logout", &[("id_token_hint", tokens.id_token())]).await;
        assert_eq!((page.answer.status.as_u16(), page.answer.header("location")), (200, None));
        assert!(!is_signed_in(&app, &browser).await);
    }
}

both_engines! {
    async fn auth0s_address_sends_back_where_it_may(server: &Server) {
        server.person(ADA).await;
        let app = application(server).await;
        let browser = Browser::new(server);
        let path = |uri: &str| format!("/v2/logout?client_id={}&returnTo={uri}", app.client_id);
        app.sign_in(&browser, ADA, &[]).await.code();
        shown(&browser.visit(&path("https://evil.example/")).await, "returnTo");
        shown(&browser.visit("/v2/logout?returnTo=https://app.example/bye").await, "returnTo");
        asked(&browser.visit("/v2/logout").await);
        assert!(is_signed_in(&app, &browser).await);
        let page = browser.visit(&path(BYE)).await;
        assert_eq!((page.answer.status.as_u16(), page.answer.header("location")), (303, Some(BYE)));
        assert!(!is_signed_in(&app, &browser).await);
        let settings = json!({"allowed_logout_urls": ["https://all.example/"]});
        server.patch("/api/v2/tenants/settings", settings).await.expect(200);
        let page = browser.visit("/v2/logout?returnTo=https://all.example/").await;
        assert_eq!(page.answer.header("location"), Some("https://all.example/"));
    }
}

both_engines! {
    async fn a_page_of_another_site_confirms_nothing(server: &Server) {
        server.person(ADA).await;
        let app = application(server).await;
        let browser = Browser::new(server);
        let code = code_of(&app.sign_in(&browser, ADA, &[]).await);
        let session = browser.cookie("session").expect("a session");
        let cookie = format!("anteroom-http-{}-session={session}", server.world.tenant.0);
        let call = server.call("POST", "/u/logout").token(None).header("cookie", &cookie).form("kind=oidc");
        assert_eq!(call.header("sec-fetch-site", "cross-site").send().await.status, 403);
        assert!(is_signed_in(&app, &browser).await);
        app.exchange(&code).await.expect(200);
        refused(&app.exchange(&code).await, 400, "invalid_grant");
    }
}
