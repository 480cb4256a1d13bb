//! `[management]`: limits of the Management API.

use std::num::NonZeroU32;
use std::time::Duration;

use super::key::{Key, Section};
use super::parse;
use super::problem::Problem;
use super::settings::Settings;

const RATE_LIMIT_PER_SECOND: Key = Key::number(
    "rate_limit_per_second",
    "ANTEROOM_MANAGEMENT_RATE_LIMIT_PER_SECOND",
    "500",
    "The requests a second each client may make in the long run, up to 1000000; 0 switches the limit off.",
);

const RATE_LIMIT_BURST: Key = Key::number(
    "rate_limit_burst",
    "ANTEROOM_MANAGEMENT_RATE_LIMIT_BURST",
    "1000",
    "The requests each client may make at once, up to 1000000; 0 switches the limit off.",
);

const ACCESS_TOKEN_LIFETIME_SECONDS: Key = Key::number(
    "access_token_lifetime_seconds",
    "ANTEROOM_MANAGEMENT_ACCESS_TOKEN_LIFETIME_SECONDS",
    "86400",
    "How long an access token for the Management API is valid, 60 to 2592000 seconds.",
);

pub(super) const SECTION: Section = Section {
    name: "management",
    in_file: true,
    meaning: "Limits of the Management API, `/api/v2`.",
    keys: &[RATE_LIMIT_PER_SECOND, RATE_LIMIT_BURST, ACCESS_TOKEN_LIFETIME_SECONDS],
};

/// The settings of `[management]`.
#[derive(Clone, Debug)]
pub struct Management {
    /// How often each client may ask; `None` is without limit.
    pub rate_limit: Option<RateLimit>,
    /// How long an access token for the Management API is valid.
    pub access_token_lifetime: Duration,
}

/// A token bucket's size and rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    /// Requests a second in the long run.
    pub per_second: NonZeroU32,
    /// Requests at once.
    pub burst: NonZeroU32,
}

impl Management {
    pub(super) fn read(settings: &Settings) -> Result<Self, Problem> {
        let per_second = settings.read(&RATE_LIMIT_PER_SECOND, parse::number(0..=1_000_000)).map(NonZeroU32::new)?;
        let burst = settings.read(&RATE_LIMIT_BURST, parse::number(0..=1_000_000)).map(NonZeroU32::new)?;
        Ok(Self {
            rate_limit: per_second.zip(burst).map(|(per_second, burst)| RateLimit { per_second, burst }),
            access_token_lifetime: settings
                .read(&ACCESS_TOKEN_LIFETIME_SECONDS, parse::number(60..=2_592_000))
                .map(Duration::from_secs)?,
        })
    }
}
