//! Making and changing a resource server.

use std::collections::HashSet;

use super::{ResourceServer, ResourceServerScope, SIGNING_ALGORITHMS, TokenDialect};
use crate::change::Change;
use crate::refusal::Refusal;

/// The shortest and the longest time that access tokens hold, in seconds: up to 30 days.
pub const TOKEN_LIFETIME: (i64, i64) = (1, 2_592_000);

/// How many scopes a resource server has at most.
const SCOPES: usize = 1000;
/// The most characters of a name, of a scope and of its description.
const NAME_CHARACTERS: usize = 200;
const SCOPE_CHARACTERS: usize = 280;
const DESCRIPTION_CHARACTERS: usize = 500;

/// Scopes with a meaning of their own (OpenID Connect Core §5.4, §11).
const RESERVED: [&str; 6] = ["openid", "profile", "email", "address", "phone", "offline_access"];

/// What is asked for of a resource server; see the fields of [`ResourceServer`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResourceServerChanges {
    /// The name, 1 to 200 characters without `<` and `>`.
    pub name: Option<String>,
    /// All scopes.
    pub scopes: Option<Vec<ResourceServerScope>>,
    /// One of [`SIGNING_ALGORITHMS`].
    pub signing_algorithm: Option<String>,
    /// See [`TOKEN_LIFETIME`]; a day by default.
    pub token_lifetime: Change<i64>,
    /// See [`TOKEN_LIFETIME`]; that of all tokens by default.
    pub token_lifetime_for_web: Change<i64>,
    /// Whether refresh tokens may be asked for.
    pub allow_offline_access: Option<bool>,
    /// Whether roles decide.
    pub enforce_policies: Option<bool>,
    /// The name of a [`TokenDialect`].
    pub token_dialect: Option<String>,
    /// Whether the tenant's own clients need no consent.
    pub skip_consent: Option<bool>,
}

impl ResourceServerChanges {
    /// The resource server after the change.
    ///
    /// # Errors
    /// `invalid_body` naming the field: also for anything but lifetimes of the Management API, which is ours.
    pub fn apply(self, mut server: ResourceServer) -> Result<ResourceServer, Refusal> {
        if server.is_system {
            self.refuse_on_system()?;
        }
        if let Some(name) = self.name {
            server.name = checked_name(name)?;
        }
        if let Some(scopes) = self.scopes {
            check_scopes(&scopes)?;
            server.scopes = scopes;
        }
        if let Some(algorithm) = self.signing_algorithm {
            if !SIGNING_ALGORITHMS.contains(&algorithm.as_str()) {
                return Err(Refusal::invalid_field("signing_alg", "must be one of RS256 and ES256"));
            }
            server.signing_algorithm = algorithm;
        }
        if let Some(lifetime) = lifetime(&self.token_lifetime, "token_lifetime")? {
            server.token_lifetime = lifetime.unwrap_or(ResourceServer::default().token_lifetime);
        }
        if let Some(lifetime) = lifetime(&self.token_lifetime_for_web, "token_lifetime_for_web")? {
            server.token_lifetime_for_web = lifetime;
        }
        if let Some(dialect) = self.token_dialect {
            let rule = "must be one of access_token, access_token_authz, rfc9068_profile and rfc9068_profile_authz";
            server.token_dialect =
                TokenDialect::parse(&dialect).ok_or_else(|| Refusal::invalid_field("token_dialect", rule))?;
        }
        server.allow_offline_access = self.allow_offline_access.unwrap_or(server.allow_offline_access);
        server.enforce_policies = self.enforce_policies.unwrap_or(server.enforce_policies);
        server.skip_consent = self.skip_consent.unwrap_or(server.skip_consent);
        Ok(server)
    }

    fn refuse_on_system(&self) -> Result<(), Refusal> {
        let sent = [
            ("name", self.name.is_some()),
            ("scopes", self.scopes.is_some()),
            ("signing_alg", self.signing_algorithm.is_some()),
            ("allow_offline_access", self.allow_offline_access.is_some()),
            ("enforce_policies", self.enforce_policies.is_some()),
            ("token_dialect", self.token_dialect.is_some()),
            ("skip_consent_for_verifiable_first_party_clients", self.skip_consent.is_some()),
        ];
        match sent.into_iter().find(|(_, is_sent)| *is_sent) {
            None => Ok(()),
            Some((field, _)) => {
                let rule = "cannot be changed of the Management API: only token_lifetime and token_lifetime_for_web";
                Err(Refusal::invalid_field(field, rule))
            }
        }
    }
}

/// The lifetime asked for: nothing if it stays, `Some(None)` if it goes back to its default.
fn lifetime(change: &Change<i64>, field: &str) -> Result<Option<Option<i64>>, Refusal> {
    let (least, most) = TOKEN_LIFETIME;
    match *change {
        Change::Keep => Ok(None),
        Change::Clear => Ok(Some(None)),
        Change::Set(seconds) if (least..=most).contains(&seconds) => Ok(Some(Some(seconds))),
        Change::Set(_) => Err(Refusal::invalid_field(field, &format!("must be from {least} to {most} seconds"))),
    }
}

fn checked_name(name: String) -> Result<String, Refusal> {
    let length = name.chars().count();
    let is_shown = !name.trim().is_empty() && !name.contains(['<', '>']) && !name.chars().any(char::is_control);
    if !is_shown || length > NAME_CHARACTERS {
        return Err(Refusal::invalid_field("name", "must have 1 to 200 characters without < and >"));
    }
    Ok(name)
}

fn check_scopes(scopes: &[ResourceServerScope]) -> Result<(), Refusal> {
    if scopes.len() > SCOPES {
        return Err(Refusal::invalid_field("scopes", "must not have more than 1000 entries"));
    }
    let mut seen = HashSet::new();
    for (index, scope) in scopes.iter().enumerate() {
        let refused = |part: &str, rule| Err(Refusal::invalid_field(&format!("scopes[{index}].{part}"), rule));
        if !is_scope(&scope.value) {
            return refused("value", "must have 1 to 280 characters of printable ASCII without spaces, \" and \\");
        }
        if RESERVED.contains(&scope.value.as_str()) {
            return refused("value", "is a scope of OpenID Connect");
        }
        if !seen.insert(&scope.value) {
            return refused("value", "is there already");
        }
        if scope.description.chars().count() > DESCRIPTION_CHARACTERS {
            return refused("description", "must not have more than 500 characters");
        }
    }
    Ok(())
}

/// RFC 6749 §3.3.
fn is_scope(text: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\';
    (1..=SCOPE_CHARACTERS).contains(&text.len()) && text.bytes().all(is_sign)
}

#[cfg(test)]
mod tests;
