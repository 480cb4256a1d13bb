//! Where people go on to after a link has done what it is for.

use anteroom_accounts::clients::find_client;
use anteroom_accounts::self_service::Done;
use anteroom_model::oauth::ResponseMode;

use super::view::destination;
use crate::visit::Visit;

/// The address that the link was made with, where the application it is about is to be found, or where the tenant sends
/// people who have nowhere to go.
pub async fn after(visit: &Visit, done: &Done) -> Option<String> {
    let settings = &done.settings;
    if let Some(result_url) = &settings.result_url {
        let email = done.user.email.clone().filter(|_| settings.include_email);
        let mut parameters = vec![("success", "true".to_owned())];
        parameters.extend(email.map(|email| ("email", email)));
        return Some(destination(result_url, ResponseMode::Query, &parameters));
    }
    let client = match &settings.client_id {
        None => None,
        Some(id) => find_client(&visit.app.services, &visit.tenant, &visit.context, id).await.ok(),
    };
    let home = client.and_then(|client| client.home());
    home.or_else(|| visit.tenant.settings.default_redirection_uri.clone())
}
