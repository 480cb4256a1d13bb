//! Changing what protects sign-in.

use super::check::{number, plain};
use super::protection::network;
use super::{
    ADDRESS_ATTEMPTS, ALLOWLIST, BruteForce, IpThrottling, LOCKING_ATTEMPTS, LOCKING_MINUTES, REQUESTS, RateLimits,
    SHIELDS,
};
use crate::change::Change;
use crate::refusal::Refusal;

/// What is asked for of [`BruteForce`].
#[derive(Clone, Debug, Default)]
pub struct BruteForceChanges {
    /// See [`BruteForce::enabled`].
    pub enabled: Change<bool>,
    /// See [`BruteForce::shields`].
    pub shields: Change<Vec<String>>,
    /// Auth0's way of counting; ours is `count_per_identifier`, whatever the address.
    pub mode: Change<String>,
    /// See [`BruteForce::max_attempts`].
    pub max_attempts: Change<i64>,
    /// See [`BruteForce::lock_minutes`].
    pub lock_minutes: Change<i64>,
    /// See [`BruteForce::allowlist`].
    pub allowlist: Change<Vec<String>>,
}

impl BruteForceChanges {
    pub(super) fn apply(self, protection: &mut BruteForce) -> Result<(), Refusal> {
        let defaults = BruteForce::default();
        if self.mode.value().is_some_and(|mode| mode != "count_per_identifier") {
            let rule = "must be count_per_identifier: an account is locked whatever address failures come from";
            return Err(Refusal::invalid_field("mode", rule));
        }
        plain(&mut protection.enabled, self.enabled, defaults.enabled);
        plain(&mut protection.shields, shields(self.shields)?, defaults.shields);
        let attempts = &mut protection.max_attempts;
        number(attempts, &self.max_attempts, defaults.max_attempts, "max_attempts", LOCKING_ATTEMPTS)?;
        let minutes = &mut protection.lock_minutes;
        number(minutes, &self.lock_minutes, defaults.lock_minutes, "lock_minutes", LOCKING_MINUTES)?;
        plain(&mut protection.allowlist, allowlist(self.allowlist)?, defaults.allowlist);
        Ok(())
    }
}

/// What is asked for of [`IpThrottling`].
#[derive(Clone, Debug, Default)]
pub struct IpThrottlingChanges {
    /// See [`IpThrottling::enabled`].
    pub enabled: Change<bool>,
    /// See [`IpThrottling::shields`].
    pub shields: Change<Vec<String>>,
    /// See [`IpThrottling::max_attempts`].
    pub max_attempts: Change<i64>,
    /// See [`IpThrottling::minutes`].
    pub minutes: Change<i64>,
    /// See [`IpThrottling::allowlist`].
    pub allowlist: Change<Vec<String>>,
}

impl IpThrottlingChanges {
    pub(super) fn apply(self, protection: &mut IpThrottling) -> Result<(), Refusal> {
        let defaults = IpThrottling::default();
        plain(&mut protection.enabled, self.enabled, defaults.enabled);
        plain(&mut protection.shields, shields(self.shields)?, defaults.shields);
        let (attempts, field) = (&mut protection.max_attempts, "stage.pre-login.max_attempts");
        number(attempts, &self.max_attempts, defaults.max_attempts, field, ADDRESS_ATTEMPTS)?;
        number(&mut protection.minutes, &self.minutes, defaults.minutes, "minutes", LOCKING_MINUTES)?;
        plain(&mut protection.allowlist, allowlist(self.allowlist)?, defaults.allowlist);
        Ok(())
    }
}

/// What is asked for of [`RateLimits`]; sent as null, all of it goes back to its defaults.
#[derive(Clone, Debug, Default)]
pub struct RateLimitsChanges {
    /// See [`RateLimits::enabled`].
    pub enabled: Change<bool>,
    /// See [`RateLimits::per_user_per_minute`].
    pub per_user_per_minute: Change<i64>,
    /// See [`RateLimits::per_ip_per_minute`].
    pub per_ip_per_minute: Change<i64>,
}

impl RateLimitsChanges {
    /// Everything back to its default.
    #[must_use]
    pub const fn clear() -> Self {
        Self { enabled: Change::Clear, per_user_per_minute: Change::Clear, per_ip_per_minute: Change::Clear }
    }

    pub(super) fn apply(self, limits: &mut RateLimits) -> Result<(), Refusal> {
        let defaults = RateLimits::default();
        plain(&mut limits.enabled, self.enabled, defaults.enabled);
        let (per_user, field) = (&mut limits.per_user_per_minute, "rate_limits.per_user_per_minute");
        number(per_user, &self.per_user_per_minute, defaults.per_user_per_minute, field, REQUESTS)?;
        let (per_ip, field) = (&mut limits.per_ip_per_minute, "rate_limits.per_ip_per_minute");
        number(per_ip, &self.per_ip_per_minute, defaults.per_ip_per_minute, field, REQUESTS)
    }
}

fn shields(change: Change<Vec<String>>) -> Result<Change<Vec<String>>, Refusal> {
    let Change::Set(mut shields) = change else { return Ok(change) };
    if let Some(index) = shields.iter().position(|shield| !SHIELDS.contains(&shield.as_str())) {
        let rule = "must be block: notices by mail are not supported";
        return Err(Refusal::invalid_field(&format!("shields[{index}]"), rule));
    }
    shields.dedup();
    Ok(Change::Set(shields))
}

fn allowlist(change: Change<Vec<String>>) -> Result<Change<Vec<String>>, Refusal> {
    let Change::Set(entries) = change else { return Ok(change) };
    if entries.len() > ALLOWLIST {
        return Err(Refusal::invalid_field("allowlist", "must not have more than 100 entries"));
    }
    if let Some(index) = entries.iter().position(|entry| network(entry).is_none()) {
        let rule = "must be an IP address or a network such as 192.0.2.0/24";
        return Err(Refusal::invalid_field(&format!("allowlist[{index}]"), rule));
    }
    Ok(Change::Set(entries))
}

#[cfg(test)]
mod tests {
    use super::BruteForceChanges;
    use crate::change::Change;
    use crate::settings::{BruteForce, SettingsChange, TenantSettings};

    fn refused(changes: BruteForceChanges) -> (String, String) {
        let refusal = SettingsChange::BruteForce(changes).apply(TenantSettings::default()).expect_err("a refusal");
        (refusal.field.clone().unwrap_or_default(), refusal.to_string())
    }

    // S4.L34.3 S4.L34.4 S4.L34.7
    #[test]
    fn numbers_out_of_range_are_refused_with_the_range() {
        for wrong in [0, -1, 101, i64::MAX] {
            let changes = BruteForceChanges { max_attempts: Change::Set(wrong), ..BruteForceChanges::default() };
            let (field, message) = refused(changes);
            assert!(field == "max_attempts" && message.contains("from 1 to 100"), "{message}");
        }
        for wrong in [0, 10_081] {
            let changes = BruteForceChanges { lock_minutes: Change::Set(wrong), ..BruteForceChanges::default() };
            let (field, message) = refused(changes);
            assert!(field == "lock_minutes" && message.contains("from 1 to 10080"), "{message}");
        }
    }

    #[test]
    fn lists_hold_only_what_is_acted_on() {
        let list = |entry: &str| Change::Set(vec!["block".to_owned(), entry.to_owned()]);
        let changes = BruteForceChanges { shields: list("user_notification"), ..BruteForceChanges::default() };
        assert_eq!(refused(changes).0, "shields[1]");
        for entry in ["nonsense", "10.0.0.0/33", "10.0.0", "*"] {
            let allowlist = Change::Set(vec!["::1".to_owned(), entry.to_owned()]);
            assert_eq!(refused(BruteForceChanges { allowlist, ..BruteForceChanges::default() }).0, "allowlist[1]");
        }
        let mode = Change::Set("count_per_identifier_and_ip".to_owned());
        assert_eq!(refused(BruteForceChanges { mode, ..BruteForceChanges::default() }).0, "mode");
    }

    #[test]
    fn null_is_the_default_again() {
        let brute_force = BruteForce { enabled: false, max_attempts: 50, ..BruteForce::default() };
        let settings = TenantSettings { brute_force, ..TenantSettings::default() };
        let changes =
            BruteForceChanges { enabled: Change::Clear, max_attempts: Change::Clear, ..BruteForceChanges::default() };
        let settings = SettingsChange::BruteForce(changes).apply(settings).expect("settings");
        assert_eq!(settings, TenantSettings::default());
    }
}
