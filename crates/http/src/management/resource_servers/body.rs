//! Bodies that make and change resource servers: closed objects, so that what we do not act on is refused by name.

use anteroom_model::Change;
use anteroom_model::resource_server::{ResourceServerChanges, ResourceServerScope};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::extract::present;
use crate::management::closed::Closed;
use crate::management::schema::words;

/// A scope of an API.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ResourceServerScopeSent)]
struct ScopeBody {
    /// Its name, printable ASCII without spaces, `"` and `\\`; none that OpenID Connect has.
    #[schema(min_length = 1, max_length = 280)]
    value: String,
    /// What it allows.
    #[serde(default, deserialize_with = "present")]
    #[schema(max_length = 500)]
    description: Option<String>,
}

macro_rules! resource_server_body {
    ($(#[$meta:meta])* $name:ident $schema:ident { $($extra:tt)* }) => {
        $(#[$meta])*
        #[derive(Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        #[schema(as = $schema)]
        pub struct $name {
            /// The name, without `<` and `>`; of a new one by default its identifier.
            #[serde(default)]
            #[schema(min_length = 1, max_length = 200)]
            name: Option<String>,
            /// All scopes.
            #[serde(default)]
            #[schema(value_type = Option<Vec<ScopeBody>>, max_items = 1000)]
            scopes: Option<Vec<Closed<ScopeBody>>>,
            /// How its tokens are signed, `RS256` by default.
            #[serde(default)]
            #[schema(value_type = Option<words::SigningAlgorithm>)]
            signing_alg: Option<String>,
            /// How long its tokens hold, in seconds; a day by default, to which null sets it back.
            #[serde(default)]
            #[schema(value_type = Option<i64>, minimum = 1, maximum = 2_592_000)]
            token_lifetime: Change<i64>,
            /// How long tokens hold that a browser keeps, in seconds; `token_lifetime` by default, to which null sets it
            /// back.
            #[serde(default)]
            #[schema(value_type = Option<i64>, minimum = 1, maximum = 2_592_000)]
            token_lifetime_for_web: Change<i64>,
            /// Whether refresh tokens may be asked for; false by default, as with Auth0.
            #[serde(default)]
            allow_offline_access: Option<bool>,
            /// Whether the tenant's own clients need no consent; true by default.
            #[serde(default)]
            skip_consent_for_verifiable_first_party_clients: Option<bool>,
            /// Whether a user's tokens hold only what the user's roles permit; false by default.
            #[serde(default)]
            enforce_policies: Option<bool>,
            /// The form of its tokens, `access_token` by default.
            #[serde(default)]
            #[schema(value_type = Option<words::TokenForm>)]
            token_dialect: Option<String>,
            $($extra)*
        }

        impl $name {
            /// What is asked for besides the identifier.
            pub fn changes(&mut self) -> ResourceServerChanges {
                let scope = |Closed(scope): Closed<ScopeBody>| ResourceServerScope {
                    value: scope.value,
                    description: scope.description.unwrap_or_default(),
                };
                ResourceServerChanges {
                    name: self.name.take(),
                    scopes: self.scopes.take().map(|scopes| scopes.into_iter().map(scope).collect()),
                    signing_algorithm: self.signing_alg.take(),
                    token_lifetime: self.token_lifetime.clone(),
                    token_lifetime_for_web: self.token_lifetime_for_web.clone(),
                    allow_offline_access: self.allow_offline_access,
                    enforce_policies: self.enforce_policies,
                    token_dialect: self.token_dialect.take(),
                    skip_consent: self.skip_consent_for_verifiable_first_party_clients,
                }
            }
        }
    };
}

resource_server_body! {
    /// A resource server to be made.
    CreateResourceServerBody ResourceServerCreate {
        /// The identifier, the audience of its tokens; it never changes. None at one of the tenant's own origins.
        #[schema(min_length = 1, max_length = 600, pattern = "^[!-~]+$")]
        pub identifier: String,
    }
}

resource_server_body! {
    /// What to change. Fields left out stay as they are; of the Management API only the lifetimes change.
    UpdateResourceServerBody ResourceServerUpdate {}
}
