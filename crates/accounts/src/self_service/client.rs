//! The application that people come from.

use anteroom_model::client::Client;
use anteroom_model::{Context, Refusal, codes};
use anteroom_store::client;

use crate::{Error, Services};

/// The client of this id, if one is named.
///
/// # Errors
/// `invalid_client` when there is none of this id.
pub(super) async fn named(
    services: &Services,
    context: &Context,
    client_id: Option<&str>,
) -> Result<Option<Client>, Error> {
    let Some(client_id) = client_id else { return Ok(None) };
    let session = services.db.session().await?;
    let found = client::by_id(&session.connection(), context.tenant, client_id).await?;
    let unknown = || Refusal::new(&codes::OAUTH_INVALID_CLIENT, "The client is not known.").field("client_id");
    Ok(Some(found.ok_or_else(unknown)?))
}
