//! The body that changes a tenant's settings.

use anteroom_model::Change;
use anteroom_model::settings::{Lifetime, RateLimitsChanges, TenantChanges};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::management::closed::Closed;

/// What to change. Fields left out stay as they are; null sets a field back to its default.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TenantSettingsUpdate)]
pub struct UpdateSettingsBody {
    /// The name shown to people.
    #[serde(default)]
    #[schema(value_type = Option<String>, min_length = 1, max_length = 200)]
    friendly_name: Change<String>,
    /// Where people ask for help by mail.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 254, format = Email)]
    support_email: Change<String>,
    /// Where people read help.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 2048, format = "uri")]
    support_url: Change<String>,
    /// The logo.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 2048, format = "uri")]
    picture_url: Change<String>,
    /// The audience of tokens asked for without one: the identifier of one of the tenant's resource servers.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 600)]
    default_audience: Change<String>,
    /// Where people are sent who have nowhere to return to.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 2048, format = "uri")]
    default_redirection_uri: Change<String>,
    /// Where people may be sent after signing out, whatever the client: whole addresses, without wildcards.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>, max_items = 100)]
    allowed_logout_urls: Change<Vec<String>>,
    /// How long a session lasts at most, in hours, 720 by default. Shorter is safer; sessions there are end no later either.
    #[serde(default)]
    #[schema(value_type = Option<f64>, minimum = 1, maximum = 8760)]
    session_lifetime: Change<f64>,
    /// The same in minutes; send one of them.
    #[serde(default)]
    #[schema(value_type = Option<i64>, minimum = 60, maximum = 525_600)]
    session_lifetime_in_minutes: Change<i64>,
    /// How long a session lasts without being used, in hours, 72 by default; no longer than `session_lifetime`.
    #[serde(default)]
    #[schema(value_type = Option<f64>, minimum = 1, maximum = 8760)]
    idle_session_lifetime: Change<f64>,
    /// The same in minutes; send one of them.
    #[serde(default)]
    #[schema(value_type = Option<i64>, minimum = 60, maximum = 525_600)]
    idle_session_lifetime_in_minutes: Change<i64>,
    /// Whether whoever has an e-mail address must prove it before signing in; not by default. A mail is sent to those who are
    /// stopped. Sessions there are go on.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    verified_email_required: Change<bool>,
    /// How many requests are answered; off by default, for an outer gateway to do.
    #[serde(default)]
    #[schema(value_type = Option<RateLimitsBody>, inline)]
    rate_limits: Change<Closed<RateLimitsBody>>,
}

/// How many requests are answered.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RateLimitsBody {
    /// Whether they are counted.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    enabled: Change<bool>,
    /// Requests of one user in a minute, 60 by default.
    #[serde(default)]
    #[schema(value_type = Option<i64>, minimum = 1, maximum = 100_000)]
    per_user_per_minute: Change<i64>,
    /// Requests from one address in a minute to what anybody may call, 30 by default.
    #[serde(default)]
    #[schema(value_type = Option<i64>, minimum = 1, maximum = 100_000)]
    per_ip_per_minute: Change<i64>,
}

impl UpdateSettingsBody {
    /// What is asked for.
    pub fn changes(self) -> TenantChanges {
        TenantChanges {
            friendly_name: self.friendly_name,
            support_email: self.support_email,
            support_url: self.support_url,
            picture_url: self.picture_url,
            default_audience: self.default_audience,
            default_redirection_uri: self.default_redirection_uri,
            allowed_logout_urls: self.allowed_logout_urls,
            session: Lifetime { hours: self.session_lifetime, minutes: self.session_lifetime_in_minutes },
            idle_session: Lifetime {
                hours: self.idle_session_lifetime,
                minutes: self.idle_session_lifetime_in_minutes,
            },
            verified_email_required: self.verified_email_required,
            rate_limits: match self.rate_limits {
                Change::Keep => RateLimitsChanges::default(),
                Change::Clear => RateLimitsChanges::clear(),
                Change::Set(Closed(limits)) => RateLimitsChanges {
                    enabled: limits.enabled,
                    per_user_per_minute: limits.per_user_per_minute,
                    per_ip_per_minute: limits.per_ip_per_minute,
                },
            },
        }
    }
}
