//! Proving the e-mail address, where a tenant lets nobody in before (requirement S0.L23.15).

use anteroom_accounts::self_service::{RequestVerification, request_verification};
use anteroom_accounts::{Error, Services};
use anteroom_model::flow::{Step, Task};
use anteroom_model::{Context, Language, codes};
use anteroom_store::{Connection, flow};

use super::password::advance;
use super::{Next, Place, find_flow, not_now, over, tasks};
use crate::application;

/// Goes on if the address is proven by now; otherwise the step stays the same.
///
/// # Errors
/// `flow_expired`, `flow_step`.
pub async fn go_on_verified(services: &Services, context: &Context, place: &Place) -> Result<Next, Error> {
    services
        .transact(context, None, place.clone(), |connection, context, place| Box::pin(run(connection, context, place)))
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, place: &Place) -> Result<Next, Error> {
    let mut flow = flow::find(connection, context.tenant, &place.key(), context.now()).await?.ok_or_else(over)?;
    let step = flow.progress.step();
    if step != Step::Task(Task::VerifyEmail) {
        return Err(not_now(step).into());
    }
    let client = application::find(connection, &place.tenant, &flow.request.client_id).await?.ok_or_else(over)?;
    let user = tasks::proven_user(connection, context, &flow).await?.ok_or_else(over)?;
    if tasks::lacks_proof(&place.tenant, &user) {
        return Ok(Next::Step(step));
    }
    flow.progress.finish(Task::VerifyEmail);
    advance(connection, context, place, &client, &flow, &user).await
}

/// Sends the person another mail.
///
/// # Errors
/// `flow_expired`, `flow_step`; `too_many_requests` straight after another one; `operation_not_supported` when the address
/// is proven already.
pub async fn send_verification_again(services: &Services, context: &Context, place: &Place) -> Result<(), Error> {
    let open = find_flow(services, context, place).await?;
    let step = open.flow.progress.step();
    let user = open.user.filter(|_| step == Step::Task(Task::VerifyEmail)).ok_or_else(|| not_now(step))?;
    let request = RequestVerification {
        user_id: user.user_id,
        client_id: Some(open.client.client_id),
        language: Language::choose(open.flow.request.ui_locales.as_deref(), None),
    };
    request_verification(services, &place.tenant, context, request).await
}

/// Sends the mail to somebody who was just stopped, unless one was sent a moment ago: it is on its way, and every further
/// password would send another one.
pub(super) async fn send_first_mail(services: &Services, context: &Context, place: &Place) -> Result<(), Error> {
    match send_verification_again(services, context, place).await {
        Err(Error::Refused(refusal)) if refusal.code.name == codes::TOO_MANY_REQUESTS.name => Ok(()),
        // Proven in between: the person is told as much when going on.
        Err(Error::Refused(refusal)) if refusal.code.name == codes::OPERATION_NOT_SUPPORTED.name => Ok(()),
        other => other,
    }
}
