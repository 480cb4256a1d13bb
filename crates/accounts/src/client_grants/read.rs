//! Reading client grants.

use anteroom_model::Context;
use anteroom_model::client::ClientGrant;
use anteroom_store::client_grant::{self, GrantFilter};

use super::unknown_grant;
use crate::{Error, Services};

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
    Ok(found.ok_or_else(unknown_grant)?)
}
