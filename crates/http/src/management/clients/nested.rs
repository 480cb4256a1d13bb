//! Objects within a client: closed, so that what is not acted on is refused by name.

use anteroom_model::client::{
    Android, ExpirationType, Ios, JwtConfiguration, Mobile, RefreshTokenSettings, RotationType, SigningName,
};
use anteroom_model::{Change, Refusal};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::extract::present;
use crate::management::closed::Closed;
use crate::management::schema::words;

/// A client's ID tokens.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientJwtConfiguration)]
pub struct JwtBody {
    /// How long they hold, in seconds; 36000 by default.
    #[schema(minimum = 1, maximum = 2_592_000)]
    #[serde(default, deserialize_with = "present")]
    lifetime_in_seconds: Option<i64>,
    /// What they are signed with.
    #[schema(value_type = Option<words::ClientSigningAlgorithm>)]
    #[serde(default, deserialize_with = "present")]
    alg: Option<String>,
    /// Whether the secret is encoded: never.
    #[serde(default, deserialize_with = "present")]
    secret_encoded: Option<bool>,
}

impl JwtBody {
    /// The settings this says.
    ///
    /// # Errors
    /// `invalid_body` for another algorithm, or for a secret that is encoded.
    pub fn read(self) -> Result<JwtConfiguration, Refusal> {
        if self.alg.is_some_and(|alg| alg != "RS256") {
            let rule = "must be RS256: applications need no secret to check it";
            return Err(Refusal::invalid_field("jwt_configuration.alg", rule));
        }
        if self.secret_encoded == Some(true) {
            let rule = "must be false: secrets are used as they are";
            return Err(Refusal::invalid_field("jwt_configuration.secret_encoded", rule));
        }
        let default = JwtConfiguration::default();
        let lifetime_in_seconds = self.lifetime_in_seconds.unwrap_or(default.lifetime_in_seconds);
        Ok(JwtConfiguration { lifetime_in_seconds, alg: SigningName::RS256 })
    }
}

/// A client's refresh tokens. Times are seconds.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientRefreshToken)]
pub struct RefreshTokenBody {
    /// `rotating` by default; public clients must.
    #[schema(value_type = Option<words::ClientRotationType>)]
    #[serde(default, deserialize_with = "present")]
    rotation_type: Option<RotationType>,
    /// `expiring` by default.
    #[schema(value_type = Option<words::ClientExpirationType>)]
    #[serde(default, deserialize_with = "present")]
    expiration_type: Option<ExpirationType>,
    /// For how long a token that was used is taken once more; 0 by default.
    #[schema(minimum = 0, maximum = 60)]
    #[serde(default, deserialize_with = "present")]
    leeway: Option<i64>,
    /// How long a sign-in can be renewed at all; 2592000 by default.
    #[schema(minimum = 1, maximum = 157_788_000)]
    #[serde(default, deserialize_with = "present")]
    token_lifetime: Option<i64>,
    /// How long a sign-in that is not renewed can still be; 1296000 by default, never above `token_lifetime`.
    #[schema(minimum = 1, maximum = 157_788_000)]
    #[serde(default, deserialize_with = "present")]
    idle_token_lifetime: Option<i64>,
    /// Whether `token_lifetime` does not count.
    #[serde(default, deserialize_with = "present")]
    infinite_token_lifetime: Option<bool>,
    /// Whether `idle_token_lifetime` does not count.
    #[serde(default, deserialize_with = "present")]
    infinite_idle_token_lifetime: Option<bool>,
}

impl RefreshTokenBody {
    /// The settings this says.
    pub fn read(self) -> RefreshTokenSettings {
        let default = RefreshTokenSettings::default();
        let token_lifetime = self.token_lifetime.unwrap_or(default.token_lifetime);
        // Who shortens the one and says nothing of the other does not mean the other to be longer.
        let idle = self.idle_token_lifetime.unwrap_or_else(|| default.idle_token_lifetime.min(token_lifetime));
        RefreshTokenSettings {
            rotation_type: self.rotation_type.unwrap_or_default(),
            expiration_type: self.expiration_type.unwrap_or_default(),
            leeway: self.leeway.unwrap_or(default.leeway),
            token_lifetime,
            idle_token_lifetime: idle,
            infinite_token_lifetime: self.infinite_token_lifetime.unwrap_or_default(),
            infinite_idle_token_lifetime: self.infinite_idle_token_lifetime.unwrap_or_default(),
        }
    }
}

/// The applications on phones that belong to a client; kept, not acted on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientMobile)]
pub struct MobileBody {
    /// The one on Android.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<AndroidBody>)]
    android: Option<Closed<AndroidBody>>,
    /// The one on iOS.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<IosBody>)]
    ios: Option<Closed<IosBody>>,
}

/// An application on Android.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientAndroid)]
pub struct AndroidBody {
    /// Its package.
    #[schema(min_length = 1, max_length = 255)]
    #[serde(default, deserialize_with = "present")]
    app_package_name: Option<String>,
    /// The fingerprints of the certificates it is signed with.
    #[schema(max_items = 100)]
    #[serde(default, deserialize_with = "present")]
    sha256_cert_fingerprints: Option<Vec<String>>,
}

/// An application on iOS.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientIos)]
pub struct IosBody {
    /// The team that signs it.
    #[schema(min_length = 1, max_length = 255)]
    #[serde(default, deserialize_with = "present")]
    team_id: Option<String>,
    /// Its bundle.
    #[schema(min_length = 1, max_length = 255)]
    #[serde(default, deserialize_with = "present")]
    app_bundle_identifier: Option<String>,
}

impl MobileBody {
    /// The settings this says.
    pub fn read(self) -> Mobile {
        Mobile {
            android: self.android.map(|Closed(android)| Android {
                app_package_name: android.app_package_name,
                sha256_cert_fingerprints: android.sha256_cert_fingerprints.unwrap_or_default(),
            }),
            ios: self
                .ios
                .map(|Closed(ios)| Ios { team_id: ios.team_id, app_bundle_identifier: ios.app_bundle_identifier }),
        }
    }
}

/// A change whose value is read.
///
/// # Errors
/// What reading it refuses.
pub fn each<T, U>(change: Change<T>, read: impl FnOnce(T) -> Result<U, Refusal>) -> Result<Change<U>, Refusal> {
    Ok(match change {
        Change::Keep => Change::Keep,
        Change::Clear => Change::Clear,
        Change::Set(value) => Change::Set(read(value)?),
    })
}
