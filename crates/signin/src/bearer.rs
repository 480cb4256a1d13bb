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
    known: Cache<(i64, [u8; 32]), Arc<Claims>>,
}

/// What a token says, once its signature, issuer and audience are found right by a configuration.
struct Claims {
    tenant: TenantId,
    token: VerifiedToken,
    subject: Subject,
    scopes: Scopes,
    issued_at: Timestamp,
    /// The client it was issued to.
    authorized_party: String,
}

enum Subject {
    Machine(String),
    Person(String),
}

impl Default for Bearers {
    fn default() -> Self {
        Self { known: Cache::new(REMEMBERED) }
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
        let digest = token::digest(token);
        let mut configuration = services.configuration.current();
        loop {
            let claims = self.claims(&configuration, tenant, token, digest)?;
            let known = configuration.tenant(tenant).ok_or_else(|| invalid("Invalid token"))?;
            known.keys.verifier.check_times(&claims.token, now).map_err(refusal)?;
            let (actor, version) = claims.standing(services, tenant).await?;
            if version <= configuration.version() {
                return Ok(actor);
            }
            // Origins or keys have changed since they were read: judge again by what holds now.
            configuration = services.configuration.at_least(version).await?;
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
    /// What the token says, if it was issued by this tenant for its Management API.
    fn of(tenant: &TenantConfiguration, token: VerifiedToken) -> Option<Self> {
        let text = |name: &str| token.claims.get(name).and_then(Value::as_str);
        if !tenant.is_issuer(text("iss")?) || !is_for_management(tenant, token.claims.get("aud")?) {
            return None;
        }
        let subject = text("sub")?;
        let subject = match subject.strip_suffix(MACHINE) {
            Some(client_id) => Subject::Machine(client_id.to_owned()),
            None => Subject::Person(subject.to_owned()),
        };
        Some(Self {
            tenant: tenant.tenant.id,
            subject,
            scopes: Scopes::parse(text("scope").unwrap_or_default()),
            issued_at: Timestamp::from_seconds(token.claims.get("iat")?.as_i64()?),
            authorized_party: text("azp").unwrap_or_default().to_owned(),
            token,
        })
    }

    /// The bearer as it stands now, and the number of the configuration.
    async fn standing(&self, services: &Services, tenant: TenantId) -> Result<(Actor, i64), Error> {
        let session = services.db.session().await?;
        let connection = session.connection();
        match &self.subject {
            Subject::Machine(client_id) => {
                let machine = caller::machine(&connection, tenant, client_id, resource_server::MANAGEMENT).await?;
                let machine = machine.ok_or_else(|| invalid("Client is not global."))?;
                self.issued_since(machine.valid_after)?;
                let scopes = self.scopes.intersection(&machine.scopes);
                let (client_id, rank) = (client_id.clone(), machine.rank);
                Ok((Actor::Client { client_id, name: machine.name, rank, scopes }, machine.config_version))
            }
            Subject::Person(user_id) => {
                let person = caller::person(&connection, tenant, user_id).await?;
                let person =
                    person.filter(|person| !person.status.is_blocked()).ok_or_else(|| invalid("Invalid token"))?;
                self.issued_since(person.valid_after)?;
                let actor = Actor::User {
                    key: person.key,
                    user_id: user_id.clone(),
                    name: person.name,
                    role: person.role,
                    scopes: held(person.role, &self.scopes),
                    client_id: self.authorized_party.clone(),
                };
                Ok((actor, person.config_version))
            }
        }
    }

    fn issued_since(&self, since: Timestamp) -> Result<(), Refusal> {
        if self.issued_at >= since { Ok(()) } else { Err(invalid("Invalid token")) }
    }
}

fn is_for_management(tenant: &TenantConfiguration, audience: &Value) -> bool {
    let several = match audience {
        Value::Array(several) => several.as_slice(),
        one => std::slice::from_ref(one),
    };
    several.iter().filter_map(Value::as_str).any(|audience| tenant.is_management_audience(audience))
}

fn held(role: PlatformRole, scopes: &Scopes) -> Scopes {
    Scopes::from_names(scopes.names().filter(|scope| role.holds(scope)))
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
