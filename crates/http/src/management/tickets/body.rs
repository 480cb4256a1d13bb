//! Bodies that ask for links.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::extract::present;

/// One of a user's own identities.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketIdentity)]
pub struct IdentityBody {
    /// The id at the provider.
    pub user_id: String,
    /// The provider.
    #[schema(example = "auth0")]
    pub provider: String,
    /// The connection's id.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String)]
    #[expect(dead_code, reason = "provider and id say it already")]
    connection_id: Option<String>,
}

impl IdentityBody {
    /// Provider and id.
    pub fn pair(self) -> (String, String) {
        (self.provider, self.user_id)
    }
}

/// A link to prove an address.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EmailVerificationTicket)]
pub struct EmailVerificationBody {
    /// The user's id.
    pub user_id: String,
    /// Where the person is sent to afterwards; not together with client_id.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String, max_length = 2048)]
    pub result_url: Option<String>,
    /// The client the link is about.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String)]
    pub client_id: Option<String>,
    /// How long it holds, in seconds; five days for 0.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = i64, minimum = 0, maximum = 2_592_000, default = 432_000)]
    pub ttl_sec: Option<i64>,
    /// Whether result_url is told the address.
    #[serde(default, rename = "includeEmailInRedirect", deserialize_with = "present")]
    #[schema(value_type = bool, default = false)]
    pub include_email: Option<bool>,
    /// The identity meant, one of the user's own.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = IdentityBody)]
    pub identity: Option<IdentityBody>,
}

/// A link to choose another password, for user_id, or for connection_id and email.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PasswordChangeTicket)]
pub struct PasswordChangeBody {
    /// The user's id.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String)]
    pub user_id: Option<String>,
    /// The id of the connection that the address is looked for at.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String)]
    pub connection_id: Option<String>,
    /// The user's address.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String, format = Email)]
    pub email: Option<String>,
    /// Where the person is sent to afterwards.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String, max_length = 2048)]
    pub result_url: Option<String>,
    /// The client the link is about.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = String)]
    pub client_id: Option<String>,
    /// How long it holds, in seconds; five days for 0.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = i64, minimum = 0, maximum = 2_592_000, default = 432_000)]
    pub ttl_sec: Option<i64>,
    /// Whether using the link proves the address: only where it reaches the user by a mail to that address.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = bool, default = false)]
    pub mark_email_as_verified: Option<bool>,
    /// Whether result_url is told the address.
    #[serde(default, rename = "includeEmailInRedirect", deserialize_with = "present")]
    #[schema(value_type = bool, default = false)]
    pub include_email: Option<bool>,
    /// The identity meant, one of the user's own.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = IdentityBody)]
    pub identity: Option<IdentityBody>,
}
