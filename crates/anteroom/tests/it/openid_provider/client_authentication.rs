//! How applications prove which one they are (RFC 6749 §2.3).

use data_encoding::BASE64;
use serde_json::json;

use super::{ADA, code_of, refused};
use crate::harness::{Answer, Application, Browser, Server, VERIFIER, both_engines};

const ENDPOINTS: [&str; 3] = ["/oauth/token", "/oauth/revoke", "/oauth/introspect"];

/// Sends a form with these credentials in the header, and only what the form says in the body.
async fn basic(server: &Server, path: &str, credentials: &str, form: &str) -> Answer {
    let header = format!("Basic {}", BASE64.encode(credentials.as_bytes()));
    server.call("POST", path).token(None).header("authorization", &header).form(form).send().await
}

fn form(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

both_engines! {
    // ASVS v5.0.0-10.4.10
    async fn a_wrong_secret_a_missing_one_and_an_unknown_client_read_alike(server: &Server) {
        let app = Application::web(server, json!({})).await;
        let (id, secret) = (app.client_id.as_str(), app.secret.clone().expect("a secret"));
        for path in ENDPOINTS {
            let asked = [("grant_type", "refresh_token"), ("refresh_token", "x"), ("token", "x")];
            let with = |more: &[(&str, &str)]| form(&[&asked[..], more].concat());
            let mut texts = Vec::new();
            for more in [
                vec![("client_id", id), ("client_secret", "wrong")],
                vec![("client_id", id)],
                vec![("client_id", "nobody"), ("client_secret", &secret)],
                vec![("client_id", "nobody")],
            ] {
                let answer = server.call("POST", path).token(None).form(&with(&more)).send().await;
                refused(&answer, 401, "invalid_client");
                assert!(answer.header("www-authenticate").is_some_and(|challenge| challenge.starts_with("Basic")));
                texts.push(answer.text);
            }
            let answer = basic(server, path, &format!("{id}:wrong"), &with(&[])).await;
            refused(&answer, 401, "invalid_client");
            texts.push(answer.text);
            texts.dedup();
            assert_eq!(texts.len(), 1, "{path}: {texts:?}");
        }
    }
}

both_engines! {
    async fn two_ways_at_once_are_refused(server: &Server) {
        let (app, other) = (Application::web(server, json!({})).await, Application::web(server, json!({})).await);
        let (id, secret) = (app.client_id.as_str(), app.secret.clone().expect("a secret"));
        let credentials = format!("{id}:{secret}");
        for path in ENDPOINTS {
            let asked = [("grant_type", "refresh_token"), ("refresh_token", "x"), ("token", "x")];
            let both = form(&[&asked[..], &[("client_id", id), ("client_secret", &secret)]].concat());
            refused(&basic(server, path, &credentials, &both).await, 400, "invalid_request");
            // Another one in the body than in the header: it is not clear who asks.
            let two = form(&[&asked[..], &[("client_id", other.client_id.as_str())]].concat());
            refused(&basic(server, path, &credentials, &two).await, 400, "invalid_request");
            // The same one is no contradiction: many libraries send it.
            let same = form(&[&asked[..], &[("client_id", id)]].concat());
            assert_ne!(basic(server, path, &credentials, &same).await.body["error"], "invalid_client", "{path}");
        }
    }
}

both_engines! {
    async fn a_public_application_has_nothing_to_prove_itself_with(server: &Server) {
        server.person(ADA).await;
        let spa = Application::spa(server, json!({})).await;
        assert_eq!(spa.secret, None);
        let code = code_of(&spa.sign_in(&Browser::new(server), ADA, &[]).await);
        let asked = [
            ("grant_type", "authorization_code"),
            ("code", &code),
            ("redirect_uri", &spa.redirect_uri),
            ("code_verifier", VERIFIER),
            ("client_secret", "guessed"),
        ];
        refused(&spa.post("/oauth/token", &asked).await, 401, "invalid_client");
        spa.exchange(&code).await.expect(200);
    }
}

both_engines! {
    // ASVS v5.0.0-10.4.4
    async fn an_application_uses_the_grants_it_was_given_and_no_others_exist(server: &Server) {
        server.person(ADA).await;
        let app = Application::web(server, json!({"grant_types": ["authorization_code"]})).await;
        let tokens = app.tokens(&Browser::new(server), ADA, &[("scope", "openid offline_access")]).await;
        assert_eq!((tokens.get("refresh_token"), &tokens["scope"]), (None, &json!("openid")));
        let refresh = [("grant_type", "refresh_token"), ("refresh_token", "x")];
        let answer = app.post("/oauth/token", &refresh).await;
        assert_eq!(answer.body["error"], "unauthorized_client", "{}", answer.text);
        let machine = [("grant_type", "client_credentials"), ("audience", "https://api.example")];
        let answer = app.post("/oauth/token", &machine).await;
        assert_eq!(answer.body["error"], "unauthorized_client", "{}", answer.text);
        let realm = "http://auth0.com/oauth/grant-type/password-realm";
        for grant in ["password", "implicit", realm, "authorization_code "] {
            let answer = app.post("/oauth/token", &[("grant_type", grant), ("username", ADA), ("password", "x")]).await;
            refused(&answer, 400, "unsupported_grant_type");
        }
        refused(&app.post("/oauth/token", &[]).await, 400, "invalid_request");
    }
}

both_engines! {
    async fn a_rotated_secret_counts_at_once_in_every_process(server: &Server) {
        let other_process = server.second_process().await;
        let app = Application::web(server, json!({})).await;
        let token = [("token", "x")];
        assert_eq!(app.post_to(&other_process, "/oauth/introspect", &token).await.status, 200);
        let path = format!("/api/v2/clients/{}/rotate-secret", app.client_id);
        server.post(&path, json!({})).await.expect(200);
        for process in [server, &other_process] {
            refused(&app.post_to(process, "/oauth/introspect", &token).await, 401, "invalid_client");
        }
    }
}
