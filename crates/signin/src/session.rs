//! Which session a browser has.

use anteroom_accounts::Error;
use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_crypto::token::{new_secret, stored_digest};
use anteroom_model::flow::Progress;
use anteroom_model::ids::UserKey;
use anteroom_model::random::alphanumeric;
use anteroom_model::session::{Device, Lifetime, Session};
use anteroom_model::{Context, Timestamp};
use anteroom_store::{Connection, authorization, session};
use serde_json::Map;

/// How long a tenant's sessions hold, by what is set now.
#[must_use]
pub fn lifetime(tenant: &TenantConfiguration) -> Lifetime {
    let settings = &tenant.settings;
    Lifetime { absolute: Some(settings.session_seconds()), idle: Some(settings.idle_session_seconds()) }
}

/// The session whose cookie the browser sent, if it holds.
///
/// # Errors
/// When the database cannot be asked.
pub async fn current(
    connection: &Connection<'_>,
    tenant: &TenantConfiguration,
    cookie: Option<&str>,
    now: Timestamp,
) -> Result<Option<Session>, Error> {
    let Some(cookie) = cookie else { return Ok(None) };
    let found = session::by_digest(connection, tenant.tenant.id, &stored_digest(cookie)).await?;
    Ok(found.filter(|session| session.holds(lifetime(tenant), now)))
}

/// A session as a flow leaves it.
pub(crate) struct Begun {
    /// Its id.
    pub(crate) session_id: String,
    /// The cookie's new value; none where the one it has stays.
    pub(crate) cookie: Option<String>,
}

/// Begins the session that a flow's proofs allow, or goes on with the one they came from.
///
/// The cookie is always a new one after a proof (ASVS 7.2.4); somebody else's session in this browser ends.
pub(crate) async fn begin(
    connection: &Connection<'_>,
    tenant: &TenantConfiguration,
    context: &Context,
    user: UserKey,
    progress: &Progress,
    cookie: Option<&str>,
) -> Result<Option<Begun>, Error> {
    if let Some(session_id) = &progress.session_id {
        let found = session::by_id(connection, context.tenant, session_id).await?;
        let found = found.filter(|session| session.user == user && session.holds(lifetime(tenant), context.now()));
        return match found {
            Some(session) => Ok(Some(go_on(connection, context, session).await?)),
            None => Ok(None),
        };
    }
    let now = context.now();
    let secret = new_secret(&*context.random);
    let before = current(connection, tenant, cookie, now).await?;
    let device = seen(context);
    let authenticated_at = progress.authenticated_at().unwrap_or(now);
    if let Some(mut same) = before.clone().filter(|session| session.user == user) {
        same.methods.clone_from(&progress.proofs);
        same.authenticated_at = authenticated_at;
        same.last_interacted_at = now;
        same.device.last_ip = device.last_ip;
        same.device.last_user_agent = device.last_user_agent;
        session::renew(connection, context.tenant, &same, &stored_digest(&secret)).await?;
        return Ok(Some(Begun { session_id: same.session_id, cookie: Some(secret) }));
    }
    if let Some(other) = before {
        authorization::end_session(connection, context.tenant, &other.session_id).await?;
        session::delete(connection, context.tenant, &other.session_id).await?;
    }
    let new = Session {
        key: 0,
        session_id: format!("ses_{}", alphanumeric(&*context.random, 22)),
        user,
        user_id: String::new(),
        methods: progress.proofs.clone(),
        created_at: now,
        authenticated_at,
        last_interacted_at: now,
        device,
        metadata: Map::new(),
    };
    session::insert(connection, context.tenant, &new, &stored_digest(&secret)).await?;
    Ok(Some(Begun { session_id: new.session_id, cookie: Some(secret) }))
}

async fn go_on(connection: &Connection<'_>, context: &Context, mut session: Session) -> Result<Begun, Error> {
    if session::is_worth_touching(&session, context.now()) {
        let device = seen(context);
        session.device.last_ip = device.last_ip;
        session.device.last_user_agent = device.last_user_agent;
        session::touch(connection, context.tenant, &session, context.now()).await?;
    }
    Ok(Begun { session_id: session.session_id, cookie: None })
}

/// The device at the other end of this request.
pub(crate) fn seen(context: &Context) -> Device {
    let (ip, agent) = (context.origin.ip.map(|ip| ip.to_string()), context.origin.user_agent.clone());
    Device { initial_ip: ip.clone(), initial_user_agent: agent.clone(), last_ip: ip, last_user_agent: agent }
}
