//! Requests to `/authorize`: answers go where the application registered, and what is let through keeps the rules.
#![no_main]

use std::sync::LazyLock;

use anteroom_model::client::{Client, ClientChanges};
use anteroom_model::oauth::{AuthorizationRequest, Parameters};
use anteroom_model::{Change, Timestamp};
use libfuzzer_sys::fuzz_target;

/// A confidential, a public and a native application, and a confidential one with a single address.
static CLIENTS: LazyLock<[Client; 4]> = LazyLock::new(|| {
    [
        client("regular_web", &["https://a.example/cb", "https://a.example/other?x=1"]),
        client("spa", &["https://a.example/cb"]),
        client("native", &["http://127.0.0.1/cb", "com.example.app:/cb"]),
        client("regular_web", &["https://only.example/"]),
    ]
});

fuzz_target!(|data: &[u8]| {
    let Some((which, query)) = data.split_first() else { return };
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query).into_owned().collect();
    let is_twice = (1..pairs.len()).any(|place| pairs[..place].iter().any(|(name, _)| *name == pairs[place].0));
    let Ok(parameters) = Parameters::new(pairs.iter().cloned()) else {
        let fits = |text: &String| text.len() <= 4096 && !text.contains('\0');
        let is_many = pairs.len() > 100;
        assert!(
            is_twice || is_many || !pairs.iter().all(|(name, value)| fits(name) && fits(value)),
            "refused: {pairs:?}"
        );
        return;
    };
    assert!(!is_twice);
    for (name, value) in &pairs {
        assert_eq!(parameters.get(name), Some(value.as_str()).filter(|value| !value.is_empty()));
    }
    check(&parameters, &CLIENTS[usize::from(*which) % CLIENTS.len()]);
});

fn client(app_type: &str, callbacks: &[&str]) -> Client {
    let changes = ClientChanges {
        name: Some("Fuzzed".to_owned()),
        app_type: Change::Set(app_type.to_owned()),
        callbacks: Change::Set(callbacks.iter().map(ToString::to_string).collect()),
        ..ClientChanges::default()
    };
    Client::make("id".to_owned(), changes, Timestamp(1)).expect("a client")
}

fn check(parameters: &Parameters, client: &Client) {
    let words = |name: &str| parameters.get(name).unwrap_or_default().split_ascii_whitespace().collect::<Vec<_>>();
    let asked = parameters.get("redirect_uri");
    let to = match AuthorizationRequest::destination(parameters, client) {
        Ok(to) => to,
        Err(refusal) => {
            let is_registered = asked.is_some_and(|asked| client.settings.callbacks.iter().any(|known| known == asked));
            assert!(!is_registered, "{}", refusal.message);
            return;
        }
    };
    match asked {
        Some(asked) => assert_eq!(to.redirect_uri, asked),
        None => assert!(client.settings.callbacks.len() == 1 && !words("scope").contains(&"openid")),
    }
    assert!(is_registered(client, &to.redirect_uri), "{}", to.redirect_uri);
    assert_eq!(to.state.as_deref(), parameters.get("state"));
    match AuthorizationRequest::parse(parameters, client, &to) {
        Ok(request) => check_request(parameters, client, &request, &words("prompt")),
        // It goes into the redirect as error_description (RFC 6749 §4.1.2.1).
        Err(refusal) => assert!(refusal.message.bytes().all(is_of_descriptions), "{}", refusal.message),
    }
}

fn check_request(parameters: &Parameters, client: &Client, request: &AuthorizationRequest, prompts: &[&str]) {
    assert_eq!(parameters.get("response_type"), Some("code"));
    for name in ["request", "request_uri", "registration"] {
        assert_eq!(parameters.get(name), None);
    }
    if let Some(mode) = parameters.get("response_mode") {
        assert_eq!(request.response_mode.name(), mode);
    }
    match &request.code_challenge {
        Some(challenge) => {
            assert_eq!(parameters.get("code_challenge"), Some(challenge.as_str()));
            assert_eq!(parameters.get("code_challenge_method"), Some("S256"));
            assert_eq!(challenge.as_str().len(), 43);
        }
        None => assert!(!client.is_public() && parameters.get("code_challenge").is_none()),
    }
    let asked = &request.prompts;
    let known = [asked.none, asked.login, asked.consent, asked.select_account];
    for (word, is_asked) in ["none", "login", "consent", "select_account"].into_iter().zip(known) {
        assert_eq!(prompts.contains(&word), is_asked);
    }
    assert!(!asked.none || known.iter().filter(|is_asked| **is_asked).count() == 1);
    assert!(request.max_age.is_none_or(|seconds| seconds >= 0));
    let words: Vec<&str> = parameters.get("scope").unwrap_or_default().split_ascii_whitespace().collect();
    assert_eq!(request.is_openid(), words.contains(&"openid"));
    for scope in request.scopes().names() {
        assert!(words.contains(&scope), "{scope:?} was not asked for");
    }
    for (name, value) in [("state", &request.state), ("nonce", &request.nonce), ("login_hint", &request.login_hint)] {
        assert_eq!(parameters.get(name), value.as_deref());
    }
    // It waits in the database while the person signs in.
    let stored = serde_json::to_string(request).expect("JSON");
    assert_eq!(&serde_json::from_str::<AuthorizationRequest>(&stored).expect("a request"), request);
}

fn is_registered(client: &Client, uri: &str) -> bool {
    let is_loopback = || {
        let rest = uri.strip_prefix("http://127.0.0.1:").and_then(|rest| rest.split_once('/'));
        client.app_type == "native"
            && rest.is_some_and(|(port, path)| port.parse::<u16>().is_ok_and(|port| port > 0) && path == "cb")
    };
    client.settings.callbacks.iter().any(|known| known == uri) || is_loopback()
}

fn is_of_descriptions(byte: u8) -> bool {
    matches!(byte, 0x20..=0x21 | 0x23..=0x5B | 0x5D..=0x7E)
}
