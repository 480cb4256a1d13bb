//! Signing out.

use serde::Serialize;

use crate::pages::Page;

/// Where a person confirms to sign out. Sends the fields it is given.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LogoutConfirm<'a> {
    /// Where the form goes.
    pub action: &'a str,
    /// Names and values of hidden fields.
    pub fields: Vec<(&'a str, &'a str)>,
    /// The person's name.
    pub user_name: Option<&'a str>,
    /// How else the person is told from others.
    pub user_identifier: &'a str,
    /// Where to go to stay signed in.
    pub cancel_url: Option<&'a str>,
}

impl Page for LogoutConfirm<'_> {
    const TEMPLATE: &'static str = "logout_confirm.html";
}

/// That the person is signed out.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LoggedOut<'a> {
    /// Where to go on, if that is known.
    pub continue_url: Option<&'a str>,
}

impl Page for LoggedOut<'_> {
    const TEMPLATE: &'static str = "logged_out.html";
}
