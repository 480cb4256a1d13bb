//! Signing up.

use serde::Serialize;

use super::{IdentifierError, NameError, PasswordError};
use crate::pages::Page;

/// Where a person makes an account. Sends `state`, `password`, and of `email`, `username`, `phone` and `name` those asked for.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SignUp<'a> {
    /// Where the form goes.
    pub action: &'a str,
    /// The handle of this sign-in.
    pub state: &'a str,
    /// What is asked for besides the password.
    pub fields: SignUpFields,
    /// What stands in the fields already.
    pub values: SignUpValues<'a>,
    /// The fewest characters of a password, told beside the field.
    pub min_length: usize,
    /// What was wrong with the last try.
    pub errors: SignUpErrors,
    /// The page for signing in.
    pub login_url: Option<&'a str>,
}

impl Page for SignUp<'_> {
    const TEMPLATE: &'static str = "sign_up.html";
}

/// Whether something is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// There is no such field.
    #[default]
    Off,
    /// It may stay empty.
    Optional,
    /// It must be given.
    Required,
}

/// The fields besides the password.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SignUpFields {
    /// The email address.
    pub email: Asked,
    /// The username.
    pub username: Asked,
    /// The phone number.
    pub phone: Asked,
    /// The person's name.
    pub name: Asked,
}

/// What was sent before; never the password.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct SignUpValues<'a> {
    /// The email address.
    pub email: &'a str,
    /// The username.
    pub username: &'a str,
    /// The phone number.
    pub phone: &'a str,
    /// The person's name.
    pub name: &'a str,
}

/// What is wrong with each field, and with the whole.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct SignUpErrors {
    /// The email address.
    pub email: Option<IdentifierError>,
    /// The username.
    pub username: Option<IdentifierError>,
    /// The phone number.
    pub phone: Option<IdentifierError>,
    /// The person's name.
    pub name: Option<NameError>,
    /// The password.
    pub password: Option<PasswordError>,
    /// What lies in no single field.
    pub general: Option<SignUpError>,
}

impl SignUpErrors {
    /// Whether nothing was wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { email, username, phone, name, password, general } = self;
        let fields = [email.is_none(), username.is_none(), phone.is_none(), name.is_none(), password.is_none()];
        general.is_none() && fields.into_iter().all(|is_right| is_right)
    }
}

/// Why no account was made, whatever the fields held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SignUpError {
    /// The account could not be made; does not say whether there is one already.
    Refused,
    /// Nobody may sign up here.
    Closed,
    /// Too many tries.
    TooManyRequests,
    /// Something on our side.
    Unavailable,
}
