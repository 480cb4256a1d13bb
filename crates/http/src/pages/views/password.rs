//! Changing a password, and getting a new one.

use serde::Serialize;

use super::{CurrentPasswordError, FormError, Identifiers, PasswordError};
use crate::pages::Page;

/// Where a person who is signing in chooses a new password. Sends `state`, `password`, and `current_password` if asked.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ChangePassword<'a> {
    /// Where the form goes.
    pub action: &'a str,
    /// The handle of this sign-in.
    pub state: &'a str,
    /// Who it is, so that password managers store it rightly.
    pub identifier: &'a str,
    /// Whether the present password is asked for.
    pub asks_current: bool,
    /// Why the page is shown.
    pub reason: ChangeReason,
    /// The fewest characters of a password.
    pub min_length: usize,
    /// What was wrong with the present password.
    pub current_error: Option<CurrentPasswordError>,
    /// What was wrong with the new one.
    pub password_error: Option<PasswordError>,
    /// What was wrong with the whole.
    pub error: Option<FormError>,
    /// Where to go without changing it, where that is allowed.
    pub cancel_url: Option<&'a str>,
}

impl Page for ChangePassword<'_> {
    const TEMPLATE: &'static str = "change_password.html";
}

/// Why a password is changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeReason {
    /// It must be: an administrator set it, or it is too old.
    #[default]
    Required,
    /// The person wants to.
    Wish,
}

/// Where a person who forgot the password asks for a link. Sends `state` and `username`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ForgotPassword<'a> {
    /// Where the form goes.
    pub action: &'a str,
    /// The handle of this sign-in.
    pub state: &'a str,
    /// What stands in the field already.
    pub identifier: &'a str,
    /// What may be given.
    pub identifiers: Identifiers,
    /// Whether nothing was given.
    pub is_empty: bool,
    /// What was wrong with the whole.
    pub error: Option<FormError>,
    /// Back to signing in.
    pub back_url: Option<&'a str>,
}

impl Page for ForgotPassword<'_> {
    const TEMPLATE: &'static str = "forgot_password.html";
}

/// That a mail is on its way: the same words whether or not there is an account (S4.L35.3). Its code can be typed here.
/// Sends `state`, `username` and `code`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ForgotPasswordSent<'a> {
    /// Where the form goes.
    pub action: &'a str,
    /// The handle of this sign-in.
    pub state: &'a str,
    /// What was given, as it was typed.
    pub identifier: &'a str,
    /// Why the last code did not do.
    pub error: Option<CodeError>,
    /// Back to signing in.
    pub back_url: Option<&'a str>,
    /// Where to ask once more.
    pub again_url: Option<&'a str>,
}

impl Page for ForgotPasswordSent<'_> {
    const TEMPLATE: &'static str = "forgot_password_sent.html";
}

/// Why the code of a mail did not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeError {
    /// None was typed.
    Empty,
    /// Wrong, too old, used, tried too often, or for nobody: one text for all of them (S4.L35.3).
    Wrong,
    /// Something on our side.
    Unavailable,
}

/// Where a link or the code of a mail leads to choose a new password. Sends `ticket`, `state` and `password`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ResetPassword<'a> {
    /// Where the form goes.
    pub action: &'a str,
    /// The ticket from the link.
    pub ticket: &'a str,
    /// The handle of the sign-in that it goes back to; empty for none.
    pub state: &'a str,
    /// The account's address, masked: `a…@example.com`.
    pub masked_email: Option<&'a str>,
    /// The fewest characters of a password.
    pub min_length: usize,
    /// What was wrong with the password.
    pub password_error: Option<PasswordError>,
    /// What was wrong with the whole.
    pub error: Option<FormError>,
}

impl Page for ResetPassword<'_> {
    const TEMPLATE: &'static str = "reset_password.html";
}

/// That the password is a new one.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ResetPasswordDone<'a> {
    /// Where to go on, if that is known.
    pub continue_url: Option<&'a str>,
}

impl Page for ResetPasswordDone<'_> {
    const TEMPLATE: &'static str = "reset_password_done.html";
}
