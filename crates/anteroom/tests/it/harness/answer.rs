//! Answers, and what tests ask of them.

use std::io::Read;

use axum::http::header::CONTENT_ENCODING;
use axum::http::response::Parts;
use axum::http::{HeaderMap, StatusCode};
use flate2::read::GzDecoder;
use serde_json::Value;

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; null if it is empty or not JSON.
    pub body: Value,
    /// The body as text.
    pub text: String,
    /// How many bytes came.
    pub weight: usize,
}

impl Answer {
    /// The answer of these bytes, unpacked if they are packed.
    pub fn new(parts: Parts, bytes: &[u8]) -> Self {
        let mut text = String::new();
        if parts.headers.get(CONTENT_ENCODING).is_some_and(|coding| coding == "gzip") {
            GzDecoder::new(bytes).read_to_string(&mut text).expect("one member of gzip");
        } else {
            text = String::from_utf8_lossy(bytes).into_owned();
        }
        let body = serde_json::from_str(&text).unwrap_or_default();
        Self { status: parts.status, headers: parts.headers, body, text, weight: bytes.len() }
    }

    /// The body, if the status is this one.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self.body
    }

    /// Checks that it is an error of Auth0's shape with this status and code, and gives the field at fault.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Option<String> {
        assert_eq!((self.status.as_u16(), self.body["errorCode"].as_str()), (status, Some(code)), "{}", self.text);
        assert_eq!(self.body["statusCode"], status);
        assert_eq!(self.body["error"].as_str(), self.status.canonical_reason());
        assert!(self.body["message"].as_str().is_some_and(|message| !message.is_empty()), "{}", self.text);
        self.body["field"].as_str().map(str::to_owned)
    }

    /// A header's text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}
