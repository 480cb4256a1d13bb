//! Tickets: one-time links.

use serde::{Deserialize, Serialize};

use crate::ids::UserKey;
use crate::time::Timestamp;

/// How long a link in a mail holds unless said otherwise, in seconds: five days, as Auth0's.
pub const LIFETIME: i64 = 432_000;

/// How long a link to choose another password holds that somebody asked for without signing in, in seconds: it is a key
/// to the account (ASVS 6.4.1).
pub const RESET_LIFETIME: i64 = 3600;

/// A one-time link.
#[derive(Clone, Debug)]
pub struct Ticket {
    /// Its internal key.
    pub key: i64,
    /// What it is good for.
    pub kind: TicketKind,
    /// Whose.
    pub user: UserKey,
    /// The address it was made for: it proves this one alone.
    pub email: String,
    /// What comes after.
    pub settings: TicketSettings,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was used; 0 before.
    pub used_at: Timestamp,
}

/// What a ticket is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketKind {
    /// To prove an e-mail address.
    EmailVerification,
    /// To choose another password.
    PasswordChange,
}

impl TicketKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::EmailVerification, Self::PasswordChange];

    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EmailVerification => "email_verification",
            Self::PasswordChange => "password_change",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What comes after a ticket was used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketSettings {
    /// Where the person is sent to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result_url: Option<String>,
    /// The application it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// Whether the address is told to where the person is sent.
    #[serde(default)]
    pub include_email: bool,
    /// Whether a change of password proves the address as well.
    #[serde(default)]
    pub marks_email_as_verified: bool,
}
