//! Clients, resource servers and the grants between them.

mod address;
mod apply;
mod apply_settings;
mod authentication;
mod changes;
mod console;
mod fixed;
mod grant;
mod home;
mod kinds;
mod redirect;
mod refresh_token;
mod secret;
mod settings;
#[cfg(test)]
mod tests;

pub use address::{MAX_ADDRESSES, MAX_CHARACTERS, page as check_page};
pub use apply_settings::{METADATA_CHARACTERS, METADATA_PAIRS};
pub use authentication::ClientAuthentication;
pub use changes::ClientChanges;
pub use console::{CONSOLE_PATH, CONSOLE_PREFIX, CONSOLE_TOKEN_LIFETIME};
pub use grant::{ClientGrant, SUBJECT_CLIENT, SUBJECT_TYPES, SUBJECT_USER};
pub use kinds::{APP_TYPES, GRANT_TYPES, NATIVE, NON_INTERACTIVE, REGULAR_WEB, SPA};
pub use refresh_token::{ExpirationType, MAX_LEEWAY, MAX_LIFETIME, RefreshTokenSettings, RotationType};
pub use secret::{MAX_SECRET, MIN_SECRET, check_secret};
pub use settings::{Android, ClientSettings, Ios, JwtConfiguration, MAX_ID_TOKEN_LIFETIME, Mobile, SigningName};

pub use crate::resource_server::{ResourceServer, ResourceServerScope};
use crate::role::PlatformRole;
use crate::time::Timestamp;

/// The OAuth grant a machine uses (RFC 6749 §4.4).
pub const CLIENT_CREDENTIALS: &str = "client_credentials";
/// The OAuth grant of people who sign in (RFC 6749 §4.1).
pub const AUTHORIZATION_CODE: &str = "authorization_code";
/// The OAuth grant that renews tokens (RFC 6749 §6).
pub const REFRESH_TOKEN: &str = "refresh_token";

/// An application.
#[derive(Clone, Debug)]
pub struct Client {
    /// Its internal key.
    pub key: i64,
    /// Its id: 32 letters and digits.
    pub client_id: String,
    /// Its name, shown to people.
    pub name: String,
    /// Auth0's `app_type`.
    pub app_type: String,
    /// The OAuth grants it may use.
    pub grant_types: Vec<String>,
    /// How it proves itself at the token endpoint.
    pub authentication: ClientAuthentication,
    /// What it may administer at most, whatever scopes it is granted.
    pub rank: PlatformRole,
    /// Everything else that can be set.
    pub settings: ClientSettings,
    /// The secret, sealed.
    pub sealed_secret: Option<String>,
    /// Tokens issued before are refused: the time of the last rotation of the secret.
    pub valid_after: Timestamp,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl Client {
    /// Whether it is a public client: one that cannot keep a secret (RFC 6749 §2.1).
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.authentication == ClientAuthentication::None
    }

    /// Whether a sign-in must carry a PKCE challenge (RFC 7636): always of public clients, of others if they are set so.
    #[must_use]
    pub fn requires_pkce(&self) -> bool {
        self.is_public() || self.settings.require_pkce
    }

    /// Whether it may use the OAuth grant of this name.
    #[must_use]
    pub fn may_use(&self, grant_type: &str) -> bool {
        self.grant_types.iter().any(|granted| granted == grant_type)
    }

    /// Whether a sign-in may end at this address: one of `callbacks`, character for character (RFC 9700 §2.1,
    /// ASVS 10.4.1). Only the port of a loopback address that a native application registered is free (RFC 8252 §7.3).
    #[must_use]
    pub fn allows_redirect(&self, uri: &str) -> bool {
        self.allows(&self.settings.callbacks, uri)
    }

    /// Whether signing out may end at this address: one of `allowed_logout_urls`, compared as [`Self::allows_redirect`].
    #[must_use]
    pub fn allows_logout_url(&self, uri: &str) -> bool {
        self.allows(&self.settings.allowed_logout_urls, uri)
    }

    /// Whether another program on the device could get the answer that is sent to this address: of a native application
    /// at a scheme of its own or a loopback port, which any program can claim (RFC 8252 §8.6).
    #[must_use]
    pub fn can_be_imitated(&self, redirect_uri: &str) -> bool {
        self.app_type == NATIVE && !redirect_uri.starts_with("https://")
    }

    fn allows(&self, registered: &[String], uri: &str) -> bool {
        let is_native = self.app_type == NATIVE;
        registered.iter().any(|known| known == uri || is_native && redirect::is_same_but_for_port(known, uri))
    }
}
