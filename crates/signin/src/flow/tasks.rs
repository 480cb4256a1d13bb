//! What a person has to do after the proof.

use anteroom_accounts::Error;
use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::client::Client;
use anteroom_model::flow::{Flow, Task};
use anteroom_model::oauth::AuthorizationRequest;
use anteroom_model::{Context, User};
use anteroom_store::{Connection, user};

use crate::scopes;

/// The tasks, in the order in which they are asked.
pub(super) async fn of(
    connection: &Connection<'_>,
    tenant: &TenantConfiguration,
    client: &Client,
    request: &AuthorizationRequest,
    user: &User,
) -> Result<Vec<Task>, Error> {
    let mut tasks = Vec::new();
    if user.password.must_change {
        tasks.push(Task::ChangePassword);
    }
    let granted = scopes::decide(connection, tenant, client, request).await?;
    if scopes::needs_consent(connection, tenant.tenant.id, client, request, &granted, user).await? {
        tasks.push(Task::Consent);
    }
    Ok(tasks)
}

/// The user that a flow has proven, as it is now; nobody if the account was blocked since, or all its access ended:
/// a proof of before opens nothing any more.
pub(super) async fn proven_user(
    connection: &Connection<'_>,
    context: &Context,
    flow: &Flow,
) -> Result<Option<User>, Error> {
    let (Some(key), Some(proven_at)) = (flow.progress.user_key(), flow.progress.authenticated_at()) else {
        return Ok(None);
    };
    let found = user::by_key(connection, context.tenant, key).await?;
    // What ends access counts from the full second after it.
    let is_standing = |user: &User| proven_at.plus_seconds(1) > user.access_valid_after;
    Ok(found.filter(|user| !user.state.status.is_blocked() && is_standing(user)))
}
