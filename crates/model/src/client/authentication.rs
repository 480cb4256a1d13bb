//! How a client proves itself.

/// How a client proves itself at the token endpoint (OpenID Connect Core §9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// Not at all: a public client.
    None,
    /// With its secret in the body.
    #[default]
    SecretPost,
    /// With its secret in the Authorization header.
    SecretBasic,
}

impl ClientAuthentication {
    /// All methods.
    pub const ALL: [Self; 3] = [Self::None, Self::SecretPost, Self::SecretBasic];

    /// The registered name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::SecretPost => "client_secret_post",
            Self::SecretBasic => "client_secret_basic",
        }
    }

    /// The method of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}
