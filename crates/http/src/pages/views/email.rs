//! Confirming an email address.

use serde::Serialize;

use super::FormError;
use crate::pages::Page;

/// Where a link in a mail leads. It confirms by a button, so that programs that follow links in mails use up nothing.
/// Sends `ticket`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VerifyEmail<'a> {
    /// Where the form goes.
    pub action: &'a str,
    /// The ticket from the link.
    pub ticket: &'a str,
    /// The address to confirm.
    pub email: &'a str,
    /// What was wrong with the last try.
    pub error: Option<FormError>,
}

impl Page for VerifyEmail<'_> {
    const TEMPLATE: &'static str = "verify_email.html";
}

/// That the address is confirmed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VerifyEmailDone<'a> {
    /// The address.
    pub email: Option<&'a str>,
    /// Where to go on, if that is known.
    pub continue_url: Option<&'a str>,
}

impl Page for VerifyEmailDone<'_> {
    const TEMPLATE: &'static str = "verify_email_done.html";
}

/// Where somebody who signs in is asked to follow the link in a mail first, and comes back to. Sends `state`, and `resend` for
/// another mail.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EmailNeeded<'a> {
    /// Where the forms go.
    pub action: &'a str,
    /// The handle of this sign-in.
    pub state: &'a str,
    /// The address to confirm.
    pub email: &'a str,
    /// What came of the last try.
    pub notice: Option<EmailNotice>,
}

/// What came of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EmailNotice {
    /// The address is not confirmed yet.
    NotYet,
    /// Another mail was sent.
    SentAgain,
    /// One was sent a moment ago.
    TooSoon,
}

impl Page for EmailNeeded<'_> {
    const TEMPLATE: &'static str = "email_needed.html";
}
