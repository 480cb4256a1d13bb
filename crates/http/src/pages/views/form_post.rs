//! Handing an answer to an application by a form.

use serde::Serialize;

use crate::pages::Page;

/// A form that the script sends at once, or the person with a button (OAuth 2.0 Form Post Response Mode §2).
///
/// The origin of `action` belongs into [`page_headers`](crate::pages::page_headers).
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormPost<'a> {
    /// The redirect URI.
    pub action: &'a str,
    /// Names and values of the answer's parameters.
    pub fields: Vec<(&'a str, &'a str)>,
}

impl Page for FormPost<'_> {
    const TEMPLATE: &'static str = "form_post.html";
}
