//! Choosing another password, where a sign-in asks for it.

use anteroom_accounts::mail::Outgoing;
use anteroom_accounts::self_service::changed_mail;
use anteroom_accounts::users::{Prepared, prepare_password, set_own_password};
use anteroom_accounts::{Error, Services};
use anteroom_model::flow::{Step, Task};
use anteroom_model::{Context, Language, Refusal, codes};
use anteroom_store::{Connection, flow, user};
use zeroize::Zeroizing;

use super::password::advance;
use super::{Next, Place, find_flow, not_now, over, tasks};
use crate::application;

/// Sets the new password of a person who must choose one (requirement S4.L19.2), and goes on. The old one again is refused.
///
/// # Errors
/// `flow_expired`, `flow_step`, `invalid_password`.
pub async fn change_password(
    services: &Services,
    context: &Context,
    place: &Place,
    password: Zeroizing<String>,
) -> Result<Next, Error> {
    let open = find_flow(services, context, place).await?;
    let step = open.flow.progress.step();
    let user = open.user.filter(|_| step == Step::Task(Task::ChangePassword)).ok_or_else(|| not_now(step))?;
    let source = place.tenant.connection_of(&user).ok_or_else(over)?;
    let prepared = prepare_password(services, context, source, &user, &password).await?;
    let hash = {
        let session = services.db.session().await?;
        user::password_hash(&session.connection(), context.tenant, user.key).await?
    };
    if let Some(hash) = hash
        && services.passwords.verify(password, &hash).await?
    {
        let message = "The new password must be another one than before.";
        return Err(Refusal::new(&codes::INVALID_PASSWORD, message).field("password").into());
    }
    let language = Language::choose(open.flow.request.ui_locales.as_deref(), None);
    let mail = match &user.email {
        Some(email) => Some(changed_mail(services, &place.tenant, context, language, email)?),
        None => None,
    };
    let change = Change { place: place.clone(), prepared, mail };
    services
        .transact(context, None, change, |connection, context, change| Box::pin(run(connection, context, change)))
        .await
}

struct Change {
    place: Place,
    prepared: Prepared,
    /// To the owner, who may not be who changed it.
    mail: Option<Outgoing>,
}

async fn run(connection: &Connection<'_>, context: &Context, change: &Change) -> Result<Next, Error> {
    let Change { place, prepared, mail } = change;
    let mut flow = flow::find(connection, context.tenant, &place.key(), context.now()).await?.ok_or_else(over)?;
    let step = flow.progress.step();
    if step != Step::Task(Task::ChangePassword) {
        return Err(not_now(step).into());
    }
    let client = application::find(connection, &place.tenant, &flow.request.client_id).await?.ok_or_else(over)?;
    let mut user = tasks::proven_user(connection, context, &flow).await?.ok_or_else(over)?;
    let keep = flow.progress.session_id.clone();
    set_own_password(connection, context, &mut user, prepared, keep.as_deref()).await?;
    if let Some(mail) = mail {
        mail.queue(connection, context).await?;
    }
    flow.progress.finish(Task::ChangePassword);
    // All access from before has ended, this proof is of after.
    flow.progress.prove_again(tasks::proven_at(context, &user));
    advance(connection, context, place, &client, &flow, &user).await
}
