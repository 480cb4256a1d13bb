//! The words that parameters take.

use serde::{Deserialize, Serialize};

/// How the answer reaches the application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponseMode {
    /// In the query of the redirect (OAuth 2.0 Multiple Response Type Encoding Practices §2.1).
    #[default]
    Query,
    /// In its fragment.
    Fragment,
    /// In a form that the browser posts (OAuth 2.0 Form Post Response Mode).
    FormPost,
}

impl ResponseMode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Query, Self::Fragment, Self::FormPost];

    /// The registered name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Query => "query",
            Self::Fragment => "fragment",
            Self::FormPost => "form_post",
        }
    }

    /// The mode of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// What the application wants the person to be asked (OpenID Connect Core §3.1.2.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompts {
    /// Nothing: the answer comes without any page, or it is an error.
    pub none: bool,
    /// To sign in, also when a session stands.
    pub login: bool,
    /// For consent, also when it was given before.
    pub consent: bool,
    /// Which account to use.
    pub select_account: bool,
}

impl Prompts {
    /// The prompts of a list separated by spaces.
    ///
    /// # Errors
    /// What is wrong, for developers.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut prompts = Self::default();
        for word in text.split_ascii_whitespace() {
            match word {
                "none" => prompts.none = true,
                "login" => prompts.login = true,
                "consent" => prompts.consent = true,
                "select_account" => prompts.select_account = true,
                _ => return Err("prompt must be of none, login, consent and select_account.".to_owned()),
            }
        }
        if prompts.none && (prompts.login || prompts.consent || prompts.select_account) {
            return Err("prompt=none must stand alone.".to_owned());
        }
        Ok(prompts)
    }
}

#[cfg(test)]
mod tests {
    use super::Prompts;

    #[test]
    fn none_stands_alone() {
        assert!(Prompts::parse("none").is_ok_and(|prompts| prompts.none));
        assert!(Prompts::parse("login consent").is_ok_and(|prompts| prompts.login && prompts.consent));
        assert!(Prompts::parse("none login").is_err());
        assert!(Prompts::parse("create").is_err());
    }
}
