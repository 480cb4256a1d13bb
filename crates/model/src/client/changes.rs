//! What a request says of a client.

use serde_json::{Map, Value};

use super::{JwtConfiguration, Mobile, RefreshTokenSettings};
use crate::change::Change;

/// What a request says of a client, field by field: the same for making one and for changing one. Null gives a field its
/// default; lists and objects are replaced, but for `client_metadata`, whose keys are merged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClientChanges {
    /// The name shown to people, 1 to 150 characters without `<` and `>`.
    pub name: Option<String>,
    /// One of [`super::APP_TYPES`]; `regular_web` by default.
    pub app_type: Change<String>,
    /// Of [`super::GRANT_TYPES`]; by default those of the kind of application.
    pub grant_types: Change<Vec<String>>,
    /// How it proves itself: the registered name of a [`super::ClientAuthentication`]; by default that of its kind.
    pub authentication: Change<String>,
    /// What it may administer at most: the name of a [`crate::PlatformRole`]; `admin` by default.
    pub rank: Change<String>,
    /// See [`super::ClientSettings::description`].
    pub description: Change<String>,
    /// See [`super::ClientSettings::logo_uri`].
    pub logo_uri: Change<String>,
    /// See [`super::ClientSettings::initiate_login_uri`].
    pub initiate_login_uri: Change<String>,
    /// See [`super::ClientSettings::callbacks`].
    pub callbacks: Change<Vec<String>>,
    /// See [`super::ClientSettings::allowed_logout_urls`].
    pub allowed_logout_urls: Change<Vec<String>>,
    /// See [`super::ClientSettings::web_origins`].
    pub web_origins: Change<Vec<String>>,
    /// See [`super::ClientSettings::allowed_origins`].
    pub allowed_origins: Change<Vec<String>>,
    /// See [`super::ClientSettings::allowed_clients`].
    pub allowed_clients: Change<Vec<String>>,
    /// See [`super::ClientSettings::client_aliases`].
    pub client_aliases: Change<Vec<String>>,
    /// See [`super::ClientSettings::client_metadata`]; a key's null removes it.
    pub client_metadata: Change<Map<String, Value>>,
    /// See [`super::ClientSettings::is_first_party`].
    pub is_first_party: Change<bool>,
    /// See [`super::ClientSettings::require_pkce`].
    pub require_pkce: Change<bool>,
    /// See [`super::ClientSettings::sso_disabled`].
    pub sso_disabled: Change<bool>,
    /// See [`super::ClientSettings::sso`].
    pub sso: Change<bool>,
    /// See [`super::ClientSettings::custom_login_page_on`].
    pub custom_login_page_on: Change<bool>,
    /// See [`super::ClientSettings::jwt_configuration`].
    pub jwt_configuration: Change<JwtConfiguration>,
    /// See [`super::ClientSettings::refresh_token`].
    pub refresh_token: Change<RefreshTokenSettings>,
    /// See [`super::ClientSettings::mobile`].
    pub mobile: Change<Mobile>,
    /// Settings of Auth0's that have one value here, with what was sent for them.
    pub fixed: Vec<(&'static str, Value)>,
}
