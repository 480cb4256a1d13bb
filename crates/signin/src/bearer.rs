//! Whose access token it is: what our own APIs ask of every request.

use std::sync::Arc;

use anteroom_accounts::configuration::{Configuration, TenantConfiguration};
use anteroom_accounts::{Error, Services};
use anteroom_crypto::{TokenError, VerifiedToken, token};
use anteroom_model::{Actor, PlatformRole, Refusal, Scopes, TenantId, Timestamp, codes};
use anteroom_store::{caller, resource_server};
use quick_cache::sync::Cache;
use serde_json::Value;

/// Signatures remembered as good, so that a token used again costs no arithmetic.
const REMEMBERED: usize = 10_000;

/// What `sub` of a machine's token ends with, as Auth0's does.
const MACHINE: &str = "@clients";

/// Checks access tokens for the Management API.
pub struct Bearers {
    signatures: Cache<(i64, [u8; 32]), Arc<VerifiedToken>>,
}

impl Default for Bearers {
    fn default() -> Self {
        Self { signatures: Cache::new(REMEMBERED) }
    }
}

impl Bearers {
    /// Who sends the token, with what it may do at this moment.
    ///
    /// Signature, times, issuer and audience are the token's; whether its client, grant or user still stands is asked of
    /// the database each time, so that revocation is immediate.
    ///
    /// # Errors
    /// `invalid_token`.
    pub async fn authenticate(
        &self,
        services: &Services,
        tenant: TenantId,
        token: &str,
        now: Timestamp,
    ) -> Result<Actor, Error> {
        let mut configuration = services.configuration.current();
        loop {
            let known = configuration.tenant(tenant).ok_or_else(|| invalid("Invalid token"))?;
            let claims = self.verified(&configuration, known, token, now)?;
            let (actor, version) = standing(services, tenant, &claims).await?;
            if version <= configuration.version() {
                return Ok(actor);
            }
            // Origins or keys have changed since they were read: judge again by what holds now.
            configuration = services.configuration.at_least(version).await?;
        }
    }

    fn verified(
        &self,
        configuration: &Configuration,
        tenant: &TenantConfiguration,
        text: &str,
        now: Timestamp,
    ) -> Result<Arc<VerifiedToken>, Refusal> {
        let key = (configuration.version(), token::digest(text));
        let verified = match self.signatures.get(&key) {
            Some(verified) => verified,
            None => {
                let verified = Arc::new(tenant.keys.verifier.verify_signature(text).map_err(refusal)?);
                self.signatures.insert(key, Arc::clone(&verified));
                verified
            }
        };
        tenant.keys.verifier.check_times(&verified, now).map_err(refusal)?;
        let is_ours = claim(&verified, "iss").is_some_and(|issuer| tenant.is_issuer(issuer));
        if is_ours && is_for_management(tenant, &verified) { Ok(verified) } else { Err(invalid("Invalid token")) }
    }
}

fn is_for_management(tenant: &TenantConfiguration, token: &VerifiedToken) -> bool {
    match token.claims.get("aud") {
        Some(Value::String(audience)) => tenant.is_management_audience(audience),
        Some(Value::Array(several)) => {
            several.iter().filter_map(Value::as_str).any(|audience| tenant.is_management_audience(audience))
        }
        _ => false,
    }
}

/// The bearer as it stands now, and the number of the configuration.
async fn standing(services: &Services, tenant: TenantId, token: &VerifiedToken) -> Result<(Actor, i64), Error> {
    let subject = claim(token, "sub").ok_or_else(|| invalid("Invalid token"))?;
    let session = services.db.session().await?;
    let connection = session.connection();
    if let Some(client_id) = subject.strip_suffix(MACHINE) {
        let machine = caller::machine(&connection, tenant, client_id, resource_server::MANAGEMENT).await?;
        let machine = machine.ok_or_else(|| invalid("Client is not global."))?;
        issued_since(token, machine.valid_after)?;
        let scopes = scopes(token).intersection(&machine.scopes);
        let actor = Actor::Client { client_id: client_id.to_owned(), name: machine.name, rank: machine.rank, scopes };
        return Ok((actor, machine.config_version));
    }
    let person = caller::person(&connection, tenant, subject).await?.ok_or_else(|| invalid("Invalid token"))?;
    issued_since(token, person.valid_after)?;
    if person.status.is_blocked() {
        return Err(invalid("Invalid token").into());
    }
    let actor = Actor::User {
        key: person.key,
        user_id: subject.to_owned(),
        name: person.name,
        role: person.role,
        scopes: held(person.role, scopes(token)),
        client_id: claim(token, "azp").unwrap_or_default().to_owned(),
    };
    Ok((actor, person.config_version))
}

fn held(role: PlatformRole, scopes: Scopes) -> Scopes {
    Scopes::from_names(scopes.names().filter(|scope| role.holds(scope)))
}

fn issued_since(token: &VerifiedToken, since: Timestamp) -> Result<(), Refusal> {
    let issued = token.claims.get("iat").and_then(Value::as_i64).map_or(Timestamp(i64::MIN), Timestamp::from_seconds);
    if issued >= since { Ok(()) } else { Err(invalid("Invalid token")) }
}

fn scopes(token: &VerifiedToken) -> Scopes {
    Scopes::parse(claim(token, "scope").unwrap_or_default())
}

fn claim<'a>(token: &'a VerifiedToken, name: &str) -> Option<&'a str> {
    token.claims.get(name).and_then(Value::as_str)
}

fn invalid(message: &'static str) -> Refusal {
    Refusal::new(&codes::TOKEN_INVALID, message)
}

/// Auth0's words.
fn refusal(error: TokenError) -> Refusal {
    invalid(match error {
        TokenError::Expired | TokenError::NotYetValid => "Expired token received for JSON Web Token validation",
        TokenError::BadSignature | TokenError::UnknownKey => "Invalid signature received for JSON Web Token validation",
        TokenError::Malformed => "Invalid token",
    })
}
