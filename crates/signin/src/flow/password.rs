//! Identifier and password.

use anteroom_accounts::protection::{self, AccountKey};
use anteroom_accounts::{Error, Record, Services};
use anteroom_model::client::Client;
use anteroom_model::flow::{Flow, Method, Step, Task};
use anteroom_model::user::typed_identifiers;
use anteroom_model::{Context, EventKind, Refusal, User, codes};
use anteroom_store::{Connection, flow, user};
use zeroize::Zeroizing;

use super::finish::{End, destination};
use super::verify_email::send_first_mail;
use super::{Answer, Finished, Next, OpenFlow, Place, not_now, over, tasks};

/// The longest password that is looked at, in bytes: a longer one was never set.
const PASSWORD_MAX: usize = 4096;

/// What a person types.
pub struct Attempt {
    /// Who it is; as typed before if absent.
    pub identifier: Option<String>,
    /// The password.
    pub password: Zeroizing<String>,
}

/// Notes who the person says to be. Nothing is said of whether anybody is known by that (requirement S4.L35.3).
///
/// # Errors
/// `flow_expired`, `flow_step`.
pub async fn identify(services: &Services, context: &Context, place: &Place, typed: &str) -> Result<Next, Error> {
    // Only as much is kept as can be one.
    let typed: String = typed.trim().chars().take(320).collect();
    let state = (place.clone(), Some(typed).filter(|typed| !typed.is_empty()));
    // As where the flow began: nobody has proven anything yet.
    services
        .transact_unsynced(context, state, |connection, context, (place, typed)| {
            Box::pin(async move {
                let found = flow::find(connection, context.tenant, &place.key(), context.now()).await?;
                let mut flow = found.ok_or_else(over)?;
                if flow.progress.user.is_some() {
                    return Err(not_now(flow.progress.step()).into());
                }
                flow.progress.identifier.clone_from(typed);
                flow::update(connection, context.tenant, &flow).await?;
                Ok(Next::Step(flow.progress.step()))
            })
        })
        .await
}

/// Proves who the person is by the password, and goes on to what comes next.
///
/// Unknown, wrong, locked and switched off are refused in the same words after the same work (requirement S4.L35.3);
/// each refusal is counted and recorded. Somebody who proved to be a blocked user is sent back to the application with
/// `unauthorized` (requirement S2.L24.2). The flow is the one of the place, as it was read just now: it is stored or ended
/// as the next version of that.
///
/// # Errors
/// `flow_expired`, `flow_step`, `invalid_user_password`.
pub async fn prove_password(
    services: &Services,
    context: &Context,
    place: &Place,
    open: &OpenFlow,
    attempt: Attempt,
) -> Result<Next, Error> {
    let checked = check(services, context, place, open, attempt).await?;
    let outcome = services
        .transact(context, None, checked, |connection, context, checked| Box::pin(checked.settle(connection, context)))
        .await?;
    let next = outcome.ok_or_else(|| Refusal::new(&codes::SIGN_IN_FAILED, "Wrong email, username or password."))?;
    if matches!(next, Next::Step(Step::Task(Task::VerifyEmail))) {
        send_first_mail(services, context, place).await?;
    }
    Ok(next)
}

/// An attempt, with what was found out before the transaction.
struct Checked {
    place: Place,
    flow: Flow,
    client: Client,
    account: AccountKey,
    typed: String,
    user: Option<User>,
    is_right: bool,
    rehashed: Option<Rehashed>,
}

/// The password's hash as it is made now, where the stored one was made otherwise: at another cost, or elsewhere
/// (requirement S1.L48.1).
struct Rehashed {
    /// The stored one that was checked.
    from: String,
    to: String,
}

async fn check(
    services: &Services,
    context: &Context,
    place: &Place,
    open: &OpenFlow,
    attempt: Attempt,
) -> Result<Checked, Error> {
    let OpenFlow { flow, client, .. } = open;
    if flow.progress.user.is_some() {
        return Err(not_now(flow.progress.step()).into());
    }
    let typed = attempt.identifier.or_else(|| flow.progress.identifier.clone());
    let typed = typed.ok_or_else(|| not_now(Step::Identify))?;
    let session = services.db.session().await?;
    let connection = session.connection();
    let source = place.tenant.database();
    let user = match source {
        Some(source) => {
            let identifiers = typed_identifiers(&typed, source);
            user::by_identifiers(&connection, context.tenant, source.key, &identifiers).await?
        }
        None => None,
    };
    let hash = match &user {
        Some(user) => user::password_hash(&connection, context.tenant, user.key).await?,
        None => None,
    };
    let account = match &user {
        Some(user) => AccountKey::of(user, source),
        None => AccountKey::unknown(&typed, source),
    };
    drop(session);
    let is_right = verify(services, &attempt.password, hash.as_deref()).await?;
    let rehashed = match hash {
        Some(from) if is_right && services.passwords.needs_rehash(&from) => {
            Some(Rehashed { from, to: services.passwords.hash(&*context.random, attempt.password).await? })
        }
        _ => None,
    };
    let (flow, client) = (flow.clone(), client.clone());
    Ok(Checked { place: place.clone(), flow, client, account, typed, user, is_right, rehashed })
}

async fn verify(services: &Services, password: &Zeroizing<String>, hash: Option<&str>) -> Result<bool, Error> {
    let usable = Some(password.clone()).filter(|password| password.len() <= PASSWORD_MAX).unwrap_or_default();
    match hash {
        Some(hash) => Ok(services.passwords.verify(usable, hash).await?),
        None => {
            services.passwords.verify_in_vain(usable).await?;
            Ok(false)
        }
    }
}

impl Checked {
    /// Settles the attempt: of a refusal the count and the record must stay, so it is no error here.
    ///
    /// The account is locked before anything is looked at, so that guesses made side by side are settled one after the
    /// other: each knows of all failures before it, and they are worth no more (requirement S4.L35.1).
    async fn settle(&self, connection: &Connection<'_>, context: &Context) -> Result<Option<Next>, Error> {
        let settings = &self.place.tenant.settings;
        let unchanged = match &self.user {
            Some(user) => self.unchanged(connection, context, user).await?,
            None => None,
        };
        let lock = protection::locked(connection, context, settings, &self.account).await?;
        let user = unchanged.filter(|_| self.is_right && lock.is_none());
        let Some(user) = user else {
            protection::count_failure(connection, context, settings, &self.account).await?;
            self.record_refusal(connection, context, lock.is_some()).await?;
            return Ok(None);
        };
        protection::clear(connection, context, &user).await?;
        if user.state.status.is_blocked() {
            return self.send_back(connection, context, &user).await.map(Some);
        }
        if let Some(Rehashed { to, .. }) = &self.rehashed {
            user::set_password(connection, context.tenant, user.key, to).await?;
        }
        self.go_on(connection, context, &user).await.map(Some)
    }

    /// The user as it is now, if the password that was checked is still its own.
    async fn unchanged(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        checked: &User,
    ) -> Result<Option<User>, Error> {
        let now = user::by_id_for_change(connection, context.tenant, &checked.user_id).await?;
        let Some(user) = now.filter(|user| user.password.set_at == checked.password.set_at) else {
            return Ok(None);
        };
        // An import may have brought another hash and said nothing of the time.
        if let Some(Rehashed { from, .. }) = &self.rehashed
            && user::password_hash(connection, context.tenant, user.key).await?.as_ref() != Some(from)
        {
            return Ok(None);
        }
        Ok(Some(user))
    }

    async fn record_refusal(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        is_locked: bool,
    ) -> Result<(), Error> {
        let kind = match (&self.user, is_locked, self.is_right) {
            (None, ..) => EventKind::SignInUnknownUser,
            (Some(_), false, false) => EventKind::SignInWrongPassword,
            (Some(_), ..) => EventKind::SignInRefused,
        };
        let mut record = Record::new(context, kind);
        if let Some(user) = &self.user {
            record = record.user(user);
        }
        record.event.client_id = Some(self.client.client_id.clone());
        record.event.reason = is_locked.then(|| "locked".to_owned());
        record.write(connection).await
    }

    async fn send_back(&self, connection: &Connection<'_>, context: &Context, user: &User) -> Result<Next, Error> {
        if !flow::end(connection, context.tenant, &self.flow).await? {
            return Err(over().into());
        }
        let refusal = Refusal::new(&codes::OAUTH_UNAUTHORIZED, "user is blocked");
        let mut record = Record::new(context, EventKind::SignInRefused).user(user).reason(Some("blocked".to_owned()));
        record.event.client_id = Some(self.client.client_id.clone());
        record.write(connection).await?;
        let answer = Answer::refused(&destination(&self.flow.request), &self.flow.issuer, &refusal);
        Ok(Next::Finished(Finished { answer, session: None }))
    }

    async fn go_on(&self, connection: &Connection<'_>, context: &Context, user: &User) -> Result<Next, Error> {
        let mut flow = self.flow.clone();
        let tasks = tasks::of_proof(connection, &self.place.tenant, &self.client, &flow.request, user).await?;
        if tasks.first() == Some(&Task::VerifyEmail) {
            let mut record = Record::new(context, EventKind::SignInRefused).by(user);
            record.event.client_id = Some(self.client.client_id.clone());
            record.reason(Some("email_not_verified".to_owned())).write(connection).await?;
        }
        flow.progress.identifier = Some(self.typed.chars().take(320).collect());
        flow.progress.prove(user.key, Method::Password, tasks::proven_at(context, user), tasks);
        advance(connection, context, &self.place, &self.client, &flow, user).await
    }
}

/// Stores how far the flow has come, or ends it when nothing is left to do.
pub(super) async fn advance(
    connection: &Connection<'_>,
    context: &Context,
    place: &Place,
    client: &Client,
    flow: &Flow,
    user: &User,
) -> Result<Next, Error> {
    let end = End {
        tenant: &place.tenant,
        client,
        request: &flow.request,
        issuer: &flow.issuer,
        progress: &flow.progress,
        cookie: place.session.as_deref(),
    };
    if flow.progress.is_for_other_than(&user.user_id) {
        return Ok(Next::Finished(end.for_nobody_else(connection, context, flow, user).await?));
    }
    let step = flow.progress.step();
    if step != Step::Finish {
        flow::update(connection, context.tenant, flow).await?;
        return Ok(Next::Step(step));
    }
    Ok(Next::Finished(end.of_flow(connection, context, flow, user).await?))
}
