//! Forms of access tokens.

use serde::{Deserialize, Serialize};

/// The form of a resource server's access tokens, by Auth0's names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenDialect {
    /// Auth0's.
    #[default]
    AccessToken,
    /// Auth0's, with the claim `permissions`.
    AccessTokenAuthz,
    /// RFC 9068's.
    Rfc9068Profile,
    /// RFC 9068's, with the claim `permissions`.
    Rfc9068ProfileAuthz,
}

impl TokenDialect {
    /// All forms.
    pub const ALL: [Self; 4] =
        [Self::AccessToken, Self::AccessTokenAuthz, Self::Rfc9068Profile, Self::Rfc9068ProfileAuthz];

    /// The name on the wire and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccessToken => "access_token",
            Self::AccessTokenAuthz => "access_token_authz",
            Self::Rfc9068Profile => "rfc9068_profile",
            Self::Rfc9068ProfileAuthz => "rfc9068_profile_authz",
        }
    }

    /// The form of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.name() == name)
    }

    /// Whether tokens carry the claim `permissions`.
    #[must_use]
    pub const fn has_permissions(self) -> bool {
        matches!(self, Self::AccessTokenAuthz | Self::Rfc9068ProfileAuthz)
    }
}
