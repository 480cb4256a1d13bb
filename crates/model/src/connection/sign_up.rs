//! What people are asked for who sign up.

use serde_json::Value;

use super::Connection;
use crate::user::IdentifierKind;

/// Whether sign-up asks for something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// Nobody signs up without it.
    Required,
    /// It may be left out.
    Optional,
    /// It is not asked for, and refused when sent.
    #[default]
    Off,
}

impl Asked {
    /// Auth0's names of them.
    pub const NAMES: [&str; 3] = ["required", "optional", "inactive"];

    /// What Auth0's name means.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "required" => Some(Self::Required),
            "optional" => Some(Self::Optional),
            "inactive" => Some(Self::Off),
            _ => None,
        }
    }
}

/// What people are asked for who sign up, besides a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignUpRules {
    /// The e-mail address, required by default.
    pub email: Asked,
    /// The username, not asked for by default.
    pub username: Asked,
    /// The phone number, not asked for by default.
    pub phone: Asked,
}

impl SignUpRules {
    /// What the connection's options say: `attributes.<field>.signup.status`, `profile_required`, `requires_username`.
    pub(super) fn of(connection: &Connection) -> Self {
        let requires_username = connection.flag(&["requires_username"], false);
        let username = if requires_username { Asked::Required } else { Asked::Off };
        Self {
            email: asked(connection, IdentifierKind::Email, Asked::Required),
            username: asked(connection, IdentifierKind::Username, username),
            phone: asked(connection, IdentifierKind::Phone, Asked::Off),
        }
    }

    /// Whether sign-up asks for this kind of identifier.
    #[must_use]
    pub const fn asked(&self, kind: IdentifierKind) -> Asked {
        match kind {
            IdentifierKind::Email => self.email,
            IdentifierKind::Username => self.username,
            IdentifierKind::Phone => self.phone,
        }
    }
}

fn asked(connection: &Connection, kind: IdentifierKind, default: Asked) -> Asked {
    if connection.flag(&["attributes", kind.field(), "profile_required"], false) {
        return Asked::Required;
    }
    let status = connection.option(&["attributes", kind.field(), "signup", "status"]).and_then(Value::as_str);
    status.and_then(Asked::parse).unwrap_or(default)
}
