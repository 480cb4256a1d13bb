//! What a person sees when it does not go on.

use serde::Serialize;

use crate::pages::Page;

/// That a sign-in or a link is over.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Expired<'a> {
    /// What is over, and why.
    pub kind: ExpiredKind,
    /// Where to begin anew: the application, or for a link the page that sends another.
    pub again_url: Option<&'a str>,
}

impl Page for Expired<'_> {
    const TEMPLATE: &'static str = "expired.html";
}

/// What is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ExpiredKind {
    /// This sign-in took too long, or was finished in another tab.
    #[default]
    SignIn,
    /// This sign-in was begun in another browser, or the browser keeps no cookies.
    OtherBrowser,
    /// The link for a new password is too old, or was used.
    ResetLink,
    /// The link that confirms an address is too old, or was used.
    VerifyLink,
}

/// That something went wrong. Words are for the person; `code` and `description` for who made the application.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Error<'a> {
    /// What went wrong.
    pub kind: ErrorKind,
    /// OAuth's error code.
    pub code: Option<&'a str>,
    /// Its description, in English.
    pub description: Option<&'a str>,
    /// What finds this request in the logs.
    pub reference: Option<&'a str>,
    /// Back to the application, if it is known.
    pub back_url: Option<&'a str>,
}

impl Page for Error<'_> {
    const TEMPLATE: &'static str = "error.html";
}

/// What went wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// The application asked wrongly: it is unknown, its redirect URI does not match, a parameter is missing.
    #[default]
    BadRequest,
    /// The person may not use this application.
    AccessDenied,
    /// Too many requests from here.
    TooManyRequests,
    /// It works again soon.
    Unavailable,
    /// A mistake of ours.
    ServerError,
}

/// That this page is not shown without transport encryption.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InsecureTransport<'a> {
    /// The same page over `https`, if there is one.
    pub https_url: Option<&'a str>,
}

impl Page for InsecureTransport<'_> {
    const TEMPLATE: &'static str = "insecure_transport.html";
}

/// That there is no such page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NotFound<'a> {
    /// Where to go instead.
    pub home_url: Option<&'a str>,
}

impl Page for NotFound<'_> {
    const TEMPLATE: &'static str = "not_found.html";
}
