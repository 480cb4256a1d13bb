//! The application that people sign in to.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::client::Client;
use anteroom_store::{Connection, Error, client};

/// The client of this id, with the addresses that follow from the tenant's origins.
pub async fn find(
    connection: &Connection<'_>,
    tenant: &TenantConfiguration,
    client_id: &str,
) -> Result<Option<Client>, Error> {
    let found = client::by_id(connection, tenant.tenant.id, client_id).await?;
    Ok(found.map(|client| client.at(&tenant.origins)))
}
