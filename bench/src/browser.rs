//! A browser that signs somebody in by the hosted pages.

use anyhow::{Context, ensure};
use serde_json::Value;

use crate::application::Application;
use crate::client::{Answer, Client, form, request};

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery staple";

/// What it says of itself: the server reads the device's name from it.
const AGENT: &str =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/// A browser, used by one person after another.
pub struct Browser<'a> {
    application: &'a Application,
    client: Client,
    cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    /// A browser for an application on the server at this port.
    pub async fn connect(application: &'a Application, port: u16) -> anyhow::Result<Self> {
        Ok(Self { application, client: Client::connect(port).await?, cookies: Vec::new() })
    }

    /// Signs somebody in who was never here: `/authorize`, the page, its form, and the application's request for tokens,
    /// which are answered.
    pub async fn sign_in(&mut self, email: &str, scope: &str) -> anyhow::Result<Value> {
        self.cookies.clear();
        let page = self.get(&self.application.authorize(scope), 303).await.context("/authorize")?;
        let page = self.get(location(&page)?, 200).await.context("the page")?;
        let state = hidden_field(&page, "state")?;
        let fields = [("state", state.as_str()), ("username", email), ("password", PASSWORD)];
        let headers = self.headers() + "sec-fetch-site: same-origin\r\n";
        let answer = self.client.send(&form("/u/login", &self.application.host, &headers, &fields)).await?;
        answer.expect(303).context("/u/login")?;
        let code = Application::code(location(&answer)?)?;
        let request = self.application.exchange(code);
        let tokens = self.client.send_for_json(&request, 200).await.context("the tokens")?;
        ensure!(tokens["id_token"].is_string(), "no ID token");
        Ok(tokens)
    }

    async fn get(&mut self, path: &str, status: u16) -> anyhow::Result<Answer> {
        let request = request("GET", path, &self.application.host, &self.headers(), "");
        let answer = self.client.send(&request).await?;
        answer.expect(status)?;
        for cookie in answer.headers("set-cookie") {
            let (name, rest) = cookie.split_once('=').context("a cookie without a value")?;
            let value = rest.split(';').next().unwrap_or_default();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        Ok(answer)
    }

    fn headers(&self) -> String {
        let mut lines = format!("user-agent: {AGENT}\r\naccept-language: en\r\n");
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            lines.push_str(&format!("cookie: {}\r\n", cookies.join("; ")));
        }
        lines
    }
}

fn location(answer: &Answer) -> anyhow::Result<&str> {
    answer.headers("location").next().context("no location")
}

/// The value of a hidden field, which needs no escapes.
fn hidden_field(page: &Answer, name: &str) -> anyhow::Result<String> {
    let text = String::from_utf8_lossy(&page.body);
    let marker = format!("name=\"{name}\" value=\"");
    let value = text.split_once(&marker).and_then(|(_, rest)| rest.split_once('"'));
    value.map(|(value, _)| value.to_owned()).with_context(|| format!("no field {name} in {text}"))
}
