//! The forms of a user that uniqueness and search go by.

use super::User;
use crate::text::{fold, search_form};

/// What a user signs in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IdentifierKind {
    /// An e-mail address.
    Email,
    /// A username.
    Username,
    /// A phone number.
    Phone,
}

impl IdentifierKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Email, Self::Username, Self::Phone];

    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Username => "username",
            Self::Phone => "phone",
        }
    }

    /// The field on the wire.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Username => "username",
            Self::Phone => "phone_number",
        }
    }
}

/// A sign-in identifier in the form in which it is unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Which kind.
    pub kind: IdentifierKind,
    /// The key, see [`identifier_key`].
    pub key: String,
}

/// The form in which identifiers are unique and looked up: without regard to case, width and marks.
#[must_use]
pub fn identifier_key(text: &str) -> String {
    fold(text)
}

/// The forms of a user that lists are searched and sorted by; empty where the user has no value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchKeys {
    /// The key of the e-mail address.
    pub email: String,
    /// The key of the username.
    pub username: String,
    /// The folded full name.
    pub name: String,
    /// The folded nickname.
    pub nickname: String,
    /// The folded given name.
    pub given_name: String,
    /// The folded family name.
    pub family_name: String,
    /// All that plain text finds a user by, one to a line.
    pub text: String,
}

impl User {
    /// The sign-in identifiers the user has.
    #[must_use]
    pub fn identifiers(&self) -> Vec<Identifier> {
        [
            (IdentifierKind::Email, &self.email),
            (IdentifierKind::Username, &self.username),
            (IdentifierKind::Phone, &self.phone_number),
        ]
        .into_iter()
        .filter_map(|(kind, text)| text.as_deref().map(|text| Identifier { kind, key: identifier_key(text) }))
        .collect()
    }

    /// The forms that lists are searched and sorted by.
    #[must_use]
    pub fn search_keys(&self) -> SearchKeys {
        let folded = |text: &Option<String>| text.as_deref().map(fold).unwrap_or_default();
        let profile = &self.profile;
        let words = [
            Some(&self.user_id),
            Some(&self.public_id),
            self.external_id.as_ref(),
            self.username.as_ref(),
            self.email.as_ref(),
            self.phone_number.as_ref(),
            profile.name.as_ref(),
            profile.given_name.as_ref(),
            profile.family_name.as_ref(),
            profile.nickname.as_ref(),
        ];
        let text: Vec<_> = words.into_iter().flatten().map(|word| search_form(word)).collect();
        SearchKeys {
            email: folded(&self.email),
            username: folded(&self.username),
            name: folded(&profile.name),
            nickname: folded(&profile.nickname),
            given_name: folded(&profile.given_name),
            family_name: folded(&profile.family_name),
            text: text.join("\n"),
        }
    }
}
