//! Signing in.

use serde::{Serialize, Serializer};

use crate::pages::Page;

/// Where a person signs in. Sends `state`, and of `username` and `password` those that the mode asks for.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Login<'a> {
    /// What is asked.
    pub mode: LoginMode,
    /// Where the form goes.
    pub action: &'a str,
    /// The handle of this sign-in.
    pub state: &'a str,
    /// What stands in the field already, or in [`LoginMode::Password`] who is signing in.
    pub identifier: &'a str,
    /// What a person may sign in by.
    pub identifiers: Identifiers,
    /// What was wrong with the last try.
    pub error: Option<LoginError>,
    /// What has happened, when the person comes from another page.
    pub notice: Option<LoginNotice>,
    /// The page for signing up, if there is one.
    pub signup_url: Option<&'a str>,
    /// The page for a forgotten password, if there is one.
    pub forgot_url: Option<&'a str>,
    /// In [`LoginMode::Password`]: where another identifier may be given.
    pub back_url: Option<&'a str>,
}

impl Page for Login<'_> {
    const TEMPLATE: &'static str = "login.html";
}

/// What the page asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LoginMode {
    /// Identifier and password together.
    #[default]
    OnePage,
    /// The identifier alone.
    Identifier,
    /// The password of an identifier given before.
    Password,
}

/// What a person may sign in by; if nothing is set, everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Identifiers {
    /// An email address.
    pub email: bool,
    /// A username.
    pub username: bool,
    /// A phone number.
    pub phone: bool,
}

impl Identifiers {
    /// The part of a key of the words that names them.
    const fn key(self) -> &'static str {
        match (self.email, self.username, self.phone) {
            (true, false, false) => "email",
            (false, true, false) => "username",
            (false, false, true) => "phone",
            (true, true, false) => "email_username",
            (true, false, true) => "email_phone",
            (false, true, true) => "username_phone",
            (true, true, true) | (false, false, false) => "email_username_phone",
        }
    }
}

impl Serialize for Identifiers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// Why a sign-in did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LoginError {
    /// No such account, a wrong password, or an account that is locked or blocked: one text for all of them (S4.L35.3).
    WrongCredentials,
    /// No identifier was given.
    EmptyIdentifier,
    /// No password was given.
    EmptyPassword,
    /// Too many tries.
    TooManyRequests,
    /// Something on our side.
    Unavailable,
}

/// What has happened before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LoginNotice {
    /// The password was changed or reset.
    PasswordChanged,
    /// The email address was confirmed.
    EmailVerified,
    /// The application wants the person, who is signed in, to prove it once more (`prompt=login`, `max_age`).
    SignInAgain,
}
