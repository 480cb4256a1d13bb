//! Whose access token it is: what our own APIs ask of every request.

mod claims;
mod standing;

use std::sync::Arc;

use anteroom_accounts::configuration::{Configuration, TenantConfiguration};
use anteroom_accounts::{Error, Services};
use anteroom_crypto::{TokenError, token};
use anteroom_model::{Actor, Refusal, Scopes, TenantId, Timestamp, UserKey, codes};
use quick_cache::sync::Cache;

use claims::{Claims, Subject};
use standing::Standing;

/// Signatures remembered as good, so that a token used again costs no arithmetic.
const REMEMBERED: usize = 10_000;

/// Checks access tokens of ours.
///
/// Signature, times, issuer and audience are the token's; whether its client, grant, user, session and authorization still
/// stand is asked of the database each time, so that revocation is immediate.
pub struct Bearers {
    known: Cache<(i64, [u8; 32]), Arc<Claims>>,
}

/// A person whose token is good.
#[derive(Clone, Debug)]
pub struct Person {
    /// The user's internal key.
    pub key: UserKey,
    /// The user's id.
    pub user_id: String,
    /// The name for records.
    pub name: String,
    /// The application the token was issued to.
    pub client_id: String,
    /// The session it was issued in.
    pub session_id: String,
    /// What it allows.
    pub scopes: Scopes,
}

/// What is told of a good token (RFC 7662 §2.2).
#[derive(Clone, Debug)]
pub struct TokenFacts {
    /// All that it says.
    pub claims: serde_json::Map<String, serde_json::Value>,
}

impl Default for Bearers {
    fn default() -> Self {
        Self { known: Cache::new(REMEMBERED) }
    }
}

impl Bearers {
    /// Who sends the token to the Management API, with what it may do at this moment.
    ///
    /// # Errors
    /// `invalid_token`; `insufficient_scope` for a person's token that is meant for something else (requirement S0.L19.6).
    pub async fn authenticate(
        &self,
        services: &Services,
        tenant: TenantId,
        token: &str,
        now: Timestamp,
    ) -> Result<Actor, Error> {
        let (claims, configured, standing) = self.check(services, tenant, token, now).await?;
        let is_for_management = claims.audiences().any(|audience| configured.is_management_audience(audience));
        match standing {
            Standing::Machine(machine) if is_for_management => Ok(Actor::Client {
                client_id: claims.authorized_party.clone(),
                name: machine.name,
                rank: machine.rank,
                scopes: claims.scopes.intersection(&machine.scopes),
            }),
            Standing::Machine(_) => Err(invalid("Invalid token").into()),
            Standing::Person(person) => {
                let granted = person.management_scopes.filter(|_| is_for_management).ok_or_else(for_something_else)?;
                let scopes = claims.scopes.intersection(&granted);
                let role = person.role;
                Ok(Actor::User {
                    key: person.key,
                    user_id: person.user_id,
                    name: person.name,
                    role,
                    scopes: Scopes::from_names(scopes.names().filter(|scope| role.holds(scope))),
                    client_id: person.client_id,
                })
            }
        }
    }

    /// The person who sends the token to ask for or change what is its own. Machines have nothing of their own
    /// (requirement S0.L19.7).
    ///
    /// # Errors
    /// `invalid_token`.
    pub async fn person(
        &self,
        services: &Services,
        tenant: TenantId,
        token: &str,
        now: Timestamp,
    ) -> Result<Person, Error> {
        let (claims, configured, standing) = self.check(services, tenant, token, now).await?;
        let is_for_profile = claims.audiences().any(|audience| configured.is_userinfo_audience(audience));
        match standing {
            Standing::Person(person) if is_for_profile => Ok(Person {
                key: person.key,
                user_id: person.user_id,
                name: person.name,
                client_id: person.client_id,
                session_id: person.session_id,
                scopes: claims.scopes.clone(),
            }),
            _ => Err(invalid("Invalid token").into()),
        }
    }

    /// What a good token of ours says, whatever it is for; nothing for any other.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn facts(
        &self,
        services: &Services,
        tenant: TenantId,
        token: &str,
        now: Timestamp,
    ) -> Result<Option<TokenFacts>, Error> {
        match self.check(services, tenant, token, now).await {
            Ok((claims, ..)) => Ok(Some(TokenFacts { claims: claims.token.claims.clone() })),
            Err(Error::Refused(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn check(
        &self,
        services: &Services,
        tenant: TenantId,
        token: &str,
        now: Timestamp,
    ) -> Result<(Arc<Claims>, Arc<TenantConfiguration>, Standing), Error> {
        let digest = token::digest(token);
        let mut configuration = services.configuration.current();
        loop {
            let claims = self.claims(&configuration, tenant, token, digest)?;
            let known = configuration.tenant(tenant).ok_or_else(|| invalid("Invalid token"))?;
            known.keys.verifier.check_times(&claims.token, now).map_err(refusal)?;
            let standing = Standing::of(&claims, services, known).await?;
            if standing.config_version() <= configuration.version() {
                standing.check(&claims, known, now)?;
                return Ok((claims, Arc::clone(known), standing));
            }
            // Origins, keys or lifetimes have changed since they were read: judge again by what holds now.
            configuration = services.configuration.at_least(standing.config_version()).await?;
        }
    }

    fn claims(
        &self,
        configuration: &Configuration,
        tenant: TenantId,
        text: &str,
        digest: [u8; 32],
    ) -> Result<Arc<Claims>, Refusal> {
        let key = (configuration.version(), digest);
        if let Some(claims) = self.known.get(&key).filter(|claims| claims.tenant == tenant) {
            return Ok(claims);
        }
        let known = configuration.tenant(tenant).ok_or_else(|| invalid("Invalid token"))?;
        let token = known.keys.verifier.verify_signature(text).map_err(refusal)?;
        let claims = Arc::new(Claims::of(known, token).ok_or_else(|| invalid("Invalid token"))?);
        self.known.insert(key, Arc::clone(&claims));
        Ok(claims)
    }
}

impl Claims {
    fn is_of(&self, subject: &str) -> bool {
        matches!(&self.subject, Subject::Person { user_id, .. } if user_id == subject)
    }
}

fn for_something_else() -> Refusal {
    let message = "Insufficient scope: the token is a person's own and not for the Management API.";
    Refusal::new(&codes::INSUFFICIENT_SCOPE, message)
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
