//! An application that people sign in to, and the requests it makes.

use anyhow::Context;
use serde_json::json;

use crate::client::{Client, encode, form, request};

/// Where it gets its answers. Nobody goes there: the answer is read from the redirect.
const CALLBACK: &str = "https://app.example/callback";

/// A code verifier and its challenge (RFC 7636, appendix B).
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// What signing in asks for; with a refresh token more.
pub const SCOPE: &str = "openid profile email";
pub const OFFLINE_SCOPE: &str = "openid profile email offline_access";

/// A confidential application of the tenant's own.
#[derive(Clone)]
pub struct Application {
    /// The host that the server answers to.
    pub host: String,
    client_id: String,
    secret: String,
}

impl Application {
    /// Makes one.
    pub async fn create(client: &mut Client, host: &str, authorization: &str) -> anyhow::Result<Self> {
        let body = json!({"name": "Measured", "app_type": "regular_web", "callbacks": [CALLBACK]}).to_string();
        let request = request("POST", "/api/v2/clients", host, authorization, &body);
        let made = client.send_for_json(&request, 201).await.context("an application")?;
        let text = |name: &str| made[name].as_str().map(str::to_owned).with_context(|| name.to_owned());
        Ok(Self { host: host.to_owned(), client_id: text("client_id")?, secret: text("client_secret")? })
    }

    /// The path by which it sends somebody to sign in.
    pub fn authorize(&self, scope: &str) -> String {
        let parameters = [
            ("response_type", "code"),
            ("client_id", &self.client_id),
            ("redirect_uri", CALLBACK),
            ("scope", scope),
            ("state", "af0ifjsldkj"),
            ("nonce", "n-0S6_WzA2Mj"),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ];
        let pairs: Vec<_> = parameters.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        format!("/authorize?{}", pairs.join("&"))
    }

    /// The code in the location that a browser was sent to.
    pub fn code(location: &str) -> anyhow::Result<&str> {
        let query = location.strip_prefix(CALLBACK).and_then(|rest| rest.strip_prefix('?'));
        let code = query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("code=")));
        code.with_context(|| format!("no code in {location}"))
    }

    /// Asks for tokens for a code.
    pub fn exchange(&self, code: &str) -> Vec<u8> {
        let grant = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", CALLBACK)];
        self.form("/oauth/token", &[&grant[..], &[("code_verifier", VERIFIER)]].concat())
    }

    /// Asks for tokens for a refresh token.
    pub fn refresh(&self, token: &str) -> Vec<u8> {
        self.form("/oauth/token", &[("grant_type", "refresh_token"), ("refresh_token", token)])
    }

    /// Asks whether a token holds.
    pub fn introspect(&self, token: &str) -> Vec<u8> {
        self.form("/oauth/introspect", &[("token", token)])
    }

    /// Asks who it is.
    pub fn user_info(&self, access_token: &str) -> Vec<u8> {
        let authorization = format!("authorization: Bearer {access_token}\r\n");
        request("GET", "/userinfo", &self.host, &authorization, "")
    }

    fn form(&self, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
        let own = [("client_id", self.client_id.as_str()), ("client_secret", &self.secret)];
        form(path, &self.host, "", &[fields, &own].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::Application;

    #[test]
    fn the_code_is_found_in_the_answer() {
        let code = |location| Application::code(location).ok();
        assert_eq!(code("https://app.example/callback?code=abc&state=x"), Some("abc"));
        assert_eq!(code("https://app.example/callback?state=code&code=a"), Some("a"));
        assert_eq!(code("https://app.example/callback?error=access_denied"), None);
        assert_eq!(code("/u/consent?code=abc"), None);
    }
}
