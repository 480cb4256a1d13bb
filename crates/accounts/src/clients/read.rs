//! Reading clients.

use anteroom_model::Context;
use anteroom_model::client::Client;
use anteroom_store::client::{self, ClientFilter, Part};

use super::unknown_client;
use crate::configuration::TenantConfiguration;
use crate::{Error, Services};

/// The client of this id, with the addresses that follow from the tenant's origins.
///
/// # Errors
/// `inexistent_client`.
pub async fn find_client(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    client_id: &str,
) -> Result<Client, Error> {
    let session = services.db.session().await?;
    let found = client::by_id(&session.connection(), context.tenant, client_id).await?;
    Ok(found.ok_or_else(unknown_client)?.at(&tenant.origins))
}

/// Whether the client of this id is one of the tenant's own applications; one that is not there is not.
///
/// # Errors
/// When the database cannot be asked.
pub async fn is_first_party(services: &Services, context: &Context, client_id: &str) -> Result<bool, Error> {
    let session = services.db.session().await?;
    let found = client::by_id(&session.connection(), context.tenant, client_id).await?;
    Ok(found.is_some_and(|client| client.settings.is_first_party))
}

/// A part of the tenant's clients that the filter finds, in the order they were made.
///
/// # Errors
/// When the database cannot be asked.
pub async fn list_clients(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    filter: &ClientFilter,
    part: &Part,
) -> Result<Vec<Client>, Error> {
    let session = services.db.session().await?;
    let found = client::list(&session.connection(), context.tenant, filter, part).await?;
    Ok(found.into_iter().map(|client| client.at(&tenant.origins)).collect())
}

/// How many of the tenant's clients the filter finds.
///
/// # Errors
/// When the database cannot be asked.
pub async fn total_clients(services: &Services, context: &Context, filter: &ClientFilter) -> Result<i64, Error> {
    let session = services.db.session().await?;
    Ok(client::total(&session.connection(), context.tenant, filter).await?)
}
