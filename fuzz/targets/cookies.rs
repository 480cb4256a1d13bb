//! The `Cookie` header: a value is found exactly where one of ours stands.
#![no_main]

// Compiled in here, so that the rest of the HTTP room need not be built with counters.
#[allow(dead_code)]
#[path = "../../crates/http/src/cookies.rs"]
mod cookies;

use anteroom_model::{Origin, TenantId};
use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use cookies::{Cookies, Purpose};
use libfuzzer_sys::fuzz_target;

const PURPOSES: [(Purpose, &str); 2] = [(Purpose::Browser, "browser"), (Purpose::Session, "session")];

fuzz_target!(|data: &[u8]| {
    let mut headers = HeaderMap::new();
    let mut lines = Vec::new();
    for line in data.split(|byte| *byte == b'\n') {
        if let Ok(value) = HeaderValue::from_bytes(line) {
            headers.append(COOKIE, value);
            lines.push(line);
        }
    }
    for (origin, prefix) in [("https://a.example", "__Host-anteroom"), ("http://localhost:8480", "anteroom-http")] {
        let cookies = Cookies::of(TenantId(7), &Origin::parse(origin).expect("an origin"));
        for (purpose, word) in PURPOSES {
            let found = cookies.find(&headers, purpose);
            let expected = expected(&lines, format!("{prefix}-7-{word}").as_bytes());
            assert_eq!(found.as_deref().map(str::as_bytes), expected);
        }
        comes_back(&cookies, data);
    }
});

/// The value by the rules, written down once more: of each header that is ASCII the first pair of this name, and of
/// those values the first that can be ours.
fn expected<'a>(lines: &[&'a [u8]], name: &[u8]) -> Option<&'a [u8]> {
    let is_ascii = |line: &&&[u8]| line.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~'));
    for line in lines.iter().filter(is_ascii) {
        for pair in line.split(|byte| *byte == b';') {
            let pair = pair.trim_ascii();
            let Some(equals) = pair.iter().position(|byte| *byte == b'=') else { continue };
            if &pair[..equals] != name {
                continue;
            }
            let value = &pair[equals + 1..];
            if (1..=256).contains(&value.len()) && value.iter().all(u8::is_ascii_alphanumeric) {
                return Some(value);
            }
            break;
        }
    }
    None
}

/// What is set comes back from a browser, for its own purpose, tenant and scheme alone.
fn comes_back(cookies: &Cookies, data: &[u8]) {
    let value: String = data.iter().take(40).map(|byte| char::from(b'a' + byte % 26)).collect();
    if value.is_empty() {
        return;
    }
    let set = cookies.set(Purpose::Session, &value, 60).expect("a header");
    let pair = set.to_str().expect("ASCII").split(';').next().expect("a pair").to_owned();
    let header = HeaderMap::from_iter([(COOKIE, HeaderValue::try_from(format!("a=b; {pair};c")).expect("a header"))]);
    assert_eq!(cookies.find(&header, Purpose::Session).as_deref(), Some(value.as_str()));
    assert_eq!(cookies.find(&header, Purpose::Browser), None);
    let other = Cookies::of(TenantId(77), &Origin::parse("https://a.example").expect("an origin"));
    assert_eq!(other.find(&header, Purpose::Session), None);
}
