//! Reading a flow, for the page that shows it.

use anteroom_accounts::{Error, Services};
use anteroom_model::client::Client;
use anteroom_model::flow::Flow;
use anteroom_model::{Context, User};
use anteroom_store::{flow, user};

use super::{Place, over};
use crate::application;

/// A flow with whom it is about.
pub struct OpenFlow {
    /// The flow.
    pub flow: Flow,
    /// The application.
    pub client: Client,
    /// Who it is, once proven.
    pub user: Option<User>,
}

/// The flow of this place.
///
/// # Errors
/// `flow_expired` when it is over or belongs to another browser.
pub async fn find_flow(services: &Services, context: &Context, place: &Place) -> Result<OpenFlow, Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let flow = flow::find(&connection, context.tenant, &place.key(), context.now()).await?.ok_or_else(over)?;
    let client = application::find(&connection, &place.tenant, &flow.request.client_id).await?.ok_or_else(over)?;
    let user = match flow.progress.user_key() {
        Some(key) => Some(user::by_key(&connection, context.tenant, key).await?.ok_or_else(over)?),
        None => None,
    };
    Ok(OpenFlow { flow, client, user })
}
