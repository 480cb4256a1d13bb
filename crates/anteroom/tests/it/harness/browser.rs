//! A browser: it keeps cookies, follows redirects within the server, and fills in the forms it is shown.

use std::collections::BTreeMap;
use std::sync::Mutex;

use serde_json::Value;

use super::{Answer, HOST, Server};

/// A browser of a test.
pub struct Browser<'a> {
    server: &'a Server,
    host: String,
    agent: String,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// What a browser got.
#[derive(Clone, Debug)]
pub struct Page {
    /// The answer.
    pub answer: Answer,
    /// The path and query it is shown at.
    pub at: String,
}

/// What an application was told.
#[derive(Clone, Debug)]
pub struct Told {
    /// The redirect URI, without what was added.
    pub to: String,
    /// Its parameters.
    pub parameters: BTreeMap<String, String>,
}

impl<'a> Browser<'a> {
    /// A browser without cookies.
    pub fn new(server: &'a Server) -> Self {
        let agent =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
        Self { server, host: HOST.to_owned(), agent: agent.to_owned(), cookies: Mutex::default() }
    }

    /// The same browser talking to another process on the same database.
    pub fn at<'b>(&self, server: &'b Server) -> Browser<'b> {
        let cookies = self.cookies.lock().expect("cookies").clone();
        Browser { server, host: self.host.clone(), agent: self.agent.clone(), cookies: Mutex::new(cookies) }
    }

    /// The value of the cookie whose name ends so.
    pub fn cookie(&self, purpose: &str) -> Option<String> {
        let cookies = self.cookies.lock().expect("cookies");
        cookies.iter().find(|(name, _)| name.ends_with(purpose)).map(|(_, value)| value.clone())
    }

    /// Sets the cookie whose name ends so to another value.
    pub fn forge(&self, purpose: &str, value: &str) {
        let mut cookies = self.cookies.lock().expect("cookies");
        let name = cookies.keys().find(|name| name.ends_with(purpose)).expect("the cookie").clone();
        cookies.insert(name, value.to_owned());
    }

    /// Forgets all cookies.
    pub fn clear(&self) {
        self.cookies.lock().expect("cookies").clear();
    }

    /// One request, redirects not followed.
    pub async fn request(&self, method: &str, path: &str, form: Option<&str>, headers: &[(&str, &str)]) -> Answer {
        let cookies = self.cookies.lock().expect("cookies").clone();
        let cookies: Vec<_> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut call = self.server.call(method, path).token(None).host(&self.host).header("user-agent", &self.agent);
        if !cookies.is_empty() {
            call = call.header("cookie", &cookies.join("; "));
        }
        for (name, value) in headers {
            call = call.header(name, value);
        }
        if let Some(form) = form {
            call = call.header("sec-fetch-site", "same-origin").form(form);
        }
        let answer = call.send().await;
        self.keep(&answer);
        answer
    }

    fn keep(&self, answer: &Answer) {
        let mut cookies = self.cookies.lock().expect("cookies");
        for header in answer.headers.get_all("set-cookie") {
            let text = header.to_str().expect("ASCII");
            let (name, rest) = text.split_once('=').expect("a cookie");
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() || text.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Goes to a path, and on to where redirects within the server lead.
    pub async fn visit(&self, path: &str) -> Page {
        let answer = self.request("GET", path, None, &[]).await;
        self.follow(answer, path).await
    }

    /// Sends a form to a path, and goes on to where redirects within the server lead.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let answer = self.request("POST", path, Some(&form), &[]).await;
        self.follow(answer, path).await
    }

    async fn follow(&self, mut answer: Answer, at: &str) -> Page {
        let mut at = at.to_owned();
        for _ in 0..10 {
            match answer.header("location").filter(|location| location.starts_with('/')) {
                Some(location) => {
                    at = location.to_owned();
                    answer = self.request("GET", &at, None, &[]).await;
                }
                None => return Page { answer, at },
            }
        }
        panic!("the redirects have no end: {at}");
    }

    /// Fills in the sign-in page it is on with identifier and password.
    pub async fn sign_in(&self, page: &Page, identifier: &str, password: &str) -> Page {
        let state = page.field("state");
        self.submit("/u/login", &[("state", &state), ("username", identifier), ("password", password)]).await
    }
}

impl Page {
    /// The value of a hidden field of the form.
    #[track_caller]
    pub fn field(&self, name: &str) -> String {
        let marker = format!("name=\"{name}\"");
        let text = &self.answer.text;
        let place = text.find(&marker).unwrap_or_else(|| panic!("no field {name} at {}: {text}", self.at));
        let start = text[..place].rfind('<').expect("a tag");
        let tag = &text[start..start + text[start..].find('>').expect("its end")];
        let value = tag.split("value=\"").nth(1).expect("a value").split('"').next().unwrap_or_default();
        value.replace("&amp;", "&").replace("&#x2f;", "/").replace("&#x3d;", "=")
    }

    /// Whether the page says this.
    pub fn says(&self, text: &str) -> bool {
        self.answer.text.contains(text)
    }

    /// What the application is told by the redirect.
    #[track_caller]
    pub fn told(&self) -> Told {
        let location = self.answer.header("location");
        let location =
            location.unwrap_or_else(|| panic!("{} at {}: {}", self.answer.status, self.at, self.answer.text));
        Told::of(location)
    }

    /// The code that the application is given.
    #[track_caller]
    pub fn code(&self) -> String {
        let told = self.told();
        told.parameters.get("code").unwrap_or_else(|| panic!("no code: {told:?}")).clone()
    }

    /// The error that the application is told.
    #[track_caller]
    pub fn error(&self) -> String {
        let told = self.told();
        told.parameters.get("error").unwrap_or_else(|| panic!("no error: {told:?}")).clone()
    }
}

impl Told {
    /// What a location says.
    #[track_caller]
    pub fn of(location: &str) -> Self {
        let (to, parameters) = location.split_once(['?', '#']).unwrap_or((location, ""));
        let pairs = form_urlencoded::parse(parameters.as_bytes());
        Self { to: to.to_owned(), parameters: pairs.map(|(k, v)| (k.into_owned(), v.into_owned())).collect() }
    }
}

/// The claims of a token, unchecked.
#[track_caller]
pub fn claims_of(token: &Value) -> Value {
    let token = token.as_str().expect("a token");
    let payload = token.split('.').nth(1).expect("a JWT");
    let bytes = data_encoding::BASE64URL_NOPAD.decode(payload.as_bytes()).expect("base64url");
    serde_json::from_slice(&bytes).expect("JSON")
}
