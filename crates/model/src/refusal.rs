//! Typed refusals: what every verb answers when it does not do what was asked.

use std::borrow::Cow;
use std::fmt;

use crate::codes;

/// What kind of refusal a code is. Only the HTTP layer knows which status it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The request cannot be understood or breaks a rule of its fields.
    Invalid,
    /// The caller did not prove who it is.
    Unauthenticated,
    /// The caller is known and may not do this.
    Forbidden,
    /// What was named does not exist here.
    NotFound,
    /// It contradicts what is stored.
    Conflict,
    /// The version the caller named is no longer the current one.
    PreconditionFailed,
    /// The path exists, but not with this method.
    MethodNotAllowed,
    /// The request's body is larger than is taken.
    TooLarge,
    /// The request's path and query are longer than is taken.
    UriTooLong,
    /// The request's body is of a media type that is not taken here.
    UnsupportedMediaType,
    /// The request was sent to a host that no tenant has.
    Misdirected,
    /// The caller asked too often.
    TooManyRequests,
    /// It cannot be answered now; asking again later may succeed.
    Unavailable,
}

/// A stable code of a refusal, as clients see it and `docs/errors.md` lists it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// The name on the wire (`errorCode`).
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// What it means, one sentence.
    pub meaning: &'static str,
    /// What the caller can do about it, one sentence.
    pub remedy: &'static str,
    /// Whether the refusal itself is recorded as an event (requirement S4.L04.13).
    pub audited: bool,
}

/// A verb's answer when it refuses: a stable code, the field at fault if there is one, and a message for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The stable code.
    pub code: &'static Code,
    /// The field of the request at fault, as the client wrote it (`user_metadata.a`).
    pub field: Option<String>,
    /// What is wrong, for people; never holds a secret.
    pub message: Cow<'static, str>,
}

impl Refusal {
    /// A refusal with this code and message.
    pub fn new(code: &'static Code, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, field: None, message: message.into() }
    }

    /// A body's field that breaks a rule, in Auth0's words.
    pub fn invalid_field(field: &str, rule: &str) -> Self {
        Self::new(&codes::INVALID_BODY, format!("Payload validation error: '{rule}' on property {field}.")).field(field)
    }

    /// One refusal for several, which says them all and names the first one's field; none if there are none.
    #[must_use]
    pub fn several(refusals: Vec<Self>) -> Option<Self> {
        let messages: Vec<_> = refusals.iter().map(|refusal| refusal.message.to_string()).collect();
        let first = refusals.into_iter().next()?;
        Some(Self { message: messages.join(" ").into(), ..first })
    }

    /// The same refusal, naming the field at fault.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.code.name, self.message)
    }
}

impl std::error::Error for Refusal {}
