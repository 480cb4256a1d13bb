//! What is wrong with one entry, in Auth0's words.

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// The codes of row errors (facts of Auth0's bulk import), as far as they can happen here.
pub mod codes {
    /// None of the fields that a user is known by is there.
    pub const ANY_OF_MISSING: &str = "ANY_OF_MISSING";
    /// Another user has one of the ids.
    pub const CONFLICT: &str = "CONFLICT";
    /// Another user has the e-mail address.
    pub const CONFLICT_EMAIL: &str = "CONFLICT_EMAIL";
    /// Another user has the username.
    pub const CONFLICT_USERNAME: &str = "CONFLICT_USERNAME";
    /// The same user stands in the file before.
    pub const DUPLICATED_USER: &str = "DUPLICATED_USER";
    /// It is not of the form that the field has.
    pub const FORMAT: &str = "FORMAT";
    /// It is of another type.
    pub const INVALID_TYPE: &str = "INVALID_TYPE";
    /// It is too long.
    pub const MAX_LENGTH: &str = "MAX_LENGTH";
    /// The second factors cannot be kept.
    pub const MFA_FACTORS_FAILED: &str = "MFA_FACTORS_FAILED";
    /// It is empty.
    pub const MIN_LENGTH: &str = "MIN_LENGTH";
    /// It must not be there, or not together with what else is there.
    pub const NOT_PASSED: &str = "NOT_PASSED";
    /// The entry is not an object.
    pub const OBJECT_REQUIRED: &str = "OBJECT_REQUIRED";
    /// It holds letters that the field does not take.
    pub const PATTERN: &str = "PATTERN";
    /// The entry or its metadata is too large.
    pub const PROFILE_SIZE_EXCEEDED: &str = "PROFILE_SIZE_EXCEEDED";
}

/// What is wrong with one entry. The message never repeats a hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowError {
    /// One of [`codes`], or one of a password hash's problems.
    pub code: String,
    /// What is wrong, for people.
    pub message: String,
    /// The field at fault, `user_metadata.a`; empty for the whole entry.
    pub path: String,
}

impl RowError {
    /// An error of this code at this path.
    #[must_use]
    pub fn new(code: &str, path: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), path: path.to_owned() }
    }

    /// What a rule of the profile says of a field, in the words of an import. The code follows from which field it is and
    /// what stands in it.
    #[must_use]
    pub fn of_refusal(refusal: &Refusal, sent: Option<&serde_json::Value>) -> Self {
        let path = refusal.field.clone().unwrap_or_default();
        if refusal.code.name == crate::codes::IDENTIFIER_MISSING.name {
            return Self::new(codes::ANY_OF_MISSING, "", refusal.message.clone());
        }
        let text = sent.and_then(serde_json::Value::as_str);
        let code = match (path.as_str(), text) {
            ("user_metadata" | "app_metadata" | "preferences", _) => codes::PROFILE_SIZE_EXCEEDED,
            (_, Some("")) => codes::MIN_LENGTH,
            (field, Some(text)) if text.chars().count() > longest(field) => codes::MAX_LENGTH,
            ("email" | "picture" | "profile" | "website" | "birthdate" | "zoneinfo" | "locale", _) => codes::FORMAT,
            (field, _) if field.contains("_metadata.") => codes::NOT_PASSED,
            (_, Some(_)) => codes::PATTERN,
            _ => codes::NOT_PASSED,
        };
        Self::new(code, &path, refusal.message.clone())
    }
}

/// The longest text of a field, in characters, as its rule has it.
fn longest(field: &str) -> usize {
    match field {
        "email" => 254,
        "username" => 128,
        "external_id" | "user_id" => 255,
        "name" | "nickname" => 300,
        "picture" | "profile" | "website" => 2048,
        "phone_number" => 16,
        _ => 150,
    }
}
