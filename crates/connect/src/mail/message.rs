//! A mail.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lettre::Address;
use lettre::message::header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use serde::{Deserialize, Serialize};
use url::Host;

use super::error::DeliveryError;

/// A mail, complete: what it says does not depend on when or how often it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its id, letters and digits: the Message-ID follows from it alone, so that a mail sent twice can be told.
    pub id: String,
    /// When it was written: microseconds since 1970.
    pub written_at: i64,
    /// The address it comes from.
    pub from: String,
    /// The name that readers see beside that address.
    pub from_name: Option<String>,
    /// The address it goes to.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// What it says, as HTML.
    pub html: String,
    /// Its language (BCP 47).
    pub language: String,
}

impl Message {
    /// The mail as it goes over the wire (RFC 5322), with its envelope.
    ///
    /// # Errors
    /// A lasting [`DeliveryError`] when an address is none, or a header would hold more than its line.
    pub(super) fn build(&self) -> Result<lettre::Message, DeliveryError> {
        let from = address("sender", &self.from)?;
        let to = address("recipient", &self.to)?;
        let is_id =
            !self.id.is_empty() && self.id.len() <= 64 && self.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_language = self.language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let is_line = |text: &str| !text.chars().any(char::is_control);
        if !is_id || !is_language || !is_line(&self.subject) || !self.from_name.as_deref().is_none_or(is_line) {
            return Err(DeliveryError::lasting("a header of the mail would hold more than its line"));
        }
        let parts = MultiPart::alternative()
            .boundary(format!("anteroom-{}", self.id))
            .singlepart(part(ContentType::TEXT_PLAIN, &self.text))
            .singlepart(part(ContentType::TEXT_HTML, &self.html));
        lettre::Message::builder()
            .date(self.date())
            .message_id(Some(self.message_id()))
            .from(Mailbox::new(self.from_name.clone(), from))
            .to(Mailbox::new(None, to))
            .subject(self.subject.clone())
            .header(AutoSubmitted)
            .header(ContentLanguage(self.language.clone()))
            .multipart(parts)
            .map_err(|error| DeliveryError::lasting(format!("the mail cannot be written: {error}")))
    }

    /// The Message-ID (RFC 5322 §3.6.4).
    fn message_id(&self) -> String {
        let domain = self.from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
        format!("<{}@{domain}>", self.id)
    }

    fn date(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_micros(self.written_at.max(0).unsigned_abs())
    }
}

fn address(whose: &str, text: &str) -> Result<Address, DeliveryError> {
    // Said again here, because what stands between these signs would end up in the protocol.
    let is_plain = !text.chars().any(|character| character.is_control() || matches!(character, '<' | '>' | ' '));
    let parsed = is_plain.then(|| ascii_domain(text)?.parse().ok()).flatten();
    parsed.ok_or_else(|| DeliveryError::lasting(format!("the {whose} is not an e-mail address")))
}

/// The address with its domain as the DNS knows it (RFC 5891), so that every mail server takes it. Letters of other scripts
/// before the `@` have no such form: they need a server that knows SMTPUTF8 (RFC 6531).
fn ascii_domain(text: &str) -> Option<String> {
    let (local, domain) = text.rsplit_once('@')?;
    if domain.is_ascii() {
        return Some(text.to_owned());
    }
    match Host::parse(domain).ok()? {
        Host::Domain(ascii) => Some(format!("{local}@{ascii}")),
        Host::Ipv4(_) | Host::Ipv6(_) => None,
    }
}

/// Quoted-printable for plain ASCII, base64 for the rest; both in short lines, which no server breaks.
fn part(content_type: ContentType, text: &str) -> SinglePart {
    let encoding = match text.is_ascii() {
        true => ContentTransferEncoding::QuotedPrintable,
        false => ContentTransferEncoding::Base64,
    };
    SinglePart::builder().header(content_type).header(encoding).body(text.to_owned())
}

/// Says that no person wrote it, so that no machine answers it (RFC 3834 §5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The language of what it says (RFC 3282 §2).
#[derive(Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

#[cfg(test)]
mod tests;
