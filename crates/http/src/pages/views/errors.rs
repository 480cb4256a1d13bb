//! What can be wrong with a field or a form. The words for each stand under `error.` in the messages.

use serde::Serialize;

/// What is wrong with an email address, a username or a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierError {
    /// It is required and missing.
    Empty,
    /// It is not one.
    Invalid,
    /// It is longer than any may be.
    TooLong,
    /// Somebody else has it. Tells that there is an account; only where that is wanted.
    Taken,
}

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NameError {
    /// It is required and missing.
    Empty,
    /// It holds letters that no name has.
    Invalid,
    /// It is too long.
    TooLong,
}

/// What is wrong with a new password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordError {
    /// It is missing.
    Empty,
    /// It has fewer characters than `min_length` of the page.
    TooShort,
    /// It has more characters than any may have.
    TooLong,
    /// It is a common one, close to one, or a word of the list that the connection keeps.
    Common,
    /// It holds something about the person.
    Personal,
    /// It is the one that the account has now.
    Unchanged,
}

/// What is wrong with the password that the account has now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CurrentPasswordError {
    /// It is missing.
    Empty,
    /// It is not the one.
    Wrong,
}

/// Why a form could not be acted upon, whatever it held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormError {
    /// Too many tries.
    TooManyRequests,
    /// Something on our side.
    Unavailable,
}
