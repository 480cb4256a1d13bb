//! A tenant's settings on the wire.

use anteroom_model::settings::{RateLimits, TenantSettings};
use serde::Serialize;
use utoipa::ToSchema;

use super::hours::Hours;
use crate::management::schema::Partial;

/// A tenant's settings. Fields without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = TenantSettings)]
pub struct TenantSettingsView<'a> {
    /// The name shown to people.
    #[serde(skip_serializing_if = "Option::is_none")]
    friendly_name: Option<&'a str>,
    /// Where people ask for help by mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    support_email: Option<&'a str>,
    /// Where people read help.
    #[serde(skip_serializing_if = "Option::is_none")]
    support_url: Option<&'a str>,
    /// The logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    picture_url: Option<&'a str>,
    /// The audience of tokens asked for without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    default_audience: Option<&'a str>,
    /// Where people are sent who have nowhere to return to.
    #[serde(skip_serializing_if = "Option::is_none")]
    default_redirection_uri: Option<&'a str>,
    /// Where people may be sent after signing out, whatever the client.
    allowed_logout_urls: &'a [String],
    /// How long a session lasts at most, in hours.
    #[schema(value_type = f64, minimum = 1, maximum = 8760)]
    session_lifetime: Hours,
    /// The same in minutes.
    session_lifetime_in_minutes: i64,
    /// How long a session lasts without being used, in hours.
    #[schema(value_type = f64, minimum = 1, maximum = 8760)]
    idle_session_lifetime: Hours,
    /// The same in minutes.
    idle_session_lifetime_in_minutes: i64,
    /// Whether whoever has an e-mail address must prove it before signing in.
    verified_email_required: bool,
    /// How many requests are answered.
    rate_limits: RateLimitsView,
}

/// How many requests are answered.
#[derive(Serialize, ToSchema)]
#[schema(as = RateLimits)]
struct RateLimitsView {
    /// Whether they are counted.
    enabled: bool,
    /// Requests of one user in a minute.
    per_user_per_minute: i64,
    /// Requests from one address in a minute to what anybody may call.
    per_ip_per_minute: i64,
}

/// The fields of the settings that were asked for.
pub type PartialSettings = Partial<TenantSettingsView<'static>>;

impl<'a> TenantSettingsView<'a> {
    /// The settings as seen from outside.
    pub fn new(settings: &'a TenantSettings) -> Self {
        let idle_minutes = settings.idle_session_seconds() / 60;
        let RateLimits { enabled, per_user_per_minute, per_ip_per_minute } = settings.rate_limits;
        Self {
            friendly_name: settings.friendly_name.as_deref(),
            support_email: settings.support_email.as_deref(),
            support_url: settings.support_url.as_deref(),
            picture_url: settings.picture_url.as_deref(),
            default_audience: settings.default_audience.as_deref(),
            default_redirection_uri: settings.default_redirection_uri.as_deref(),
            allowed_logout_urls: &settings.allowed_logout_urls,
            session_lifetime: Hours(settings.session_minutes),
            session_lifetime_in_minutes: settings.session_minutes,
            idle_session_lifetime: Hours(idle_minutes),
            idle_session_lifetime_in_minutes: idle_minutes,
            verified_email_required: settings.sign_in.requires_verified_email,
            rate_limits: RateLimitsView { enabled, per_user_per_minute, per_ip_per_minute },
        }
    }
}
