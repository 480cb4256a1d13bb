//! Answers, and what tests ask of them.

use axum::http::{HeaderMap, StatusCode};
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
    /// The body as it came.
    pub text: String,
}

impl Answer {
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
