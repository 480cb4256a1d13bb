//! What a person has to do after the proof.

use anteroom_accounts::Error;
use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::client::Client;
use anteroom_model::flow::{Flow, Task};
use anteroom_model::oauth::AuthorizationRequest;
use anteroom_model::{Context, Timestamp, User};
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

/// The tasks of somebody who just proved who it is: before all others, to prove the address too where the tenant asks for
/// that (requirement S0.L23.15). Sessions there are go on without; whoever has no address has none to prove.
pub(super) async fn of_proof(
    connection: &Connection<'_>,
    tenant: &TenantConfiguration,
    client: &Client,
    request: &AuthorizationRequest,
    user: &User,
) -> Result<Vec<Task>, Error> {
    let mut tasks = of(connection, tenant, client, request, user).await?;
    if lacks_proof(tenant, user) {
        tasks.insert(0, Task::VerifyEmail);
    }
    Ok(tasks)
}

/// Whether the user's address is to be proven before anything else.
pub(super) fn lacks_proof(tenant: &TenantConfiguration, user: &User) -> bool {
    tenant.settings.sign_in.requires_verified_email && user.email.is_some() && !user.email_verified
}

/// The user that a flow has proven, as it is now and locked, so that nothing ends its access between here and the flow's
/// next step; nobody if the account was blocked since, all its access ended, or the password that was the proof is not
/// the user's any more: a proof of before opens nothing.
pub(super) async fn proven_user(
    connection: &Connection<'_>,
    context: &Context,
    flow: &Flow,
) -> Result<Option<User>, Error> {
    let (Some(key), Some(proven_at)) = (flow.progress.user_key(), flow.progress.authenticated_at()) else {
        return Ok(None);
    };
    let Some(found) = user::by_key(connection, context.tenant, key).await? else { return Ok(None) };
    let found = user::by_id_for_change(connection, context.tenant, &found.user_id).await?;
    // A session that its owner kept at a change of password proves as before; the end of the flow asks whether it stands.
    let is_of_session = flow.progress.session_id.is_some();
    let is_current = |user: &User| {
        let has_same_password = user.password.set_at.is_none_or(|set_at| proven_at >= set_at);
        proven_at >= user.access_valid_after && (is_of_session || has_same_password)
    };
    Ok(found.filter(|user| !user.state.status.is_blocked() && is_current(user)))
}

/// When the person proves who it is: straight after all access was ended, from when access counts again.
pub(super) fn proven_at(context: &Context, user: &User) -> Timestamp {
    context.now().max(user.access_valid_after)
}
