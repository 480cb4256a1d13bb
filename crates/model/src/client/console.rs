//! The client of the administrators' console: each tenant has one, made with it, and nobody changes it.

use super::{AUTHORIZATION_CODE, Client, ClientAuthentication, ClientSettings, SPA};
use crate::ids::new_prefixed_id;
use crate::random::Random;
use crate::role::PlatformRole;
use crate::tenant::Origin;
use crate::time::Timestamp;

/// What the id begins with, and by which it is known: ids of other clients are letters and digits alone.
pub const CONSOLE_PREFIX: &str = "console_";
/// How long the console's access tokens hold at most, in seconds. There is no refresh token: it asks again without a page
/// (`prompt=none`), and so learns of every change within that time.
pub const CONSOLE_TOKEN_LIFETIME: i64 = 600;
/// Where the console lies, below a tenant's origin.
pub const CONSOLE_PATH: &str = "/console";

impl Client {
    /// A new console's client: public, PKCE its only proof, codes its only grant.
    #[must_use]
    pub fn console(random: &dyn Random, now: Timestamp) -> Self {
        Self {
            key: 0,
            client_id: new_prefixed_id(random, CONSOLE_PREFIX.trim_end_matches('_')),
            name: "Anteroom console".to_owned(),
            app_type: SPA.to_owned(),
            grant_types: vec![AUTHORIZATION_CODE.to_owned()],
            authentication: ClientAuthentication::None,
            // It does nothing by itself; what it may do is what the person who signs in may.
            rank: PlatformRole::User,
            settings: ClientSettings::default(),
            sealed_secret: None,
            valid_after: Timestamp(0),
            created_at: now,
            updated_at: now,
        }
    }

    /// Whether it is the client of the tenant's console.
    #[must_use]
    pub fn is_console(&self) -> bool {
        self.client_id.starts_with(CONSOLE_PREFIX)
    }

    /// The client with the addresses that follow from the tenant's origins and are not stored: those of the console. Any
    /// other one stays as it is.
    #[must_use]
    pub fn at(mut self, origins: &[Origin]) -> Self {
        if self.is_console() {
            let below = |path: &str| origins.iter().map(|origin| format!("{origin}{CONSOLE_PATH}{path}")).collect();
            self.settings.callbacks = below("/callback");
            self.settings.allowed_logout_urls = below("");
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Client;
    use crate::client::ClientChanges;
    use crate::random::Random;
    use crate::tenant::Origin;
    use crate::time::Timestamp;

    struct Zeroes;

    impl Random for Zeroes {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(0);
        }
    }

    fn origins() -> Vec<Origin> {
        ["https://a.example", "http://localhost:8480"].map(|text| Origin::parse(text).expect("an origin")).into()
    }

    #[test]
    fn the_consoles_addresses_follow_the_origins() {
        let console = Client::console(&Zeroes, Timestamp(0));
        assert!(console.is_console() && console.is_public() && console.requires_pkce());
        assert!(console.settings.callbacks.is_empty());
        let console = console.at(&origins());
        assert!(console.allows_redirect("https://a.example/console/callback"));
        assert!(console.allows_redirect("http://localhost:8480/console/callback"));
        assert!(!console.allows_redirect("https://b.example/console/callback"));
        assert!(!console.allows_redirect("https://a.example/console"));
        assert!(console.allows_logout_url("https://a.example/console"));
        let elsewhere = console.at(&origins()[..1]);
        assert!(!elsewhere.allows_redirect("http://localhost:8480/console/callback"));
    }

    #[test]
    fn another_clients_addresses_are_its_own() {
        let changes = ClientChanges { name: Some("Web".to_owned()), ..ClientChanges::default() };
        let other = Client::make("a".repeat(32), changes, Timestamp(0)).expect("a client");
        assert!(!other.is_console() && other.at(&origins()).settings.callbacks.is_empty());
    }
}
