//! Revoking refresh tokens: the access tokens that were given for them stop working too.

use anteroom_model::{Context, EventKind, FieldChange, Party, User};
use anteroom_store::authorization::AuthorizationFilter;
use anteroom_store::resource_server::MANAGEMENT;
use anteroom_store::{Connection, authorization};

use super::{gone, load};
use crate::configuration::TenantConfiguration;
use crate::{Error, Record, Services};

/// Revokes a refresh token: its device must sign in again, the user's others stay (requirement S2.L25.2). One that is not
/// there is as revoked as can be. Answers whether there was one.
///
/// # Errors
/// The guards' refusals.
pub async fn revoke_refresh_token(services: &Services, context: &Context, id: String) -> Result<bool, Error> {
    Ok(revoke_refresh_tokens(services, context, vec![id]).await? > 0)
}

/// Revokes the refresh tokens of these ids, all or none. Answers how many there were.
///
/// # Errors
/// The guards' refusals.
pub async fn revoke_refresh_tokens(services: &Services, context: &Context, ids: Vec<String>) -> Result<u64, Error> {
    let session = services.db.session().await?;
    let found = authorization::by_ids_with_client(&session.connection(), context.tenant, ids.clone()).await?;
    drop(session);
    let Some(first) = found.first() else { return Ok(0) };
    let target = Party::new("user", &first.authorization.user_id, "");
    services
        .transact(context, Some(target), ids, |connection, context, ids| Box::pin(run(connection, context, ids)))
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, ids: &[String]) -> Result<u64, Error> {
    let found = authorization::by_ids_with_client(connection, context.tenant, ids.to_vec()).await?;
    let mut tokens: Vec<_> = found.into_iter().map(|token| token.authorization).filter(|token| token.offline).collect();
    // Users are locked in one order, so that two such requests never wait for each other.
    tokens.sort_by_key(|token| (token.user, token.key));
    let mut revoked = 0;
    for of_user in tokens.chunk_by(|one, other| one.user == other.user) {
        let Some(first) = of_user.first() else { continue };
        let user = load(connection, context, &first.user_id).await?;
        let keys = of_user.iter().map(|token| token.key).collect();
        let ended = authorization::delete_all(connection, context.tenant, keys).await?;
        let changes = of_user.iter().map(|token| gone("refresh_token_id", token.authorization_id.clone()));
        record(connection, context, &user, ended, changes.collect()).await?;
        revoked += ended;
    }
    Ok(revoked)
}

async fn record(
    connection: &Connection<'_>,
    context: &Context,
    user: &User,
    ended: u64,
    changes: Vec<FieldChange>,
) -> Result<(), Error> {
    if ended == 0 {
        return Ok(());
    }
    Record::new(context, EventKind::RefreshTokenRevoked).user(user).changes(changes).write(connection).await
}

/// Which refresh tokens are to be revoked.
#[derive(Clone, Debug, Default)]
pub struct RevokeMatching {
    /// Those of the user of this id.
    pub user_id: String,
    /// Those of the application of this id.
    pub client_id: Option<String>,
    /// Those for the API of this identifier.
    pub audience: Option<String>,
}

struct Matching {
    wanted: RevokeMatching,
    /// All that the API is called in the database.
    audiences: Vec<Option<String>>,
}

/// Revokes all refresh tokens of a user, or those to one application or API.
///
/// # Errors
/// `inexistent_user`, the guards' refusals.
pub async fn revoke_matching_refresh_tokens(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    wanted: RevokeMatching,
) -> Result<(), Error> {
    let target = Party::new("user", &wanted.user_id, "");
    let audiences = match &wanted.audience {
        None => vec![None],
        Some(audience) => names_of(tenant, audience).into_iter().map(Some).collect(),
    };
    services
        .transact(context, Some(target), Matching { wanted, audiences }, |connection, context, request| {
            Box::pin(run_matching(connection, context, request))
        })
        .await
}

/// Revokes all refresh tokens of a user.
///
/// # Errors
/// `inexistent_user`, the guards' refusals.
pub async fn revoke_refresh_tokens_of_user(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    user_id: String,
) -> Result<(), Error> {
    let wanted = RevokeMatching { user_id, ..RevokeMatching::default() };
    revoke_matching_refresh_tokens(services, tenant, context, wanted).await
}

/// The Management API has a name at each of the tenant's origins, with and without the last slash; others have one.
fn names_of(tenant: &TenantConfiguration, audience: &str) -> Vec<String> {
    if !tenant.is_management_audience(audience) && audience != MANAGEMENT {
        return vec![audience.to_owned()];
    }
    let of_origins = tenant.origins.iter().map(anteroom_model::Origin::management_audience);
    let both = of_origins.flat_map(|name| [name.trim_end_matches('/').to_owned(), name]);
    both.chain([MANAGEMENT.to_owned()]).collect()
}

async fn run_matching(connection: &Connection<'_>, context: &Context, request: &Matching) -> Result<(), Error> {
    let user = load(connection, context, &request.wanted.user_id).await?;
    let mut ended = 0;
    for audience in &request.audiences {
        let filter = AuthorizationFilter {
            user: Some(user.key),
            client_id: request.wanted.client_id.clone(),
            audience: audience.clone(),
            session_id: None,
            offline: Some(true),
        };
        ended += authorization::delete_matching(connection, context.tenant, &filter).await?;
    }
    let client = request.wanted.client_id.iter().map(|client_id| gone("client_id", client_id.clone()));
    let audience = request.wanted.audience.iter().map(|audience| gone("audience", audience.clone()));
    let changes = [gone("refresh_tokens", ended)].into_iter().chain(client).chain(audience).collect();
    record(connection, context, &user, ended, changes).await
}
