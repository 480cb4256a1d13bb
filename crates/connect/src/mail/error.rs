//! Why a mail was not delivered.

use std::error::Error as _;

use lettre::transport::smtp;

/// Answers to a sender who did not prove who it is (RFC 4954 §6, RFC 3207 §4): the account is at fault, not the mail.
const ACCOUNT_REFUSED: [u16; 4] = [530, 534, 535, 538];

/// Why a mail was not delivered, and whether another try may succeed. The text names no address and quotes no answer of
/// the mail server, which may repeat addresses and links.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct DeliveryError {
    reason: String,
    may_succeed_later: bool,
}

impl DeliveryError {
    /// A failure that may pass.
    #[must_use]
    pub fn passing(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), may_succeed_later: true }
    }

    /// A failure that another try would meet again.
    #[must_use]
    pub fn lasting(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), may_succeed_later: false }
    }

    /// Whether another try may succeed.
    #[must_use]
    pub fn may_succeed_later(&self) -> bool {
        self.may_succeed_later
    }
}

/// A refusal of the mail (5yz, RFC 5321 §4.2.1) lasts. Everything else may pass: a busy server (4yz), a broken
/// connection, and also a wrong password or certificate, which whoever runs the server can put right.
impl From<smtp::Error> for DeliveryError {
    fn from(error: smtp::Error) -> Self {
        let Some(code) = error.status().map(u16::from) else { return Self::passing(kind(&error)) };
        if ACCOUNT_REFUSED.contains(&code) {
            return Self::passing(format!("the mail server does not take the user and password ({code})"));
        }
        let answer = enhanced(&error).map_or_else(|| code.to_string(), |detail| format!("{code} {detail}"));
        match error.is_permanent() {
            true => Self::lasting(format!("the mail server refused it: {answer}")),
            false => Self::passing(format!("the mail server cannot take it now: {answer}")),
        }
    }
}

fn kind(error: &smtp::Error) -> String {
    if error.is_timeout() {
        return "the mail server did not answer in time".to_owned();
    }
    let what = if error.is_tls() {
        "the connection to the mail server cannot be secured"
    } else if error.is_response() {
        "the mail server's answer is not SMTP"
    } else if error.is_client() {
        "the mail server does not offer what is needed"
    } else {
        "the mail server cannot be reached"
    };
    // What the machine itself says of the connection; nothing that the server sent.
    match error.source() {
        Some(source) if !error.is_response() => format!("{what}: {source}"),
        _ => what.to_owned(),
    }
}

/// The enhanced status code that the answer begins with (RFC 3463): what to look up, without the words behind it.
fn enhanced(error: &smtp::Error) -> Option<String> {
    let text = error.source()?.to_string();
    let word = text.split_whitespace().next()?;
    let parts: Vec<_> = word.split('.').collect();
    let is_number = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (parts.len() == 3 && parts.iter().all(is_number)).then(|| word.to_owned())
}
