//! What must succeed.

use serde_json::json;

use super::{ADA, Tokens, asked_to_sign_in, certified};
use crate::harness::{Application, Browser, CHALLENGE, PASSWORD, both_engines};

both_engines! {
    async fn oidcc_server(server: &Server) {
        let ada = server.person(ADA).await;
        let app = certified(server).await;
        let tokens = Tokens::new(server, &app, &[("scope", "openid")]).await;
        assert_eq!(tokens.id["sub"], ada["user_id"]);
        tokens.userinfo(server).await;
        // Without offline_access nobody asked for a refresh token.
        assert_eq!(tokens.body.get("refresh_token"), None);
        // A second client works as well, and gets tokens of its own.
        let other = certified(server).await;
        let others = Tokens::new(server, &other, &[("scope", "openid")]).await;
        assert_eq!(others.id["sub"], tokens.id["sub"]);
        assert_ne!(others.body["access_token"], tokens.body["access_token"]);
    }
}

both_engines! {
    async fn oidcc_alternate_happy_flow(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let callback: String = form_urlencoded::byte_serialize(app.redirect_uri.as_bytes()).collect();
        let path = format!(
            "/authorize?state=the-state&nonce=the-nonce&scope=email+profile+openid&redirect_uri={callback}\
             &client_id={}&response_type=code",
            app.client_id
        );
        let page = browser.visit(&path).await;
        asked_to_sign_in(&page);
        let tokens = Tokens::after(server, &app, &browser.sign_in(&page, ADA, PASSWORD).await, &[]).await;
        assert_eq!(tokens.userinfo(server).await["email"], ADA);
    }
}

both_engines! {
    async fn oidcc_server_client_secret_post(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({"token_endpoint_auth_method": "client_secret_post"})).await;
        Tokens::new(server, &app.without_pkce(), &[]).await.userinfo(server).await;
    }
}

both_engines! {
    async fn oidcc_ensure_request_without_nonce_succeeds_for_code_flow(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let tokens = Tokens::new(server, &app, &[("nonce", "")]).await;
        assert_eq!(tokens.id.get("nonce"), None);
    }
}

both_engines! {
    async fn oidcc_ensure_request_with_unknown_parameter_succeeds(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        Tokens::new(server, &app, &[("extra", "foobar")]).await;
    }
}

both_engines! {
    async fn oidcc_ensure_post_request_succeeds(server: &Server) {
        server.person(ADA).await;
        let app = certified(server).await;
        let browser = Browser::new(server);
        let path = app.authorize(&[]);
        let form = path.split_once('?').expect("a query").1;
        // Another site's page sends it: without a cookie, and the browser says so.
        let from = [("sec-fetch-site", "cross-site"), ("origin", "https://app.example")];
        let call = server.call("POST", "/authorize").token(None).form(form);
        let answer = from.iter().fold(call, |call, (name, value)| call.header(name, value)).send().await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        let page = browser.visit(answer.header("location").expect("a location")).await;
        asked_to_sign_in(&page);
        Tokens::after(server, &app, &browser.sign_in(&page, ADA, PASSWORD).await, &[]).await;
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.6
    async fn oidcc_ensure_request_with_valid_pkce_succeeds(server: &Server) {
        server.person(ADA).await;
        let settings = json!({"token_endpoint_auth_method": "client_secret_basic"});
        let app = Application::web(server, settings).await.in_header();
        let asked = app.authorize(&[]);
        assert!(asked.contains(CHALLENGE) && asked.contains("code_challenge_method=S256"), "{asked}");
        Tokens::new(server, &app, &[]).await;
    }
}
