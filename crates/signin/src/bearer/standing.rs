//! Whether what a token stands on still stands: asked of the database at each use.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Services};
use anteroom_model::client::RefreshTokenSettings;
use anteroom_model::session::Lifetime;
use anteroom_model::{Refusal, Timestamp};
use anteroom_store::caller::{self, Machine, Person};
use serde::Deserialize;

use super::claims::{Claims, Subject};
use super::invalid;

/// The bearer as it stands now.
pub(super) enum Standing {
    Machine(Machine),
    Person(Box<Person>),
}

/// The part of a client's settings that tells how long authorizations hold.
#[derive(Deserialize)]
struct RenewalSettings {
    #[serde(default)]
    refresh_token: RefreshTokenSettings,
}

impl Standing {
    pub(super) async fn of(claims: &Claims, services: &Services, tenant: &TenantConfiguration) -> Result<Self, Error> {
        let session = services.db.session().await?;
        let connection = session.connection();
        let id = tenant.tenant.id;
        match &claims.subject {
            Subject::Machine => {
                let audience = claims.audiences().find_map(|audience| tenant.resource_server(audience));
                let server = audience.ok_or_else(|| invalid("Invalid token"))?;
                let machine = caller::machine(&connection, id, &claims.authorized_party, &server.identifier).await?;
                machine.map(Self::Machine).ok_or_else(|| invalid("Client is not global.").into())
            }
            Subject::Person { authorization_id, .. } => {
                let person = caller::person(&connection, id, authorization_id).await?;
                person.map(|person| Self::Person(Box::new(person))).ok_or_else(|| invalid("Invalid token").into())
            }
        }
    }

    /// The number of the configuration when it was asked.
    pub(super) fn config_version(&self) -> i64 {
        match self {
            Self::Machine(machine) => machine.config_version,
            Self::Person(person) => person.config_version,
        }
    }

    /// Whether the token is one of what still stands.
    pub(super) fn check(&self, claims: &Claims, tenant: &TenantConfiguration, now: Timestamp) -> Result<(), Refusal> {
        let holds = match self {
            Self::Machine(machine) => claims.issued_at >= machine.valid_after,
            Self::Person(person) => {
                claims.is_of(&person.user_id)
                    && claims.authorized_party == person.client_id
                    && claims.issued_at >= person.valid_after
                    && !person.status.is_blocked()
                    && holds(person, tenant, now)
            }
        };
        if holds { Ok(()) } else { Err(invalid("Invalid token")) }
    }
}

/// Without offline access an authorization ends with its session; with it, when it could not be renewed any more.
fn holds(person: &Person, tenant: &TenantConfiguration, now: Timestamp) -> bool {
    if person.offline {
        let Ok(settings) = serde_json::from_str::<RenewalSettings>(&person.client_settings) else { return false };
        let settings = settings.refresh_token;
        let lifetime = Lifetime { absolute: settings.absolute_seconds(), idle: settings.idle_seconds() };
        return lifetime.holds(person.authorized_at, person.last_exchanged_at.max(person.authorized_at), now);
    }
    let lifetime = crate::session::lifetime(tenant);
    let session = person.session_created_at.zip(person.session_used_at);
    session.is_some_and(|(began, used)| lifetime.holds(began, used, now))
}
