//! Signing up in the middle of a flow: whoever just made an account is signed in to it.

use anteroom_accounts::{Error, Services};
use anteroom_model::flow::Method;
use anteroom_model::{Context, User};
use anteroom_store::{Connection, flow, user};

use super::password::advance;
use super::{Next, Place, find_flow, not_now, over, tasks};
use crate::application;

/// Goes on with the account that was just made in this flow's browser with a password of the person's own.
///
/// # Errors
/// `flow_expired`, `flow_step`.
pub async fn sign_up(services: &Services, context: &Context, place: &Place, user: User) -> Result<Next, Error> {
    let open = find_flow(services, context, place).await?;
    if open.flow.progress.user.is_some() {
        return Err(not_now(open.flow.progress.step()).into());
    }
    services
        .transact(context, None, (place.clone(), user), |connection, context, (place, user)| {
            Box::pin(run(connection, context, place, user))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, place: &Place, made: &User) -> Result<Next, Error> {
    let mut flow = flow::find(connection, context.tenant, &place.key(), context.now()).await?.ok_or_else(over)?;
    if flow.progress.user.is_some() {
        return Err(not_now(flow.progress.step()).into());
    }
    let client = application::find(connection, &place.tenant, &flow.request.client_id).await?.ok_or_else(over)?;
    // Somebody may have thought better of it in between.
    let found = user::by_id_for_change(connection, context.tenant, &made.user_id).await?;
    let is_same = |user: &User| user.key == made.key && user.password.set_at == made.password.set_at;
    let user = found.filter(|user| is_same(user) && !user.state.status.is_blocked()).ok_or_else(over)?;
    let tasks = tasks::of_proof(connection, &place.tenant, &client, &flow.request, &user).await?;
    flow.progress.prove(user.key, Method::Password, tasks::proven_at(context, &user), tasks);
    advance(connection, context, place, &client, &flow, &user).await
}
