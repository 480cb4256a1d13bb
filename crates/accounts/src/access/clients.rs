//! What people let an application do, ended because the application goes.

use anteroom_model::Context;
use anteroom_store::authorization::AuthorizationFilter;
use anteroom_store::consent::ConsentFilter;
use anteroom_store::{Connection, authorization, consent};

use crate::Error;

/// Ends all that people let an application do, and what they consented to, in the transaction that deletes it: they name
/// it by its id, and another one of this id is not to inherit them.
///
/// # Errors
/// When the database cannot be written.
pub async fn end_client(connection: &Connection<'_>, context: &Context, client_id: &str) -> Result<(), Error> {
    let given = AuthorizationFilter { client_id: Some(client_id.to_owned()), ..AuthorizationFilter::default() };
    let consents = ConsentFilter { client_id: Some(client_id.to_owned()), ..ConsentFilter::default() };
    authorization::delete_matching(connection, context.tenant, &given).await?;
    consent::delete_matching(connection, context.tenant, &consents).await?;
    Ok(())
}
