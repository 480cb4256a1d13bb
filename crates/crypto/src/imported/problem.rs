//! Why a hash that somebody brings along is not taken.

/// Why a hash that somebody brings along is not taken. Neither text holds any part of the hash.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct HashProblem {
    /// Which field is wrong, from the field that was given: `hash.encoding`; empty if it is the whole.
    pub path: String,
    /// What is wrong with it: what it `must` be, `is` or `costs`.
    pub message: String,
    /// The reason as one of Auth0's codes for rows of an import: `ENUM_MISMATCH`, `FORMAT`, `INVALID_TYPE`, `MAXIMUM`,
    /// `MAX_LENGTH`, `MINIMUM`, `NOT_PASSED`, `OBJECT_REQUIRED` or `PATTERN`.
    pub code: &'static str,
}

impl HashProblem {
    pub(super) fn new(path: &str, code: &'static str, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), message: message.into(), code }
    }

    /// What is given is not in the form that its kind has.
    pub(super) fn format(message: impl Into<String>) -> Self {
        Self::new("", "FORMAT", message)
    }

    /// Checking a password against it would cost more than is allowed.
    pub(super) fn cost(message: impl Into<String>) -> Self {
        Self::new("", "MAXIMUM", message)
    }

    /// The same problem, found while reading the field at `path`.
    pub(super) fn at(self, path: &str) -> Self {
        let path = if self.path.is_empty() { path.to_owned() } else { format!("{path}.{}", self.path) };
        Self { path, ..self }
    }
}
