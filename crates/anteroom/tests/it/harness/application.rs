//! An application that people sign in to.

use std::collections::BTreeMap;

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::{Answer, Browser, CONNECTION, Page, Server};

/// The password of everybody who has one.
pub const PASSWORD: &str = "correct horse battery staple";

/// Where applications get their answers.
pub const CALLBACK: &str = "https://app.example/callback";

/// An application.
#[derive(Clone)]
pub struct Application<'a> {
    server: &'a Server,
    /// Its client id.
    pub client_id: String,
    /// Its secret; none for a public one.
    pub secret: Option<String>,
    /// Where it gets its answers.
    pub redirect_uri: String,
    /// Whether it proves with PKCE that it asked for its codes.
    uses_pkce: bool,
    /// Whether its secret stands in the header instead of the form.
    in_header: bool,
}

/// A code verifier and its challenge (RFC 7636, appendix B).
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
/// See [`VERIFIER`].
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

impl<'a> Application<'a> {
    /// A confidential web application of the tenant's own; `settings` are laid over what it is made with.
    pub async fn web(server: &'a Server, settings: Value) -> Self {
        Self::made(server, json!({"name": "Web", "app_type": "regular_web", "callbacks": [CALLBACK]}), settings).await
    }

    /// A public application in the browser.
    pub async fn spa(server: &'a Server, settings: Value) -> Self {
        let body = json!({
            "name": "Single page", "app_type": "spa", "callbacks": [CALLBACK], "web_origins": ["https://app.example"],
        });
        Self::made(server, body, settings).await
    }

    /// A public application that is there already.
    pub fn public(server: &'a Server, client_id: &str, redirect_uri: &str) -> Self {
        let (client_id, redirect_uri) = (client_id.to_owned(), redirect_uri.to_owned());
        Self { server, client_id, secret: None, redirect_uri, uses_pkce: true, in_header: false }
    }

    async fn made(server: &'a Server, mut body: Value, settings: Value) -> Self {
        for (name, value) in settings.as_object().into_iter().flatten() {
            body[name] = value.clone();
        }
        let made = server.post("/api/v2/clients", body).await.expect(201);
        let callbacks = made["callbacks"].as_array().and_then(|callbacks| callbacks.first()?.as_str());
        Self {
            server,
            client_id: made["client_id"].as_str().expect("an id").to_owned(),
            secret: made["client_secret"].as_str().map(str::to_owned),
            redirect_uri: callbacks.unwrap_or(CALLBACK).to_owned(),
            uses_pkce: true,
            in_header: false,
        }
    }

    /// The same without PKCE.
    pub fn without_pkce(mut self) -> Self {
        self.uses_pkce = false;
        self
    }

    /// The same with its secret in the header (`client_secret_basic`).
    pub fn in_header(mut self) -> Self {
        self.in_header = true;
        self
    }

    /// The path of `/authorize` with what it usually asks; `changes` replace or add parameters, an empty value takes one out.
    pub fn authorize(&self, changes: &[(&str, &str)]) -> String {
        let mut parameters = BTreeMap::from([
            ("response_type", "code"),
            ("client_id", self.client_id.as_str()),
            ("redirect_uri", self.redirect_uri.as_str()),
            ("scope", "openid profile email"),
            ("state", "the-state"),
            ("nonce", "the-nonce"),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ]);
        if !self.uses_pkce {
            parameters.retain(|name, _| !name.starts_with("code_challenge"));
        }
        parameters.extend(changes.iter().copied());
        let kept = parameters.into_iter().filter(|(_, value)| !value.is_empty());
        format!("/authorize?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish())
    }

    /// Signs somebody in through the pages, to the answer that the application gets.
    pub async fn sign_in(&self, browser: &Browser<'_>, identifier: &str, changes: &[(&str, &str)]) -> Page {
        let page = browser.visit(&self.authorize(changes)).await;
        browser.sign_in(&page, identifier, PASSWORD).await
    }

    /// Signs somebody in and exchanges the code.
    pub async fn tokens(&self, browser: &Browser<'_>, identifier: &str, changes: &[(&str, &str)]) -> Value {
        let code = self.sign_in(browser, identifier, changes).await.code();
        self.exchange(&code).await.expect(200)
    }

    /// Exchanges a code.
    pub async fn exchange(&self, code: &str) -> Answer {
        let mut form = vec![("grant_type", "authorization_code"), ("code", code), ("redirect_uri", &self.redirect_uri)];
        if self.uses_pkce {
            form.push(("code_verifier", VERIFIER));
        }
        self.post("/oauth/token", &form).await
    }

    /// Exchanges a refresh token.
    pub async fn refresh(&self, token: &Value) -> Answer {
        let token = token.as_str().expect("a refresh token");
        self.post("/oauth/token", &[("grant_type", "refresh_token"), ("refresh_token", token)]).await
    }

    /// Sends a form with the application's credentials.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.post_to(self.server, path, form).await
    }

    /// Sends a form with the application's credentials to another process.
    pub async fn post_to(&self, server: &Server, path: &str, form: &[(&str, &str)]) -> Answer {
        let mut encoder = form_urlencoded::Serializer::new(String::new());
        encoder.extend_pairs(form);
        let mut call = server.call("POST", path).token(None);
        match &self.secret {
            Some(secret) if self.in_header => {
                let credentials = BASE64.encode(format!("{}:{secret}", self.client_id).as_bytes());
                call = call.header("authorization", &format!("Basic {credentials}"));
            }
            Some(secret) => {
                encoder.append_pair("client_id", &self.client_id).append_pair("client_secret", secret);
            }
            None => {
                encoder.append_pair("client_id", &self.client_id);
            }
        }
        call.form(&encoder.finish()).send().await
    }
}

impl Server {
    /// Makes a user who can sign in with [`PASSWORD`].
    pub async fn person(&self, email: &str) -> Value {
        self.create(json!({"connection": CONNECTION, "email": email, "password": PASSWORD, "email_verified": true}))
            .await
    }

    /// What the profile's endpoint answers to a token.
    pub async fn userinfo(&self, token: &Value) -> Answer {
        self.call("GET", "/userinfo").token(token.as_str()).send().await
    }
}
