//! The mails there are.

use std::net::IpAddr;

use anteroom_model::{Timestamp, reset_code};
use minijinja::{Value, context};

use super::act::AdminAct;
use super::compose::House;
use super::greeting;

/// A mail, by what it tells. Links are secrets: whoever has one may do what it is for.
#[derive(Clone, PartialEq, Eq)]
pub enum Mail {
    /// Asks to confirm that the address is theirs.
    VerifyEmail {
        /// Where it is confirmed.
        link: String,
        /// The name they gave; left out where a greeting would carry something else than a name.
        name: Option<String>,
    },
    /// Lets them choose a new password.
    ResetPassword {
        /// Where it is chosen.
        link: String,
        /// How long the link works, in minutes.
        minutes: i64,
        /// The code to type instead, if the person has a page to type it in; a secret as the link is.
        code: Option<String>,
    },
    /// Says that their password was changed.
    PasswordChanged {
        /// When.
        at: Timestamp,
        /// From where, if it was themselves or somebody in their place.
        ip: Option<IpAddr>,
        /// Where they can choose a new one if it was not them.
        reset_link: Option<String>,
    },
    /// Says that somebody tried to sign up with their address (the page itself must not say that there is an account).
    AccountExists {
        /// Where they sign in.
        login_link: String,
    },
    /// Says that an administrator made an account for them.
    AccountMade {
        /// Where they sign in.
        login_link: String,
        /// As whom.
        identifier: String,
        /// Their name; left out where a greeting would carry something else than a name.
        name: Option<String>,
    },
    /// Says what an administrator did to their account; never who, why, or which password.
    AdminActed {
        /// What.
        act: AdminAct,
        /// When.
        at: Timestamp,
        /// Where they go on: to another password, or to the sign-in page.
        link: Option<String>,
    },
}

impl Mail {
    /// The key of its words.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::VerifyEmail { .. } => "verify_email",
            Self::ResetPassword { .. } => "reset_password",
            Self::PasswordChanged { .. } => "password_changed",
            Self::AccountExists { .. } => "account_exists",
            Self::AccountMade { .. } => "account_made",
            Self::AdminActed { act, .. } => act.key(),
        }
    }

    pub(super) fn link(&self) -> Option<&str> {
        match self {
            Self::VerifyEmail { link, .. } | Self::ResetPassword { link, .. } => Some(link),
            Self::PasswordChanged { reset_link: link, .. } | Self::AdminActed { link, .. } => link.as_deref(),
            Self::AccountExists { login_link } | Self::AccountMade { login_link, .. } => Some(login_link),
        }
    }

    /// The code that can be typed instead of following the link.
    pub(super) fn code(&self) -> Option<&str> {
        match self {
            Self::ResetPassword { code, .. } => code.as_deref(),
            Self::VerifyEmail { .. }
            | Self::PasswordChanged { .. }
            | Self::AccountExists { .. }
            | Self::AccountMade { .. }
            | Self::AdminActed { .. } => None,
        }
    }

    /// What its words may name; what a mail has not is none.
    pub(super) fn facts(&self, house: &House) -> Value {
        let (mut name, mut minutes, mut hours, mut at, mut ip) = (None, None, None, None, None);
        let (mut identifier, mut act) = (None, None);
        match self {
            Self::VerifyEmail { name: given, .. } => name = given.as_deref().and_then(greeting::name),
            Self::ResetPassword { minutes: lifetime, .. } => {
                minutes = Some(*lifetime);
                hours = (*lifetime >= 60 && lifetime % 60 == 0).then_some(lifetime / 60);
            }
            Self::PasswordChanged { at: when, ip: from, .. } => {
                at = Some(minute(*when));
                ip = from.map(|address| address.to_string());
            }
            Self::AccountExists { .. } => {}
            Self::AccountMade { identifier: whom, name: given, .. } => {
                identifier = Some(whom.clone());
                name = given.as_deref().and_then(greeting::name);
            }
            Self::AdminActed { act: what, at: when, .. } => {
                at = Some(minute(*when));
                act = Some(*what);
            }
        }
        context! {
            tenant => house.name.as_str(), support => house.support.clone(), link => self.link().map(str::to_owned),
            identifier => identifier, name => name, minutes => minutes, hours => hours, at => at, ip => ip, code => self.code(),
            code_minutes => reset_code::LIFETIME / 60,
            must_change => act.map(AdminAct::must_change), is_all => act.map(AdminAct::is_all),
            can_sign_in => act.map(AdminAct::can_sign_in),
        }
    }
}

/// `2026-11-20 06:32 UTC`: alike and unmistakable in every language.
fn minute(at: Timestamp) -> String {
    let text = at.to_string();
    let (date, time) = text.split_once('T').unwrap_or((&text, ""));
    format!("{date} {} UTC", time.get(..5).unwrap_or(time))
}

/// Without links and names.
impl std::fmt::Debug for Mail {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Mail({})", self.key())
    }
}
