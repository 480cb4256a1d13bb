//! Ending sessions, as an administrator does.

use anteroom_model::{Context, EventKind, Party};
use anteroom_store::authorization::AuthorizationFilter;
use anteroom_store::{Connection, authorization, session};

use super::{gone, load};
use crate::{Error, Record, Services};

struct Revoke {
    session_id: String,
    with_refresh_tokens: bool,
}

/// Ends a session and the access tokens given in it; its refresh tokens too if asked for, which otherwise outlive it.
/// Answers whether it stood.
///
/// # Errors
/// The guards' refusals.
pub async fn revoke_session(
    services: &Services,
    context: &Context,
    session_id: String,
    with_refresh_tokens: bool,
) -> Result<bool, Error> {
    let found = session::by_id(&services.db.session().await?.connection(), context.tenant, &session_id).await?;
    let Some(found) = found else { return Ok(false) };
    let target = Party::new("user", &found.user_id, "");
    let request = Revoke { session_id, with_refresh_tokens };
    services
        .transact(context, Some(target), request, |connection, context, request| {
            Box::pin(run(connection, context, request))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, request: &Revoke) -> Result<bool, Error> {
    let tenant = context.tenant;
    let Some(found) = session::by_id(connection, tenant, &request.session_id).await? else { return Ok(false) };
    let user = load(connection, context, &found.user_id).await?;
    if !session::delete(connection, tenant, &found.session_id).await? {
        return Ok(false);
    }
    let filter = AuthorizationFilter {
        user: Some(user.key),
        session_id: Some(found.session_id.clone()),
        offline: if request.with_refresh_tokens { None } else { Some(false) },
        ..AuthorizationFilter::default()
    };
    authorization::delete_matching(connection, tenant, &filter).await?;
    let changes = vec![gone("session_id", found.session_id)];
    Record::new(context, EventKind::SessionRevoked).user(&user).changes(changes).write(connection).await?;
    Ok(true)
}

/// Ends all sessions of a user and the access tokens given in them; refresh tokens outlive them, as with Auth0. Answers
/// whether there were any.
///
/// # Errors
/// `inexistent_user`, the guards' refusals.
pub async fn revoke_sessions_of_user(services: &Services, context: &Context, user_id: String) -> Result<bool, Error> {
    let target = Party::new("user", &user_id, "");
    services
        .transact(context, Some(target), user_id, |connection, context, user_id| {
            Box::pin(run_all(connection, context, user_id))
        })
        .await
}

async fn run_all(connection: &Connection<'_>, context: &Context, user_id: &str) -> Result<bool, Error> {
    let user = load(connection, context, user_id).await?;
    let ended = session::delete_of_user(connection, context.tenant, user.key).await?;
    let filter = AuthorizationFilter { user: Some(user.key), offline: Some(false), ..AuthorizationFilter::default() };
    authorization::delete_matching(connection, context.tenant, &filter).await?;
    if ended == 0 {
        return Ok(false);
    }
    let changes = vec![gone("sessions", ended)];
    Record::new(context, EventKind::SessionRevoked).user(&user).changes(changes).write(connection).await?;
    Ok(true)
}
