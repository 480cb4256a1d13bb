//! Letting an application act.

use serde::Serialize;

use super::FormError;
use crate::pages::Page;

/// Where a person lets an application have what it asks for, or does not. Sends `state` and `decision`, which is `allow` or
/// `deny`. The application's name and logo come from the shell.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Consent<'a> {
    /// Where the form goes.
    pub action: &'a str,
    /// The handle of this sign-in.
    pub state: &'a str,
    /// The person's name.
    pub user_name: Option<&'a str>,
    /// How else the person is told from others: email address, username or phone number.
    pub user_identifier: &'a str,
    /// What is asked about the person.
    pub scopes: Vec<ConsentScope<'a>>,
    /// What is asked at an API.
    pub api: Option<ConsentApi<'a>>,
    /// For how many seconds the application may go on without asking again; until it is taken back if `None`.
    pub lasts_seconds: Option<u64>,
    /// The host that the answer is sent to, or the scheme of an application on the device.
    pub redirect_host: Option<&'a str>,
    /// The application's terms of use.
    pub terms_url: Option<&'a str>,
    /// The application's privacy policy.
    pub privacy_url: Option<&'a str>,
    /// Where another account may be chosen.
    pub switch_url: Option<&'a str>,
    /// What was wrong with the last try.
    pub error: Option<FormError>,
}

impl Page for Consent<'_> {
    const TEMPLATE: &'static str = "consent.html";
}

/// A scope in words.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ConsentScope<'a> {
    /// Its value. The scopes of OpenID Connect have words of ours.
    pub value: &'a str,
    /// The API's own description; goes before ours. A scope without any is shown by its value.
    pub description: Option<&'a str>,
}

/// An API and what is asked there.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ConsentApi<'a> {
    /// The API's name.
    pub name: &'a str,
    /// The scopes; none means that the application may call the API at all.
    pub scopes: Vec<ConsentScope<'a>>,
}
