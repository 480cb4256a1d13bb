//! Sessions: reading them, and the customer's own texts on them.

use std::collections::HashMap;

use anteroom_model::session::{Lifetime, Session};
use anteroom_model::{Change, Context, Refusal, User, UserKey, codes, device_metadata};
use anteroom_store::session::{Placed, SessionFilter};
use anteroom_store::{Connection, authorization, client, session, user};
use serde_json::{Map, Value};

use super::{cut, key_of};
use crate::clients::unknown_client;
use crate::configuration::TenantConfiguration;
use crate::{Error, Services};

/// A session and what hangs on it.
#[derive(Clone, Debug)]
pub struct KnownSession {
    /// The session.
    pub session: Session,
    /// The applications signed in to in it, by their ids.
    pub clients: Vec<String>,
    /// Who is signed in, where that was asked for.
    pub user: Option<User>,
}

/// Which sessions are asked for.
#[derive(Clone, Debug)]
pub struct SessionList {
    /// Those of the user of this id.
    pub user_id: Option<String>,
    /// Those in which the application of this id was signed in to.
    pub client_id: Option<String>,
    /// Those behind this place.
    pub after: i64,
    /// How many at most.
    pub limit: i64,
    /// Whether each is to tell who is signed in.
    pub with_users: bool,
    /// Whether they are to be counted.
    pub with_total: bool,
}

/// A page of sessions.
pub struct SessionPage {
    /// The sessions.
    pub sessions: Vec<KnownSession>,
    /// The place of the last of them, if there are more.
    pub next: Option<i64>,
    /// How many there are in all, if that was asked for.
    pub total: Option<i64>,
}

/// How long the tenant's sessions last, by what is set now (requirement S4.L34.6).
#[must_use]
pub fn session_lifetime(tenant: &TenantConfiguration) -> Lifetime {
    let settings = &tenant.settings;
    Lifetime { absolute: Some(settings.session_seconds()), idle: Some(settings.idle_session_seconds()) }
}

/// The session of this id, if it still holds.
///
/// # Errors
/// `inexistent_session`.
pub async fn find_session(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    session_id: &str,
) -> Result<KnownSession, Error> {
    let reading = services.db.session().await?;
    let connection = reading.connection();
    let found = standing(&connection, context, session_lifetime(tenant), session_id).await?;
    let mut known = complete(&connection, context, vec![found], false).await?;
    Ok(known.pop().ok_or_else(unknown_session)?)
}

/// A page of the sessions that still hold: a user's in the order they began, an application's in the order in which it was
/// last signed in to in them.
///
/// # Errors
/// `inexistent_user`, `inexistent_client`.
pub async fn list_sessions(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    wanted: &SessionList,
) -> Result<SessionPage, Error> {
    let reading = services.db.session().await?;
    let connection = reading.connection();
    let lifetime = session_lifetime(tenant);
    let before_now = |seconds: Option<i64>| seconds.map(|seconds| context.now().plus_seconds(-seconds));
    let mut filter = SessionFilter {
        user: None,
        client_id: wanted.client_id.clone(),
        began_after: before_now(lifetime.absolute),
        used_after: before_now(lifetime.idle),
    };
    if let Some(user_id) = &wanted.user_id {
        filter.user = Some(key_of(&connection, context, user_id).await?);
    } else if let Some(client_id) = &wanted.client_id {
        client::by_id(&connection, context.tenant, client_id).await?.ok_or_else(unknown_client)?;
    }
    let mut found = placed(&connection, context, &filter, wanted).await?;
    let next = cut(&mut found, wanted.limit, |placed| placed.place);
    let found = found.into_iter().map(|placed| placed.session).collect();
    let total = match wanted.with_total {
        true => Some(count(&connection, context, &filter).await?),
        false => None,
    };
    Ok(SessionPage { sessions: complete(&connection, context, found, wanted.with_users).await?, next, total })
}

/// The page, and one more, which tells whether there is a next page.
async fn placed(
    connection: &Connection<'_>,
    context: &Context,
    filter: &SessionFilter,
    wanted: &SessionList,
) -> Result<Vec<Placed>, Error> {
    let (tenant, after, limit) = (context.tenant, wanted.after, wanted.limit.saturating_add(1));
    if let (None, Some(client_id)) = (filter.user, &filter.client_id) {
        return Ok(session::list_of_client(connection, tenant, client_id, filter, after, limit).await?);
    }
    let found = session::list(connection, tenant, filter, after, limit).await?;
    Ok(found.into_iter().map(|session| Placed { place: session.key, session }).collect())
}

async fn count(connection: &Connection<'_>, context: &Context, filter: &SessionFilter) -> Result<i64, Error> {
    Ok(match (filter.user, &filter.client_id) {
        (None, Some(client_id)) => session::total_of_client(connection, context.tenant, client_id, filter).await?,
        _ => session::total(connection, context.tenant, filter).await?,
    })
}

struct SetMetadata {
    session_id: String,
    lifetime: Lifetime,
    change: Change<Map<String, Value>>,
}

/// Changes the customer's own texts on a session.
///
/// # Errors
/// `inexistent_session`, `invalid_body`.
pub async fn set_session_metadata(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    session_id: String,
    change: Change<Map<String, Value>>,
) -> Result<KnownSession, Error> {
    let request = SetMetadata { session_id, lifetime: session_lifetime(tenant), change };
    services
        .transact(context, None, request, |connection, context, request| Box::pin(run(connection, context, request)))
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, request: &SetMetadata) -> Result<KnownSession, Error> {
    let found = standing(connection, context, request.lifetime, &request.session_id).await?;
    // With the user locked, of two changes at once the second sees what the first has stored.
    user::by_id_for_change(connection, context.tenant, &found.user_id).await?;
    let mut found = standing(connection, context, request.lifetime, &request.session_id).await?;
    let metadata = device_metadata::apply("session_metadata", &found.metadata, request.change.clone())?;
    if metadata != found.metadata {
        session::set_metadata(connection, context.tenant, found.key, &metadata).await?;
        found.metadata = metadata;
    }
    let mut known = complete(connection, context, vec![found], false).await?;
    Ok(known.pop().ok_or_else(unknown_session)?)
}

async fn standing(
    connection: &Connection<'_>,
    context: &Context,
    lifetime: Lifetime,
    session_id: &str,
) -> Result<Session, Error> {
    let found = session::by_id(connection, context.tenant, session_id).await?;
    Ok(found.filter(|session| session.holds(lifetime, context.now())).ok_or_else(unknown_session)?)
}

/// The sessions with their applications and, if asked for, their users.
async fn complete(
    connection: &Connection<'_>,
    context: &Context,
    sessions: Vec<Session>,
    with_users: bool,
) -> Result<Vec<KnownSession>, Error> {
    let ids = sessions.iter().map(|session| session.session_id.clone()).collect();
    let mut clients: HashMap<String, Vec<String>> = HashMap::new();
    for (session_id, client_id) in authorization::clients_of_sessions(connection, context.tenant, ids).await? {
        clients.entry(session_id).or_default().push(client_id);
    }
    let keys = if with_users { sessions.iter().map(|session| session.user).collect() } else { Vec::new() };
    let users = user::by_keys(connection, context.tenant, keys).await?;
    let users: HashMap<UserKey, User> = users.into_iter().map(|user| (user.key, user)).collect();
    let known = |session: Session| KnownSession {
        clients: clients.remove(&session.session_id).unwrap_or_default(),
        user: users.get(&session.user).cloned(),
        session,
    };
    Ok(sessions.into_iter().map(known).collect())
}

pub(super) fn unknown_session() -> Refusal {
    Refusal::new(&codes::SESSION_UNKNOWN, "The session does not exist.")
}
