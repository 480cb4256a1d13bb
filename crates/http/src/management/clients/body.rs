//! Bodies that make and change clients: closed objects, so that what we do not act on is refused by name.

use anteroom_model::client::ClientChanges;
use anteroom_model::{Change, Refusal};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use super::metadata::ClientMetadata;
use super::nested::{JwtBody, MobileBody, RefreshTokenBody, each};
use crate::extract::present;
use crate::management::closed::Closed;
use crate::management::schema::words;

macro_rules! client_body {
    ($(#[$meta:meta])* $name:ident $schema:ident { $($first:tt)* }) => {
        $(#[$meta])*
        #[derive(Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        #[schema(as = $schema)]
        pub struct $name {
            $($first)*
            /// What it is for.
            #[serde(default)]
            #[schema(value_type = Option<String>, max_length = 140)]
            description: Change<String>,
            /// The kind of application, `regular_web` by default.
            #[serde(default)]
            #[schema(value_type = Option<words::ClientType>)]
            app_type: Change<String>,
            /// The OAuth grants it may use; by default those of its kind.
            #[serde(default)]
            #[schema(value_type = Option<Vec<words::ClientGrantType>>)]
            grant_types: Change<Vec<String>>,
            /// How it proves itself; by default `none` for `spa` and `native`, `client_secret_post` for others.
            #[serde(default)]
            #[schema(value_type = Option<words::ClientAuthenticationMethod>)]
            token_endpoint_auth_method: Change<String>,
            /// What it may administer at most, `admin` by default.
            #[serde(default)]
            #[schema(value_type = Option<words::AccountRole>)]
            rank: Change<String>,
            /// Its secret, chosen by you; a random one if it is left out.
            #[serde(default, deserialize_with = "present")]
            #[schema(value_type = String, min_length = 32, max_length = 255, pattern = "^[!-~]+$", format = Password)]
            pub client_secret: Option<String>,
            /// Where a sign-in may end: compared character for character. `https`; `http` on loopback; schemes of their
            /// own, with a dot, of native applications.
            #[serde(default)]
            #[schema(value_type = Option<Vec<String>>, max_items = 100)]
            callbacks: Change<Vec<String>>,
            /// Where signing out may end; as callbacks.
            #[serde(default)]
            #[schema(value_type = Option<Vec<String>>, max_items = 100)]
            allowed_logout_urls: Change<Vec<String>>,
            /// The origins from which its pages ask for tokens.
            #[serde(default)]
            #[schema(value_type = Option<Vec<String>>, max_items = 100)]
            web_origins: Change<Vec<String>>,
            /// More origins from which its pages call.
            #[serde(default)]
            #[schema(value_type = Option<Vec<String>>, max_items = 100)]
            allowed_origins: Change<Vec<String>>,
            /// The page of the application that begins a sign-in.
            #[serde(default)]
            #[schema(value_type = Option<String>, max_length = 2048)]
            initiate_login_uri: Change<String>,
            /// The address of its picture.
            #[serde(default)]
            #[schema(value_type = Option<String>, max_length = 2048)]
            logo_uri: Change<String>,
            /// Up to ten pairs of your own; a change merges them, and null removes one.
            #[serde(default)]
            #[schema(value_type = Option<ClientMetadata>)]
            client_metadata: Change<Map<String, Value>>,
            /// Whether it is one of your own, whose users are not asked for consent; true by default.
            #[serde(default)]
            #[schema(value_type = Option<bool>)]
            is_first_party: Change<bool>,
            /// Whether a confidential client must use PKCE too; public ones must in any case.
            #[serde(default)]
            #[schema(value_type = Option<bool>)]
            require_pkce: Change<bool>,
            /// Its ID tokens.
            #[serde(default)]
            #[schema(value_type = Option<JwtBody>)]
            jwt_configuration: Change<Closed<JwtBody>>,
            /// Its refresh tokens.
            #[serde(default)]
            #[schema(value_type = Option<RefreshTokenBody>)]
            refresh_token: Change<Closed<RefreshTokenBody>>,
            /// Whether people who are signed in already sign in again for it.
            #[serde(default)]
            #[schema(value_type = Option<bool>)]
            sso_disabled: Change<bool>,
            /// Kept, not acted on.
            #[serde(default)]
            #[schema(value_type = Option<bool>)]
            sso: Change<bool>,
            /// Kept, not acted on: the hosted pages show either way.
            #[serde(default)]
            #[schema(value_type = Option<bool>)]
            custom_login_page_on: Change<bool>,
            /// Kept, not acted on.
            #[serde(default)]
            #[schema(value_type = Option<Vec<String>>, max_items = 100)]
            allowed_clients: Change<Vec<String>>,
            /// Kept, not acted on.
            #[serde(default)]
            #[schema(value_type = Option<Vec<String>>, max_items = 100)]
            client_aliases: Change<Vec<String>>,
            /// Kept, not acted on.
            #[serde(default)]
            #[schema(value_type = Option<MobileBody>)]
            mobile: Change<Closed<MobileBody>>,
            /// Only true: every client keeps to OpenID Connect strictly.
            #[serde(default)]
            oidc_conformant: Option<bool>,
            /// Only false: passwords are entered on the hosted pages alone.
            #[serde(default)]
            cross_origin_authentication: Option<bool>,
            /// Only false: passwords are entered on the hosted pages alone.
            #[serde(default)]
            cross_origin_auth: Option<bool>,
            /// Only `deny`: there are no organizations.
            #[serde(default)]
            organization_usage: Option<String>,
            /// Only `no_prompt`: there are no organizations.
            #[serde(default)]
            organization_require_behavior: Option<String>,
            /// Only false: addresses are taken from trusted proxies alone.
            #[serde(default)]
            is_token_endpoint_ip_header_trusted: Option<bool>,
            /// Only false: not supported.
            #[serde(default)]
            require_pushed_authorization_requests: Option<bool>,
            /// Only false: not supported.
            #[serde(default)]
            require_proof_of_possession: Option<bool>,
            /// Only `none`.
            #[serde(default)]
            compliance_level: Option<String>,
            /// Only empty: not supported.
            #[serde(default)]
            #[schema(value_type = Option<Object>)]
            addons: Option<Map<String, Value>>,
            /// Only switched off: not supported.
            #[serde(default)]
            #[schema(value_type = Option<Object>)]
            native_social_login: Option<Map<String, Value>>,
        }

        impl $name {
            /// The fields.
            ///
            /// # Errors
            /// `invalid_body` for what an object within cannot be.
            pub fn changes(self) -> Result<ClientChanges, Refusal> {
                let sent = [
                    ("oidc_conformant", json!(self.oidc_conformant)),
                    ("cross_origin_authentication", json!(self.cross_origin_authentication)),
                    ("cross_origin_auth", json!(self.cross_origin_auth)),
                    ("organization_usage", json!(self.organization_usage)),
                    ("organization_require_behavior", json!(self.organization_require_behavior)),
                    ("is_token_endpoint_ip_header_trusted", json!(self.is_token_endpoint_ip_header_trusted)),
                    ("require_pushed_authorization_requests", json!(self.require_pushed_authorization_requests)),
                    ("require_proof_of_possession", json!(self.require_proof_of_possession)),
                    ("compliance_level", json!(self.compliance_level)),
                    ("addons", json!(self.addons)),
                    ("native_social_login", json!(self.native_social_login)),
                ];
                Ok(ClientChanges {
                    name: self.name.into(),
                    app_type: self.app_type,
                    grant_types: self.grant_types,
                    authentication: self.token_endpoint_auth_method,
                    rank: self.rank,
                    description: self.description,
                    logo_uri: self.logo_uri,
                    initiate_login_uri: self.initiate_login_uri,
                    callbacks: self.callbacks,
                    allowed_logout_urls: self.allowed_logout_urls,
                    web_origins: self.web_origins,
                    allowed_origins: self.allowed_origins,
                    allowed_clients: self.allowed_clients,
                    client_aliases: self.client_aliases,
                    client_metadata: self.client_metadata,
                    is_first_party: self.is_first_party,
                    require_pkce: self.require_pkce,
                    sso_disabled: self.sso_disabled,
                    sso: self.sso,
                    custom_login_page_on: self.custom_login_page_on,
                    jwt_configuration: each(self.jwt_configuration, |Closed(sent)| sent.read())?,
                    refresh_token: each(self.refresh_token, |Closed(sent)| Ok(sent.read()))?,
                    mobile: each(self.mobile, |Closed(sent)| Ok(sent.read()))?,
                    // Null is the one value, and so is nothing.
                    fixed: sent.into_iter().filter(|(_, value)| !value.is_null()).collect(),
                })
            }
        }
    };
}

client_body! {
    /// A client to be made.
    CreateClientBody ClientCreate {
        /// The name, without `<` and `>`.
        #[schema(min_length = 1, max_length = 150, pattern = r"^[^<>\x00-\x1f\x7f-\x9f]+$")]
        name: String,
    }
}

client_body! {
    /// What to change of a client. Fields left out stay as they are; null gives a field its default; lists and objects
    /// are replaced.
    UpdateClientBody ClientUpdate {
        /// The name, without `<` and `>`.
        #[serde(default, deserialize_with = "present")]
        #[schema(value_type = String, min_length = 1, max_length = 150, pattern = r"^[^<>\x00-\x1f\x7f-\x9f]+$")]
        name: Option<String>,
    }
}
