//! What the token endpoint gives people's applications: tokens for a code, and tokens for a refresh token.

mod code;
mod refresh;

pub use code::{CodeRequest, exchange_code};
pub use refresh::{RefreshRequest, refresh};

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Record, Services};
use anteroom_model::authorization::Authorization;
use anteroom_model::client::Client;
use anteroom_model::event::TokenFacts;
use anteroom_model::session::Lifetime;
use anteroom_model::{Context, EventKind, Party, Refusal, Scopes, Timestamp, User, codes};
use anteroom_store::{Connection, role, session, user};

/// An exchange that may give tokens.
pub(crate) struct Exchanged {
    pub(crate) authorization: Authorization,
    pub(crate) user: User,
    pub(crate) scopes: Scopes,
    /// What roles and permissions let the person have, where the API asks for them.
    pub(crate) permitted: Option<Scopes>,
    pub(crate) nonce: Option<String>,
    pub(crate) refresh_token: Option<String>,
}

/// How long an application's authorizations can be renewed, by what is set of it now.
#[must_use]
pub fn lifetime(client: &Client) -> Lifetime {
    let settings = &client.settings.refresh_token;
    Lifetime { absolute: settings.absolute_seconds(), idle: settings.idle_seconds() }
}

/// Auth0's words, whatever the reason.
pub(crate) fn invalid_grant(message: &'static str) -> Refusal {
    Refusal::new(&codes::OAUTH_INVALID_GRANT, message)
}

/// The user of an authorization, if both may still be used: a blocked user's are gone, those without offline access end
/// with their session.
pub(crate) async fn standing_user(
    connection: &Connection<'_>,
    tenant: &TenantConfiguration,
    authorization: &Authorization,
    now: Timestamp,
) -> Result<Option<User>, Error> {
    let id = tenant.tenant.id;
    let found = user::by_key(connection, id, authorization.user).await?;
    let Some(user) = found.filter(|user| !user.state.status.is_blocked()) else { return Ok(None) };
    if authorization.offline {
        return Ok(Some(user));
    }
    let session = session::by_id(connection, id, &authorization.session_id).await?;
    let holds = session.is_some_and(|session| session.holds(crate::session::lifetime(tenant), now));
    Ok(holds.then_some(user))
}

/// What roles and permissions let the person have of the API at this moment; nothing where the API does not ask for them.
pub(crate) async fn permitted(
    connection: &Connection<'_>,
    tenant: &TenantConfiguration,
    authorization: &Authorization,
) -> Result<Option<Scopes>, Error> {
    let server = authorization.audience.as_deref().and_then(|audience| tenant.resource_server(audience));
    let Some(server) = server.filter(|server| server.enforce_policies && !server.is_system) else { return Ok(None) };
    Ok(Some(role::permitted(connection, tenant.tenant.id, authorization.user, server.key).await?))
}

/// The record of an exchange, done by the person through the application.
pub(crate) fn record(context: &Context, kind: EventKind, user: &User, authorization: &Authorization) -> Record {
    let mut record = Record::new(context, kind).by(user);
    record.event.client_id = Some(authorization.client_id.clone());
    let audience = authorization.audience.clone().unwrap_or_default();
    record.event.token = Some(TokenFacts { audience, scope: authorization.scopes.as_str().to_owned() });
    record
}

/// Notes a refusal as traffic: anybody may ask.
pub(crate) fn note_refusal(services: &Services, context: &Context, kind: EventKind, client: &Client, error: &Error) {
    let mut record = Record::new(context, kind).target(Party::new("client", &client.client_id, &client.name));
    record.event.client_id = Some(client.client_id.clone());
    if let Error::Refused(refusal) = error {
        record.event.reason = Some(refusal.message.chars().take(200).collect());
    }
    services.traffic.push(context.tenant, record.event);
}
