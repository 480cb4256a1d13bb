//! A tenant's settings: how long sessions last, how sign-in asks, and what protects it.

mod changes;
mod check;
mod protection;
mod protection_changes;
mod user_fields;
mod web_origins;

pub use changes::{Lifetime, PromptsChanges, SettingsChange, TenantChanges};
pub use protection::{
    ADDRESS_ATTEMPTS, ALLOWLIST, BruteForce, IpThrottling, LOCKING_ATTEMPTS, LOCKING_MINUTES, REQUESTS, RateLimits,
    SHIELDS,
};
pub use protection_changes::{BruteForceChanges, IpThrottlingChanges, RateLimitsChanges};
pub use user_fields::{UserFieldChanges, UserFieldSettings, UserFields};
pub use web_origins::web_origins;

use serde::{Deserialize, Serialize};

/// The shortest and the longest lifetime of a session, in minutes: 1 to 8760 hours (requirement S4.L34.1).
pub const SESSION_MINUTES: (i64, i64) = (60, 8760 * 60);

/// How many URLs people may be sent to after signing out, whatever the client.
pub const LOGOUT_URLS: usize = 100;

/// The most characters of the tenant's name for people, and of a URL.
pub const NAME_CHARACTERS: usize = 200;
/// See [`NAME_CHARACTERS`].
pub const URL_CHARACTERS: usize = 2048;

/// What a tenant decides for everybody in it. What was never decided has its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TenantSettings {
    /// The name shown to people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub friendly_name: Option<String>,
    /// Where people ask for help by mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support_email: Option<String>,
    /// Where people read help.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support_url: Option<String>,
    /// The logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture_url: Option<String>,
    /// The audience of tokens asked for without one: the identifier of one of the tenant's resource servers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_audience: Option<String>,
    /// Where people are sent who have nowhere to return to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_redirection_uri: Option<String>,
    /// Where people may be sent after signing out, whatever the client.
    pub allowed_logout_urls: Vec<String>,
    /// How long a session lasts at most, in minutes, see [`SESSION_MINUTES`].
    #[serde(rename = "session_lifetime_in_minutes")]
    pub session_minutes: i64,
    /// How long a session lasts without being used, in minutes, see [`SESSION_MINUTES`].
    #[serde(rename = "idle_session_lifetime_in_minutes")]
    pub idle_session_minutes: i64,
    /// How sign-in asks.
    pub sign_in: SignIn,
    /// What wrong passwords do to an account.
    pub brute_force: BruteForce,
    /// What failures do to an address.
    pub ip_throttling: IpThrottling,
    /// How many requests are answered.
    pub rate_limits: RateLimits,
    /// How the built-in fields of users are shown and offered.
    pub user_fields: UserFields,
}

/// How sign-in asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignIn {
    /// Whether it asks for the identifier on one page and for the password on the next.
    pub identifier_first: bool,
    /// Whether whoever has an e-mail address must have proven it (requirement S0.L23.15).
    pub requires_verified_email: bool,
}

impl Default for TenantSettings {
    fn default() -> Self {
        Self {
            friendly_name: None,
            support_email: None,
            support_url: None,
            picture_url: None,
            default_audience: None,
            default_redirection_uri: None,
            allowed_logout_urls: Vec::new(),
            session_minutes: 720 * 60,
            idle_session_minutes: 72 * 60,
            sign_in: SignIn::default(),
            brute_force: BruteForce::default(),
            ip_throttling: IpThrottling::default(),
            rate_limits: RateLimits::default(),
            user_fields: UserFields::new(),
        }
    }
}

impl TenantSettings {
    /// How long a session lasts at most, in seconds.
    #[must_use]
    pub const fn session_seconds(&self) -> i64 {
        self.session_minutes.saturating_mul(60)
    }

    /// How long a session lasts without being used, in seconds: never longer than the session itself.
    #[must_use]
    pub fn idle_session_seconds(&self) -> i64 {
        self.idle_session_minutes.min(self.session_minutes).saturating_mul(60)
    }

    /// How many wrong passwords in a row lock an account; `None` while none do.
    #[must_use]
    pub fn lock_threshold(&self) -> Option<i64> {
        self.brute_force.blocks().then_some(self.brute_force.max_attempts)
    }

    /// How long an account stays locked, in seconds.
    #[must_use]
    pub const fn lock_seconds(&self) -> i64 {
        self.brute_force.lock_minutes.saturating_mul(60)
    }

    /// How many failures from one address within [`Self::ip_seconds`] make it wait; `None` while none do.
    #[must_use]
    pub fn ip_threshold(&self) -> Option<i64> {
        self.ip_throttling.blocks().then_some(self.ip_throttling.max_attempts)
    }

    /// How long failures from one address are counted, in seconds.
    #[must_use]
    pub const fn ip_seconds(&self) -> i64 {
        self.ip_throttling.minutes.saturating_mul(60)
    }
}

#[cfg(test)]
mod tests {
    use super::TenantSettings;

    #[test]
    fn an_empty_row_is_the_defaults() {
        let settings: TenantSettings = serde_json::from_str("{}").expect("settings");
        assert_eq!(settings, TenantSettings::default());
        assert_eq!(settings.session_seconds(), 720 * 3600);
        assert_eq!(settings.idle_session_seconds(), 72 * 3600);
        assert_eq!((settings.lock_threshold(), settings.lock_seconds()), (Some(5), 900));
        assert_eq!((settings.ip_threshold(), settings.ip_seconds()), (Some(100), 900));
        assert!(!settings.rate_limits.enabled && !settings.sign_in.identifier_first);
    }

    #[test]
    fn a_field_of_a_later_release_does_no_harm() {
        let settings: TenantSettings =
            serde_json::from_str(r#"{"later":1,"session_lifetime_in_minutes":60}"#).expect("settings");
        assert_eq!(settings.session_seconds(), 3600);
        assert_eq!(settings.idle_session_seconds(), 3600, "an unused session never outlives a used one");
    }

    #[test]
    fn what_is_switched_off_has_no_threshold() {
        let mut settings = TenantSettings::default();
        settings.brute_force.enabled = false;
        settings.ip_throttling.shields.clear();
        assert_eq!((settings.lock_threshold(), settings.ip_threshold()), (None, None));
    }
}
