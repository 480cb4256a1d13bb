//! Reading clients and their grants.

use anteroom_model::client::{Client, ClientGrant};
use anteroom_model::{Context, Refusal, codes};
use anteroom_store::client;
use anteroom_store::client_grant::{self, GrantFilter};

use super::unknown_client;
use crate::{Error, Services};

/// The client of this id.
///
/// # Errors
/// `inexistent_client`.
pub async fn find_client(services: &Services, context: &Context, client_id: &str) -> Result<Client, Error> {
    let session = services.db.session().await?;
    let found = client::by_id(&session.connection(), context.tenant, client_id).await?;
    Ok(found.ok_or_else(unknown_client)?)
}

/// The tenant's clients behind this key, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list_clients(
    services: &Services,
    context: &Context,
    after: i64,
    offset: i64,
    limit: i64,
) -> Result<Vec<Client>, Error> {
    let session = services.db.session().await?;
    Ok(client::list(&session.connection(), context.tenant, after, offset, limit).await?)
}

/// How many clients the tenant has.
///
/// # Errors
/// When the database cannot be asked.
pub async fn total_clients(services: &Services, context: &Context) -> Result<i64, Error> {
    let session = services.db.session().await?;
    Ok(client::total(&session.connection(), context.tenant).await?)
}

/// The tenant's grants that the filter finds.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list_grants(
    services: &Services,
    context: &Context,
    filter: &GrantFilter,
) -> Result<Vec<ClientGrant>, Error> {
    let session = services.db.session().await?;
    Ok(client_grant::all(&session.connection(), context.tenant, filter).await?)
}

/// The grant of this id.
///
/// # Errors
/// `inexistent_client_grant`.
pub async fn find_grant(services: &Services, context: &Context, grant_id: &str) -> Result<ClientGrant, Error> {
    let session = services.db.session().await?;
    let found = client_grant::by_id(&session.connection(), context.tenant, grant_id).await?;
    Ok(found.ok_or_else(|| Refusal::new(&codes::CLIENT_GRANT_UNKNOWN, "The client grant does not exist."))?)
}
