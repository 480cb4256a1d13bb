//! Changing settings. Null sets a setting back to its default.

use super::check::{destination, name, number, out_of_range, plain, text, web_url};
use super::{
    BruteForceChanges, IpThrottlingChanges, LOGOUT_URLS, RateLimitsChanges, SESSION_MINUTES, TenantSettings,
    UserFieldChanges,
};
use crate::change::Change;
use crate::email;
use crate::refusal::Refusal;

/// A change of one part of the settings.
#[derive(Clone, Debug)]
pub enum SettingsChange {
    /// Of the tenant itself.
    Tenant(Box<TenantChanges>),
    /// Of how sign-in asks.
    Prompts(PromptsChanges),
    /// Of what wrong passwords do to an account.
    BruteForce(BruteForceChanges),
    /// Of what failures do to an address.
    IpThrottling(IpThrottlingChanges),
    /// Of how a built-in field of users is shown and offered.
    UserField(UserFieldChanges),
}

impl SettingsChange {
    /// The settings after the change.
    ///
    /// # Errors
    /// `invalid_body` naming the field and the range allowed (requirement S4.L34.7); `inexistent_user_field`.
    pub fn apply(self, mut settings: TenantSettings) -> Result<TenantSettings, Refusal> {
        match self {
            Self::Tenant(changes) => changes.apply(&mut settings)?,
            Self::Prompts(changes) => changes.apply(&mut settings)?,
            Self::BruteForce(changes) => changes.apply(&mut settings.brute_force)?,
            Self::IpThrottling(changes) => changes.apply(&mut settings.ip_throttling)?,
            Self::UserField(changes) => changes.apply(&mut settings.user_fields)?,
        }
        Ok(settings)
    }
}

/// What is asked for of the tenant itself, see [`TenantSettings`].
#[derive(Clone, Debug, Default)]
pub struct TenantChanges {
    /// See [`TenantSettings::friendly_name`].
    pub friendly_name: Change<String>,
    /// See [`TenantSettings::support_email`].
    pub support_email: Change<String>,
    /// See [`TenantSettings::support_url`].
    pub support_url: Change<String>,
    /// See [`TenantSettings::picture_url`].
    pub picture_url: Change<String>,
    /// See [`TenantSettings::default_audience`]; that there is such a resource server is for the verb to see.
    pub default_audience: Change<String>,
    /// See [`TenantSettings::default_redirection_uri`].
    pub default_redirection_uri: Change<String>,
    /// See [`TenantSettings::allowed_logout_urls`].
    pub allowed_logout_urls: Change<Vec<String>>,
    /// How long a session lasts.
    pub session: Lifetime,
    /// How long a session lasts without being used.
    pub idle_session: Lifetime,
    /// How many requests are answered.
    pub rate_limits: RateLimitsChanges,
    /// See [`super::SignIn::requires_verified_email`].
    pub verified_email_required: Change<bool>,
}

/// A lifetime, in hours or in minutes.
#[derive(Clone, Debug, Default)]
pub struct Lifetime {
    /// In hours; parts of hours are rounded to minutes.
    pub hours: Change<f64>,
    /// In minutes.
    pub minutes: Change<i64>,
}

impl TenantChanges {
    fn apply(self, settings: &mut TenantSettings) -> Result<(), Refusal> {
        let defaults = TenantSettings::default();
        text(&mut settings.friendly_name, self.friendly_name, "friendly_name", name)?;
        text(&mut settings.support_email, self.support_email, "support_email", |text| email::normalize(&text))?;
        text(&mut settings.support_url, self.support_url, "support_url", web_url)?;
        text(&mut settings.picture_url, self.picture_url, "picture_url", web_url)?;
        text(&mut settings.default_audience, self.default_audience, "default_audience", Ok)?;
        let uri = self.default_redirection_uri;
        text(&mut settings.default_redirection_uri, uri, "default_redirection_uri", destination)?;
        plain(&mut settings.allowed_logout_urls, logout_urls(self.allowed_logout_urls)?, Vec::new());
        self.session.apply(&mut settings.session_minutes, defaults.session_minutes, "session_lifetime")?;
        let idle = &mut settings.idle_session_minutes;
        self.idle_session.apply(idle, defaults.idle_session_minutes, "idle_session_lifetime")?;
        // A shorter session that comes later wins by itself, see `TenantSettings::idle_session_seconds`.
        if self.idle_session.is_set() && settings.idle_session_minutes > settings.session_minutes {
            let most = (SESSION_MINUTES.0 / 60, settings.session_minutes / 60);
            let message = format!("must be from {} to {}, the hours that a session lasts", most.0, most.1);
            return Err(Refusal::invalid_field("idle_session_lifetime", &message));
        }
        plain(&mut settings.sign_in.requires_verified_email, self.verified_email_required, false);
        self.rate_limits.apply(&mut settings.rate_limits)
    }
}

impl Lifetime {
    fn is_set(&self) -> bool {
        self.hours.value().is_some() || self.minutes.value().is_some()
    }

    fn apply(&self, current: &mut i64, default: i64, field: &str) -> Result<(), Refusal> {
        let in_minutes = format!("{field}_in_minutes");
        let hours = match self.hours {
            Change::Keep => Change::Keep,
            Change::Clear => Change::Clear,
            Change::Set(hours) => Change::Set(
                minutes_of(hours)
                    .ok_or_else(|| out_of_range(field, (SESSION_MINUTES.0 / 60, SESSION_MINUTES.1 / 60)))?,
            ),
        };
        if hours.is_mentioned() && self.minutes.is_mentioned() && hours != self.minutes {
            let rule = format!("says something else than {field}: send one of them");
            return Err(Refusal::invalid_field(&in_minutes, &rule));
        }
        number(current, &hours, default, field, SESSION_MINUTES)?;
        number(current, &self.minutes, default, &in_minutes, SESSION_MINUTES)
    }
}

/// Hours as minutes, within what a session may last.
fn minutes_of(hours: f64) -> Option<i64> {
    let minutes = (hours * 60.0).round();
    // Neither end is so large that a float could not tell it from its neighbours.
    #[expect(clippy::cast_precision_loss, reason = "both ends are below a million")]
    let (least, most) = (SESSION_MINUTES.0 as f64, SESSION_MINUTES.1 as f64);
    #[expect(clippy::cast_possible_truncation, reason = "it is a whole number between two that fit")]
    (least..=most).contains(&minutes).then_some(minutes as i64)
}

fn logout_urls(change: Change<Vec<String>>) -> Result<Change<Vec<String>>, Refusal> {
    let Change::Set(urls) = change else { return Ok(change) };
    if urls.len() > LOGOUT_URLS {
        return Err(Refusal::invalid_field("allowed_logout_urls", "must not have more than 100 entries"));
    }
    let checked = urls.into_iter().enumerate().map(|(index, url)| {
        destination(url).map_err(|rule| Refusal::invalid_field(&format!("allowed_logout_urls[{index}]"), rule))
    });
    checked.collect::<Result<_, _>>().map(Change::Set)
}

/// What is asked for of how sign-in asks.
#[derive(Clone, Debug, Default)]
pub struct PromptsChanges {
    /// Auth0's choice of pages; ours are all `new`.
    pub universal_login_experience: Change<String>,
    /// See [`super::SignIn::identifier_first`].
    pub identifier_first: Change<bool>,
}

impl PromptsChanges {
    fn apply(self, settings: &mut TenantSettings) -> Result<(), Refusal> {
        if self.universal_login_experience.value().is_some_and(|experience| experience != "new") {
            return Err(Refusal::invalid_field("universal_login_experience", "must be new: there are no other pages"));
        }
        plain(&mut settings.sign_in.identifier_first, self.identifier_first, false);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Lifetime, PromptsChanges, SettingsChange, TenantChanges};
    use crate::change::Change;
    use crate::settings::TenantSettings;

    fn hours(session: Change<f64>, idle: Change<f64>) -> Result<TenantSettings, String> {
        let of = |hours| Lifetime { hours, minutes: Change::Keep };
        let changes = TenantChanges { session: of(session), idle_session: of(idle), ..TenantChanges::default() };
        SettingsChange::Tenant(Box::new(changes))
            .apply(TenantSettings::default())
            .map_err(|refusal| refusal.to_string())
    }

    // S4.L34.1 S4.L34.7
    #[test]
    fn sessions_last_from_one_hour_to_a_year() {
        for (asked, minutes) in [(1.0, 60), (1.5, 90), (8760.0, 525_600), (100.01, 6001)] {
            let settings = hours(Change::Set(asked), Change::Keep).expect("settings");
            assert_eq!(settings.session_minutes, minutes);
        }
        for asked in [0.0, 0.9, -1.0, 8760.1, 1e300, f64::NAN, f64::INFINITY] {
            let refused = hours(Change::Set(asked), Change::Keep).expect_err("a refusal");
            assert!(refused.contains("from 1 to 8760") && refused.contains("session_lifetime"), "{refused}");
        }
    }

    #[test]
    fn an_unused_session_is_not_asked_to_outlive_a_used_one() {
        let refused = hours(Change::Set(10.0), Change::Set(11.0)).expect_err("a refusal");
        assert!(refused.contains("from 1 to 10") && refused.contains("idle_session_lifetime"), "{refused}");
        assert_eq!(hours(Change::Set(10.0), Change::Set(10.0)).expect("settings").idle_session_seconds(), 36_000);
        // Only the session was made shorter: it ends the unused one too.
        assert_eq!(hours(Change::Set(10.0), Change::Keep).expect("settings").idle_session_seconds(), 36_000);
        assert_eq!(hours(Change::Keep, Change::Clear).expect("settings"), TenantSettings::default());
    }

    #[test]
    fn hours_and_minutes_that_disagree_are_refused() {
        let both = |minutes| {
            let session = Lifetime { hours: Change::Set(2.0), minutes: Change::Set(minutes) };
            let changes = TenantChanges { session, ..TenantChanges::default() };
            SettingsChange::Tenant(Box::new(changes)).apply(TenantSettings::default())
        };
        assert_eq!(both(120).expect("settings").session_minutes, 120);
        assert_eq!(both(121).expect_err("a refusal").field.as_deref(), Some("session_lifetime_in_minutes"));
    }

    #[test]
    fn there_are_no_classic_pages() {
        let asked = |text: &str| {
            let experience = Change::Set(text.to_owned());
            let changes = PromptsChanges { universal_login_experience: experience, ..PromptsChanges::default() };
            SettingsChange::Prompts(changes).apply(TenantSettings::default())
        };
        assert!(asked("new").is_ok() && asked("classic").is_err());
    }
}
