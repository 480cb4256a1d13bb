//! Bodies of requests that anybody can send: forms as objects, and what is sent to the token endpoint.
#![no_main]

// Compiled in here, so that the rest of the HTTP room need not be built with counters.
#[allow(dead_code)]
#[path = "../../crates/http/src/extract/form.rs"]
mod form;
#[allow(dead_code)]
#[path = "../../crates/http/src/authentication/token_request.rs"]
mod token_request;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use token_request::TokenRequest;

const FORM: &str = "application/x-www-form-urlencoded";

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    match kind % 3 {
        0 => object_of_a_form(rest),
        1 => token_request(rest),
        _ => credentials_of_a_header(rest),
    }
});

/// Every pair stands in the object once, at the place that its name says, and nothing else does.
fn object_of_a_form(body: &[u8]) {
    let Ok(object) = form::object(body) else { return };
    let pairs: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
    let sent: BTreeSet<_> = pairs.iter().cloned().collect();
    assert_eq!(sent.len(), pairs.len(), "a pair that came twice: {pairs:?}");
    let mut found = BTreeSet::new();
    let mut waiting = vec![(None::<String>, 0, &object)];
    while let Some((name, depth, value)) = waiting.pop() {
        assert!(depth <= 16);
        match value {
            Value::Object(fields) => waiting.extend(fields.iter().map(|(field, value)| {
                let name = name.as_ref().map_or_else(|| field.clone(), |name| format!("{name}[{field}]"));
                (Some(name), depth + 1, value)
            })),
            Value::String(text) => assert!(found.insert((name.expect("a name"), text.clone()))),
            other => panic!("{other}"),
        }
    }
    assert_eq!(found, sent);
}

/// The same parameters mean the same as a form and as JSON.
fn token_request(body: &[u8]) {
    let Ok(read) = TokenRequest::read(&headers(FORM, None), body) else { return };
    let pairs: BTreeMap<String, String> = form_urlencoded::parse(body).into_owned().collect();
    let json = serde_json::to_vec(&pairs).expect("JSON");
    let again = TokenRequest::read(&headers("application/json; charset=utf-8", None), &json).ok().expect("the same");
    for (name, value) in &pairs {
        assert!(!value.contains('\0'));
        let expected = Some(value.as_str()).filter(|value| !value.is_empty());
        assert_eq!((read.optional(name), again.optional(name)), (expected, expected));
    }
}

/// What an application's credentials are encoded to is what they are read from (RFC 6749 §2.3.1).
fn credentials_of_a_header(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    // Whatever it says, it is understood or refused.
    if let Ok(header) = HeaderValue::from_str(&text) {
        let _ = TokenRequest::read(&headers(FORM, Some(header)), b"");
    }
    let (id, secret) = text.split_once('\n').unwrap_or((&text, ""));
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let header = format!("Basic {}", STANDARD.encode(format!("{}:{}", encode(id), encode(secret))));
    let header = HeaderValue::try_from(header).expect("ASCII");
    let read = TokenRequest::read(&headers(FORM, Some(header.clone())), b"");
    assert_eq!(read.is_err(), text.contains('\0'), "PostgreSQL cannot be asked for U+0000");
    let Ok(read) = read else { return };
    let known = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    assert_eq!(read.optional("client_id").map(str::to_owned), known(id));
    assert_eq!(read.optional("client_secret").map(str::to_owned), known(secret));
    assert!(TokenRequest::read(&headers(FORM, Some(header)), b"client_secret=another").is_err());
}

fn headers(media_type: &'static str, authorization: Option<HeaderValue>) -> HeaderMap {
    let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(media_type))]);
    headers.extend(authorization.map(|value| (AUTHORIZATION, value)));
    headers
}
