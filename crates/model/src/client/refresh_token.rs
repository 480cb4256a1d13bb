//! How a client's refresh tokens live.

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// The longest lifetime of a refresh token, in seconds: Auth0's five years.
pub const MAX_LIFETIME: i64 = 157_788_000;
/// The longest leeway, in seconds: for so long, a stolen token that was used goes unnoticed.
pub const MAX_LEEWAY: i64 = 60;

/// A client's refresh tokens, as Auth0 names their settings. Times are seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RefreshTokenSettings {
    /// Whether each is used once.
    pub rotation_type: RotationType,
    /// Whether they end by themselves.
    pub expiration_type: ExpirationType,
    /// For how long a token that was used is taken once more, so that a lost answer ends no sign-in.
    pub leeway: i64,
    /// How long a sign-in can be renewed at all.
    pub token_lifetime: i64,
    /// How long a sign-in that is not renewed can still be.
    pub idle_token_lifetime: i64,
    /// Whether `token_lifetime` does not count.
    pub infinite_token_lifetime: bool,
    /// Whether `idle_token_lifetime` does not count.
    pub infinite_idle_token_lifetime: bool,
}

impl Default for RefreshTokenSettings {
    fn default() -> Self {
        Self {
            rotation_type: RotationType::Rotating,
            expiration_type: ExpirationType::Expiring,
            leeway: 0,
            token_lifetime: 2_592_000,
            idle_token_lifetime: 1_296_000,
            infinite_token_lifetime: false,
            infinite_idle_token_lifetime: false,
        }
    }
}

/// Whether a refresh token is used once (RFC 9700 §4.14.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RotationType {
    /// Each renewal gives another one; the one used is spent.
    #[default]
    Rotating,
    /// One renews until it ends.
    NonRotating,
}

/// Whether a refresh token ends by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExpirationType {
    /// After its lifetimes.
    #[default]
    Expiring,
    /// Only when it is revoked.
    NonExpiring,
}

impl RefreshTokenSettings {
    /// Whether each renewal spends the token and gives another one.
    #[must_use]
    pub fn is_rotating(&self) -> bool {
        self.rotation_type == RotationType::Rotating
    }

    /// For how many seconds a spent token is taken once more.
    #[must_use]
    pub fn leeway_seconds(&self) -> i64 {
        self.leeway
    }

    /// How many seconds after the sign-in it can be renewed; absent if for ever.
    #[must_use]
    pub fn absolute_seconds(&self) -> Option<i64> {
        (self.expires() && !self.infinite_token_lifetime).then_some(self.token_lifetime)
    }

    /// How many seconds after the last renewal it can be renewed again; absent if for ever.
    #[must_use]
    pub fn idle_seconds(&self) -> Option<i64> {
        (self.expires() && !self.infinite_idle_token_lifetime).then_some(self.idle_token_lifetime)
    }

    /// Checks the ranges.
    ///
    /// # Errors
    /// `invalid_body` naming the field and what it may be.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        for (field, value, least, most) in [
            ("refresh_token.leeway", self.leeway, 0, MAX_LEEWAY),
            ("refresh_token.token_lifetime", self.token_lifetime, 1, MAX_LIFETIME),
            ("refresh_token.idle_token_lifetime", self.idle_token_lifetime, 1, MAX_LIFETIME),
        ] {
            if !(least..=most).contains(&value) {
                return Err(Refusal::invalid_field(field, &format!("must be {least} to {most} seconds")));
            }
        }
        match (self.idle_seconds(), self.absolute_seconds()) {
            (Some(idle), Some(absolute)) if idle > absolute => {
                let rule = format!("must not be above token_lifetime, which is {absolute}");
                Err(Refusal::invalid_field("refresh_token.idle_token_lifetime", &rule))
            }
            _ => Ok(()),
        }
    }

    fn expires(&self) -> bool {
        self.expiration_type == ExpirationType::Expiring
    }
}

#[cfg(test)]
mod tests {
    use super::RefreshTokenSettings;

    fn parsed(text: &str) -> RefreshTokenSettings {
        serde_json::from_str(text).expect("settings")
    }

    // ASVS v5.0.0-10.4.8
    #[test]
    fn refresh_tokens_rotate_and_end_unless_set_otherwise() {
        let settings = parsed("{}");
        assert!(settings.is_rotating());
        assert_eq!(
            (settings.leeway_seconds(), settings.absolute_seconds(), settings.idle_seconds()),
            (0, Some(2_592_000), Some(1_296_000))
        );
    }

    #[test]
    fn lifetimes_have_a_range() {
        for (text, field) in [
            (r#"{"leeway":61}"#, "leeway"),
            (r#"{"leeway":-1}"#, "leeway"),
            (r#"{"token_lifetime":0}"#, "token_lifetime"),
            (r#"{"token_lifetime":157788001}"#, "token_lifetime"),
            (r#"{"idle_token_lifetime":0}"#, "idle_token_lifetime"),
            (r#"{"token_lifetime":60}"#, "idle_token_lifetime"),
        ] {
            let refusal = parsed(text).check().expect_err(text);
            assert_eq!(refusal.field, Some(format!("refresh_token.{field}")), "{text}");
        }
        for text in [
            "{}",
            r#"{"leeway":60}"#,
            r#"{"token_lifetime":60,"idle_token_lifetime":60}"#,
            r#"{"token_lifetime":60,"infinite_idle_token_lifetime":true}"#,
            r#"{"token_lifetime":60,"expiration_type":"non-expiring"}"#,
        ] {
            assert!(parsed(text).check().is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_endless_has_no_seconds() {
        let never = parsed(r#"{"rotation_type":"non-rotating","expiration_type":"non-expiring"}"#);
        assert!(!never.is_rotating());
        assert_eq!((never.absolute_seconds(), never.idle_seconds()), (None, None));
        let idle_only = parsed(r#"{"infinite_token_lifetime":true,"idle_token_lifetime":60}"#);
        assert_eq!((idle_only.absolute_seconds(), idle_only.idle_seconds()), (None, Some(60)));
        let absolute_only = parsed(r#"{"infinite_idle_token_lifetime":true,"token_lifetime":60}"#);
        assert_eq!((absolute_only.absolute_seconds(), absolute_only.idle_seconds()), (Some(60), None));
    }
}
