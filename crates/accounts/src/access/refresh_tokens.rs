//! Refresh tokens, which are also the devices of a user: reading them, and the customer's own texts on them.

use anteroom_model::client::ClientSettings;
use anteroom_model::session::Lifetime;
use anteroom_model::{Change, Context, Refusal, Timestamp, codes, device_metadata};
use anteroom_store::authorization::{AuthorizationFilter, WithClient};
use anteroom_store::{Connection, authorization, client, user};
use serde_json::{Map, Value};

use super::{cut, key_of};
use crate::clients::unknown_client;
use crate::{Error, Services};

/// A refresh token with its application's settings: on the wire its id is that of the authorization, whichever of the
/// tokens that followed each other is the current one.
pub type RefreshToken = WithClient;

/// The most devices that one list holds, as with Auth0.
const DEVICES: i64 = 1000;

/// Which refresh tokens are asked for.
#[derive(Clone, Debug)]
pub struct RefreshTokenList {
    /// Those of the user of this id.
    pub user_id: String,
    /// Those of the application of this id.
    pub client_id: Option<String>,
    /// Those behind this key.
    pub after: i64,
    /// How many at most.
    pub limit: i64,
    /// Whether they are to be counted.
    pub with_total: bool,
}

/// A page of refresh tokens.
pub struct RefreshTokenPage {
    /// The refresh tokens.
    pub tokens: Vec<RefreshToken>,
    /// The key of the last of them, if there are more.
    pub next: Option<i64>,
    /// How many there are in all, if that was asked for.
    pub total: Option<i64>,
}

/// Which devices are asked for.
#[derive(Clone, Debug, Default)]
pub struct DeviceList {
    /// Those of the user of this id.
    pub user_id: Option<String>,
    /// Those of the application of this id.
    pub client_id: Option<String>,
    /// Those whose refresh tokens are used once each, or those that keep one.
    pub rotating: Option<bool>,
}

/// How long an application's refresh tokens can be exchanged, by what is set now.
#[must_use]
pub fn refresh_token_lifetime(settings: &ClientSettings) -> Lifetime {
    let settings = &settings.refresh_token;
    Lifetime { absolute: settings.absolute_seconds(), idle: settings.idle_seconds() }
}

/// The refresh token of this id, if it still holds.
///
/// # Errors
/// `inexistent_refresh_token`.
pub async fn find_refresh_token(services: &Services, context: &Context, id: &str) -> Result<RefreshToken, Error> {
    standing(&services.db.session().await?.connection(), context, id).await
}

/// A page of a user's refresh tokens that still hold, in the order they were given.
///
/// # Errors
/// `inexistent_user`, `inexistent_client`.
pub async fn list_refresh_tokens(
    services: &Services,
    context: &Context,
    wanted: &RefreshTokenList,
) -> Result<RefreshTokenPage, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    if let Some(client_id) = &wanted.client_id {
        client::by_id(&connection, context.tenant, client_id).await?.ok_or_else(unknown_client)?;
    }
    let filter = AuthorizationFilter {
        user: Some(key_of(&connection, context, &wanted.user_id).await?),
        client_id: wanted.client_id.clone(),
        offline: Some(true),
        ..AuthorizationFilter::default()
    };
    // One more than asked for tells whether there is a next page.
    let mut tokens = holding(&connection, context, &filter, wanted.after, wanted.limit.saturating_add(1)).await?;
    let next = cut(&mut tokens, wanted.limit, |token| token.authorization.key);
    let total = match wanted.with_total {
        true => i64::try_from(holding(&connection, context, &filter, 0, i64::MAX).await?.len()).ok(),
        false => None,
    };
    Ok(RefreshTokenPage { tokens, next, total })
}

/// The devices that still hold, in the order they came; a thousand at most.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list_devices(
    services: &Services,
    context: &Context,
    wanted: &DeviceList,
) -> Result<Vec<RefreshToken>, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let mut filter = AuthorizationFilter {
        client_id: wanted.client_id.clone(),
        offline: Some(true),
        ..AuthorizationFilter::default()
    };
    if let Some(user_id) = &wanted.user_id {
        let Some(found) = user::by_id(&connection, context.tenant, user_id).await? else { return Ok(Vec::new()) };
        filter.user = Some(found.key);
    }
    let mut found = holding(&connection, context, &filter, 0, DEVICES).await?;
    found.retain(|token| wanted.rotating.is_none_or(|rotating| token.settings.refresh_token.is_rotating() == rotating));
    Ok(found)
}

/// So many refresh tokens behind this key that still hold. Each application has its own lifetimes, so those that are over
/// are passed over here; there are few, for they are forgotten soon.
async fn holding(
    connection: &Connection<'_>,
    context: &Context,
    filter: &AuthorizationFilter,
    mut after: i64,
    limit: i64,
) -> Result<Vec<RefreshToken>, Error> {
    const BATCH: i64 = 200;
    let (now, wanted) = (context.now(), usize::try_from(limit).unwrap_or(usize::MAX));
    let mut found = Vec::new();
    loop {
        let batch = authorization::list_with_client(connection, context.tenant, filter, after, BATCH).await?;
        let Some(last) = batch.last() else { return Ok(found) };
        after = last.authorization.key;
        let is_last = i64::try_from(batch.len()).is_ok_and(|count| count < BATCH);
        found.extend(batch.into_iter().filter(|token| holds(token, now)));
        if is_last || found.len() >= wanted {
            found.truncate(wanted);
            return Ok(found);
        }
    }
}

fn holds(token: &RefreshToken, now: Timestamp) -> bool {
    let given = &token.authorization;
    given.offline && refresh_token_lifetime(&token.settings).holds(given.created_at, given.last_used_at(), now)
}

async fn standing(connection: &Connection<'_>, context: &Context, id: &str) -> Result<RefreshToken, Error> {
    let found = authorization::by_ids_with_client(connection, context.tenant, vec![id.to_owned()]).await?;
    let found = found.into_iter().next().filter(|token| holds(token, context.now()));
    Ok(found.ok_or_else(|| Refusal::new(&codes::REFRESH_TOKEN_UNKNOWN, "The refresh token does not exist."))?)
}

struct SetMetadata {
    id: String,
    change: Change<Map<String, Value>>,
}

/// Changes the customer's own texts on a refresh token.
///
/// # Errors
/// `inexistent_refresh_token`, `invalid_body`.
pub async fn set_refresh_token_metadata(
    services: &Services,
    context: &Context,
    id: String,
    change: Change<Map<String, Value>>,
) -> Result<RefreshToken, Error> {
    services
        .transact(context, None, SetMetadata { id, change }, |connection, context, request| {
            Box::pin(run(connection, context, request))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, request: &SetMetadata) -> Result<RefreshToken, Error> {
    let key = standing(connection, context, &request.id).await?.authorization.key;
    // Locked, so that of two changes at once the second sees what the first has stored.
    authorization::by_key_for_change(connection, context.tenant, key).await?;
    let mut token = standing(connection, context, &request.id).await?;
    let stored = &token.authorization.metadata;
    let metadata = device_metadata::apply("refresh_token_metadata", stored, request.change.clone())?;
    if metadata != *stored {
        authorization::set_metadata(connection, context.tenant, key, &metadata).await?;
        token.authorization.metadata = metadata;
    }
    Ok(token)
}
