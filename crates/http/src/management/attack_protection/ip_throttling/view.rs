//! The protection from addresses on the wire.

use anteroom_model::settings::IpThrottling;
use serde::Serialize;
use utoipa::ToSchema;

use crate::management::schema::words;

/// What failures from one address do to it.
#[derive(Serialize, ToSchema)]
#[schema(as = SuspiciousIpThrottling)]
pub struct IpThrottlingView<'a> {
    /// Whether they are counted.
    enabled: bool,
    /// What happens then.
    #[schema(value_type = Vec<words::Shield>)]
    shields: &'a [String],
    /// Addresses and networks from which nothing is counted.
    allowlist: &'a [String],
    /// How many failures are taken.
    stage: Stage,
    /// Within how many minutes.
    minutes: i64,
}

/// Auth0's stages.
#[derive(Serialize, ToSchema)]
#[schema(as = SuspiciousIpStage)]
struct Stage {
    /// At sign-in.
    #[serde(rename = "pre-login")]
    pre_login: PreLogin,
}

/// How many failures are taken at sign-in.
#[derive(Serialize, ToSchema)]
#[schema(as = SuspiciousIpPreLogin)]
struct PreLogin {
    /// How many.
    max_attempts: i64,
}

impl<'a> IpThrottlingView<'a> {
    /// The protection as seen from outside.
    pub fn new(protection: &'a IpThrottling) -> Self {
        Self {
            enabled: protection.enabled,
            shields: &protection.shields,
            allowlist: &protection.allowlist,
            stage: Stage { pre_login: PreLogin { max_attempts: protection.max_attempts } },
            minutes: protection.minutes,
        }
    }
}
