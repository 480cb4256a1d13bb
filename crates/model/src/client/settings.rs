//! What can be set of a client beyond its name, kind, grants and rank.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::RefreshTokenSettings;
use crate::refusal::Refusal;

/// The longest lifetime of an ID token, in seconds: thirty days.
pub const MAX_ID_TOKEN_LIFETIME: i64 = 2_592_000;

/// A client's settings, as they are stored and as Auth0 names them. What a stored row does not say has its default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClientSettings {
    /// What it is for, at most 140 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The address of its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo_uri: Option<String>,
    /// Where a sign-in may end.
    pub callbacks: Vec<String>,
    /// Where signing out may end.
    pub allowed_logout_urls: Vec<String>,
    /// The origins from which its pages ask for tokens.
    pub web_origins: Vec<String>,
    /// More origins from which its pages call.
    pub allowed_origins: Vec<String>,
    /// The page of the application that begins a sign-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initiate_login_uri: Option<String>,
    /// Texts of the customer's own, at most ten.
    pub client_metadata: Map<String, Value>,
    /// Whether it is one of the tenant's own: its users are not asked for consent.
    pub is_first_party: bool,
    /// Whether a confidential client must use PKCE too (RFC 7636); public ones must in any case.
    pub require_pkce: bool,
    /// Its ID tokens.
    pub jwt_configuration: JwtConfiguration,
    /// Its refresh tokens.
    pub refresh_token: RefreshTokenSettings,
    /// Whether people who are signed in already sign in again for it.
    pub sso_disabled: bool,
    /// Auth0's switch of before `sso_disabled`, kept as it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sso: Option<bool>,
    /// Auth0's switch of a page of one's own, kept as it was sent; our pages show either way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_login_page_on: Option<bool>,
    /// Auth0's list for delegation, kept as it was sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allowed_clients: Vec<String>,
    /// Auth0's other names of a client, kept as they were sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub client_aliases: Vec<String>,
    /// The applications on phones that belong to it, kept as they were sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile: Option<Mobile>,
}

impl Default for ClientSettings {
    fn default() -> Self {
        Self {
            description: None,
            logo_uri: None,
            callbacks: Vec::new(),
            allowed_logout_urls: Vec::new(),
            web_origins: Vec::new(),
            allowed_origins: Vec::new(),
            initiate_login_uri: None,
            client_metadata: Map::new(),
            is_first_party: true,
            require_pkce: false,
            jwt_configuration: JwtConfiguration::default(),
            refresh_token: RefreshTokenSettings::default(),
            sso_disabled: false,
            sso: None,
            custom_login_page_on: None,
            allowed_clients: Vec::new(),
            client_aliases: Vec::new(),
            mobile: None,
        }
    }
}

/// A client's ID tokens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct JwtConfiguration {
    /// How long they hold, in seconds.
    pub lifetime_in_seconds: i64,
    /// What they are signed with.
    pub alg: SigningName,
}

impl Default for JwtConfiguration {
    fn default() -> Self {
        Self { lifetime_in_seconds: 36_000, alg: SigningName::RS256 }
    }
}

impl JwtConfiguration {
    /// Checks the range.
    ///
    /// # Errors
    /// `invalid_body` naming the field and what it may be.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        if (1..=MAX_ID_TOKEN_LIFETIME).contains(&self.lifetime_in_seconds) {
            return Ok(());
        }
        let rule = format!("must be 1 to {MAX_ID_TOKEN_LIFETIME} seconds");
        Err(Refusal::invalid_field("jwt_configuration.lifetime_in_seconds", &rule))
    }
}

/// The algorithms that ID tokens can be signed with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SigningName {
    /// RSA with SHA-256 (RFC 7518 §3.3).
    #[default]
    RS256,
}

/// The applications on phones that belong to a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mobile {
    /// The one on Android.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub android: Option<Android>,
    /// The one on iOS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ios: Option<Ios>,
}

/// An application on Android.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Android {
    /// Its package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_package_name: Option<String>,
    /// The fingerprints of the certificates it is signed with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sha256_cert_fingerprints: Vec<String>,
}

/// An application on iOS.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ios {
    /// The team that signs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_id: Option<String>,
    /// Its bundle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_bundle_identifier: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::ClientSettings;

    #[test]
    fn a_row_of_before_has_the_defaults() {
        let settings: ClientSettings =
            serde_json::from_str(r#"{"description":"d","client_metadata":{"k":"v"}}"#).expect("settings");
        assert_eq!(settings.description.as_deref(), Some("d"));
        assert_eq!(settings.client_metadata["k"], "v");
        let rest =
            ClientSettings { description: settings.description, client_metadata: settings.client_metadata, ..settings };
        let expected = ClientSettings {
            description: rest.description.clone(),
            client_metadata: rest.client_metadata.clone(),
            ..ClientSettings::default()
        };
        assert_eq!(rest, expected);
        assert!(rest.is_first_party && !rest.require_pkce);
        assert_eq!(rest.jwt_configuration.lifetime_in_seconds, 36_000);
    }

    #[test]
    fn what_is_stored_is_read_back() {
        let settings = ClientSettings {
            callbacks: vec!["https://a.example/cb".to_owned()],
            is_first_party: false,
            ..ClientSettings::default()
        };
        let text = serde_json::to_string(&settings).expect("text");
        assert!(text.contains(r#""is_first_party":false"#), "{text}");
        assert_eq!(serde_json::from_str::<ClientSettings>(&text).expect("settings"), settings);
    }
}
