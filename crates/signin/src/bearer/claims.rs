//! What an access token says of itself.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_crypto::VerifiedToken;
use anteroom_model::{Scopes, TenantId, Timestamp};
use serde_json::Value;

use crate::tokens::AUTHORIZATION;

/// What `sub` of a machine's token ends with, as Auth0's does.
const MACHINE: &str = "@clients";

/// What a token says, once its signature and issuer are found right by a configuration.
pub(super) struct Claims {
    pub(super) tenant: TenantId,
    pub(super) token: VerifiedToken,
    pub(super) subject: Subject,
    pub(super) scopes: Scopes,
    pub(super) issued_at: Timestamp,
    /// The client it was issued to.
    pub(super) authorized_party: String,
}

pub(super) enum Subject {
    Machine,
    Person { user_id: String, authorization_id: String },
}

impl Claims {
    /// What the token says, if it is an access token of this tenant's. An ID token has no scope and no authorized party
    /// (ASVS 9.2.2).
    pub(super) fn of(tenant: &TenantConfiguration, token: VerifiedToken) -> Option<Self> {
        let text = |name: &str| token.claims.get(name).and_then(Value::as_str);
        if !tenant.is_issuer(text("iss")?) {
            return None;
        }
        let (subject, authorized_party) = (text("sub")?, text("azp")?.to_owned());
        let subject = match subject.strip_suffix(MACHINE) {
            Some(client_id) if client_id == authorized_party => Subject::Machine,
            Some(_) => return None,
            None => Subject::Person { user_id: subject.to_owned(), authorization_id: text(AUTHORIZATION)?.to_owned() },
        };
        Some(Self {
            tenant: tenant.tenant.id,
            subject,
            scopes: Scopes::parse(text("scope")?),
            issued_at: Timestamp::from_seconds(token.claims.get("iat")?.as_i64()?),
            authorized_party,
            token,
        })
    }

    /// What the token is for.
    pub(super) fn audiences(&self) -> impl Iterator<Item = &str> {
        let several = match self.token.claims.get("aud") {
            Some(Value::Array(several)) => several.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        several.iter().filter_map(Value::as_str)
    }
}
