//! Agreeing to what an application asks for.

use anteroom_accounts::{Error, Record, Services};
use anteroom_model::client::Client;
use anteroom_model::consent::Consent;
use anteroom_model::event::TokenFacts;
use anteroom_model::flow::{Flow, Step, Task};
use anteroom_model::random::hexadecimal;
use anteroom_model::{Context, EventKind, Refusal, Scopes, User, codes};
use anteroom_store::{Connection, consent, flow};

use super::finish::destination;
use super::password::advance;
use super::{Answer, Finished, Next, Place, not_now, over, tasks};
use crate::application;
use crate::scopes::{self, Granted};

/// Agrees to what the application asks for, which is remembered, or sends the person back to it with `access_denied`.
///
/// # Errors
/// `flow_expired`, `flow_step`.
pub async fn decide_consent(
    services: &Services,
    context: &Context,
    place: &Place,
    agrees: bool,
) -> Result<Next, Error> {
    services
        .transact(context, None, (place.clone(), agrees), |connection, context, (place, agrees)| {
            Box::pin(run(connection, context, place, *agrees))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, place: &Place, agrees: bool) -> Result<Next, Error> {
    let mut flow = flow::find(connection, context.tenant, &place.key(), context.now()).await?.ok_or_else(over)?;
    let step = flow.progress.step();
    if step != Step::Task(Task::Consent) {
        return Err(not_now(step).into());
    }
    let client = application::find(connection, &place.tenant, &flow.request.client_id).await?.ok_or_else(over)?;
    let user = tasks::proven_user(connection, context, &flow).await?.ok_or_else(over)?;
    if !agrees {
        return deny(connection, context, &flow, &user).await;
    }
    let granted = scopes::decide(connection, &place.tenant, &client, &flow.request).await?;
    remember(connection, context, &client, &user, &granted).await?;
    flow.progress.finish(Task::Consent);
    advance(connection, context, place, &client, &flow, &user).await
}

async fn deny(connection: &Connection<'_>, context: &Context, flow: &Flow, user: &User) -> Result<Next, Error> {
    if !flow::end(connection, context.tenant, flow).await? {
        return Err(over().into());
    }
    let refusal = Refusal::new(&codes::OAUTH_ACCESS_DENIED, "User did not authorize the request");
    let mut record = Record::new(context, EventKind::SignInRefused).by(user);
    record.event.client_id = Some(flow.request.client_id.clone());
    record.event.reason = Some("consent_denied".to_owned());
    record.write(connection).await?;
    let answer = Answer::refused(&destination(&flow.request), &flow.issuer, &refusal);
    Ok(Next::Finished(Finished { answer, session: None }))
}

async fn remember(
    connection: &Connection<'_>,
    context: &Context,
    client: &Client,
    user: &User,
    granted: &Granted,
) -> Result<(), Error> {
    let audience = granted.audience.clone().unwrap_or_default();
    let before = consent::find(connection, context.tenant, user.key, &client.client_id, &audience).await?;
    let before = before.map(|before| before.scopes).unwrap_or_default();
    let agreed = Consent {
        key: 0,
        consent_id: hexadecimal(&*context.random, 12),
        user: user.key,
        user_id: user.user_id.clone(),
        client_id: client.client_id.clone(),
        audience: granted.audience.clone(),
        scopes: Scopes::from_names(before.names().chain(granted.scopes.names())),
        created_at: context.now(),
        updated_at: context.now(),
    };
    consent::put(connection, context.tenant, &agreed, context.now()).await?;
    let mut record = Record::new(context, EventKind::ConsentGiven).by(user);
    record.event.client_id = Some(client.client_id.clone());
    record.event.token = Some(TokenFacts { audience, scope: granted.scopes.as_str().to_owned() });
    record.write(connection).await
}
