//! The beginning: an application sends somebody to sign in.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Record, Services};
use anteroom_crypto::token::{new_secret, stored_digest};
use anteroom_model::client::Client;
use anteroom_model::flow::{Flow, LIFETIME, Progress, Step, Task};
use anteroom_model::oauth::{AuthorizationRequest, Parameters, Return, Screen};
use anteroom_model::session::Session;
use anteroom_model::{Context, EventKind, Origin, Party, Refusal, User, codes};
use anteroom_store::flow::FlowKey;
use anteroom_store::{Connection, flow, user};

use super::finish::End;
use super::{Answer, Finished, tasks};
use crate::{application, scopes, session};

/// What comes with a request to `/authorize`.
#[derive(Clone)]
pub struct Begin {
    /// The tenant.
    pub tenant: std::sync::Arc<TenantConfiguration>,
    /// Its parameters.
    pub parameters: Parameters,
    /// The origin it was sent to: the issuer of all that comes of it.
    pub issuer: Origin,
    /// The browser's secret, to which a flow is bound.
    pub browser: String,
    /// The session's secret, if the browser has one.
    pub session: Option<String>,
}

/// What comes of it.
#[derive(Debug)]
pub enum Begun {
    /// Somebody has to be asked something: the flow's secret, what comes first, and the page to begin with.
    Flow(String, Step, Screen),
    /// Nobody has to be asked anything, or the request is refused: the application's answer.
    Finished(Finished),
}

/// Why there is no answer that could go to the application: it is not known who asks, or where to answer.
#[derive(Debug)]
pub enum BeginError {
    /// The request is wrong.
    Refused(Refusal),
    /// Something of ours failed.
    Failed(Error),
}

impl<E: Into<Error>> From<E> for BeginError {
    fn from(error: E) -> Self {
        match error.into() {
            Error::Refused(refusal) => Self::Refused(refusal),
            failed => Self::Failed(failed),
        }
    }
}

/// Begins a flow, or answers at once where a session and earlier consent leave nothing to ask (single sign-on,
/// requirement S1.L99.1).
///
/// # Errors
/// [`BeginError`] for what must not be redirected (RFC 6749 §4.1.2.1); everything else is an answer.
pub async fn begin(services: &Services, context: &Context, begin: &Begin) -> Result<Begun, BeginError> {
    let client = known_client(services, begin).await?;
    let to = AuthorizationRequest::destination(&begin.parameters, &client)?;
    let issuer = begin.issuer.issuer();
    let result = match AuthorizationRequest::parse(&begin.parameters, &client, &to) {
        Ok(request) => Beginning { begin, client: &client, request, issuer: &issuer }.run(services, context).await,
        Err(refusal) => Err(refusal.into()),
    };
    match result {
        Err(Error::Refused(refusal)) => {
            note_refusal(services, context, begin, &client, &refusal);
            Ok(answered(&to, &issuer, &refusal))
        }
        other => Ok(other?),
    }
}

fn answered(to: &Return, issuer: &str, refusal: &Refusal) -> Begun {
    Begun::Finished(Finished { answer: Answer::refused(to, issuer, refusal), session: None })
}

async fn known_client(services: &Services, begin: &Begin) -> Result<Client, BeginError> {
    let named = begin.parameters.get("client_id");
    let named =
        named.ok_or_else(|| Refusal::new(&codes::OAUTH_INVALID_REQUEST, "client_id is missing.").field("client_id"))?;
    let session = services.db.session().await?;
    let found = application::find(&session.connection(), &begin.tenant, named).await?;
    let unknown = || Refusal::new(&codes::OAUTH_INVALID_REQUEST, "client_id is not known.").field("client_id");
    Ok(found.ok_or_else(unknown)?)
}

/// Anybody may send such requests: they are recorded as traffic.
fn note_refusal(services: &Services, context: &Context, begin: &Begin, client: &Client, refusal: &Refusal) {
    let wants_no_page = begin.parameters.get("prompt") == Some("none");
    let kind = if wants_no_page { EventKind::SilentSignInRefused } else { EventKind::SignInRefused };
    let mut record = Record::new(context, kind).target(Party::new("client", &client.client_id, &client.name));
    record.event.client_id = Some(client.client_id.clone());
    record.event.reason = Some(refusal.code.name.to_owned());
    services.traffic.push(context.tenant, record.event);
}

struct Beginning<'a> {
    begin: &'a Begin,
    client: &'a Client,
    request: AuthorizationRequest,
    issuer: &'a str,
}

impl Beginning<'_> {
    async fn run(self, services: &Services, context: &Context) -> Result<Begun, Error> {
        let expected = self.expected_user()?;
        let usable = {
            let session = services.db.session().await?;
            let connection = session.connection();
            // Refused before anybody is asked anything.
            scopes::decide(&connection, &self.begin.tenant, self.client, &self.request).await?;
            self.usable_session(&connection, context, expected.as_deref()).await?
        };
        let Some((found, user, tasks)) = usable else {
            if self.request.prompts.none {
                return Err(signed_out().into());
            }
            return self.store(services, context, Progress { expected, ..Progress::default() }).await;
        };
        let progress = Progress {
            user: Some(user.key.0),
            proofs: found.methods,
            session_id: Some(found.session_id),
            tasks,
            expected,
            ..Progress::default()
        };
        match progress.tasks.first() {
            None => self.finish(services, context, progress, user).await,
            Some(task) if self.request.prompts.none => Err(asked_without_page(*task).into()),
            Some(_) => self.store(services, context, progress).await,
        }
    }

    /// The browser's session, its user and what that user still has to do, if the request may be answered by it.
    async fn usable_session(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        expected: Option<&str>,
    ) -> Result<Option<(Session, User, Vec<Task>)>, Error> {
        let (request, tenant) = (&self.request, &self.begin.tenant);
        let prompts = request.prompts;
        if prompts.login || prompts.select_account || self.client.settings.sso_disabled {
            return Ok(None);
        }
        let found = session::current(connection, tenant, self.begin.session.as_deref(), context.now()).await?;
        let Some(session) = found else { return Ok(None) };
        let is_recent = request.max_age.is_none_or(|age| context.now() < session.authenticated_at.plus_seconds(age));
        let is_expected = expected.is_none_or(|user_id| user_id == session.user_id);
        if !is_recent || !is_expected {
            return Ok(None);
        }
        let found = user::by_key(connection, context.tenant, session.user).await?;
        let Some(user) = found.filter(|user| !user.state.status.is_blocked()) else { return Ok(None) };
        let mut tasks = tasks::of(connection, tenant, self.client, request, &user).await?;
        // Nobody is asked for a password here, so that somebody must be asked whether it is really this application.
        if self.client.can_be_imitated(&request.redirect_uri) && !tasks.contains(&Task::Consent) {
            tasks.push(Task::Consent);
        }
        Ok(Some((session, user, tasks)))
    }

    /// Whom the application expects, by an ID token of ours, which may be an old one (OpenID Connect Core §3.1.2.1).
    fn expected_user(&self) -> Result<Option<String>, Refusal> {
        let Some(hint) = &self.request.id_token_hint else { return Ok(None) };
        let tenant = &self.begin.tenant;
        let token = tenant.keys.verifier.verify_signature(hint).ok();
        let text = |name: &str| token.as_ref()?.claims.get(name)?.as_str().map(str::to_owned);
        let is_ours = text("iss").is_some_and(|issuer| tenant.is_issuer(&issuer));
        let is_id_token = token.as_ref().and_then(|token| token.claims.get("scope")).is_none();
        match text("sub").filter(|_| is_ours && is_id_token) {
            Some(user_id) => Ok(Some(user_id)),
            None => {
                Err(Refusal::new(&codes::OAUTH_INVALID_REQUEST, "id_token_hint is not an ID token of this issuer.")
                    .field("id_token_hint"))
            }
        }
    }

    async fn store(self, services: &Services, context: &Context, progress: Progress) -> Result<Begun, Error> {
        let secret = new_secret(&*context.random);
        let key = FlowKey { digest: stored_digest(&secret), browser: stored_digest(&self.begin.browser) };
        let (step, screen, now) = (progress.step(), self.request.screen, context.now());
        let flow = Flow {
            key: 0,
            issuer: self.issuer.to_owned(),
            request: self.request,
            progress,
            version: 0,
            created_at: now,
            expires_at: now.plus_seconds(LIFETIME),
        };
        // A flow that nobody has proven anything in need not outlive a power cut: its person begins anew.
        services
            .transact_unsynced(context, (key, flow), |connection, context, (key, flow)| {
                Box::pin(async move { Ok(flow::insert(connection, context.tenant, key, flow).await?) })
            })
            .await?;
        Ok(Begun::Flow(secret, step, screen))
    }

    async fn finish(
        self,
        services: &Services,
        context: &Context,
        progress: Progress,
        user: User,
    ) -> Result<Begun, Error> {
        let silent = Silent {
            begin: self.begin.clone(),
            client: self.client.clone(),
            request: self.request,
            issuer: self.issuer.to_owned(),
            progress,
            user,
        };
        let finished = services
            .transact(context, None, silent, |connection, context, silent| Box::pin(silent.run(connection, context)))
            .await?;
        Ok(Begun::Finished(finished))
    }
}

fn signed_out() -> Refusal {
    Refusal::new(&codes::OAUTH_LOGIN_REQUIRED, "Login required")
}

fn asked_without_page(task: Task) -> Refusal {
    match task {
        Task::Consent => Refusal::new(&codes::OAUTH_CONSENT_REQUIRED, "Consent required"),
        Task::VerifyEmail | Task::ChangePassword => {
            Refusal::new(&codes::OAUTH_INTERACTION_REQUIRED, "Interaction required")
        }
    }
}

/// An answer by the session alone, without any page.
struct Silent {
    begin: Begin,
    client: Client,
    request: AuthorizationRequest,
    issuer: String,
    progress: Progress,
    user: User,
}

impl Silent {
    async fn run(&self, connection: &Connection<'_>, context: &Context) -> Result<Finished, Error> {
        // Locked and read again: whatever ends the user's access comes wholly before this or wholly after it.
        let found = user::by_id_for_change(connection, context.tenant, &self.user.user_id).await?;
        let user = found.filter(|user| user.key == self.user.key && !user.state.status.is_blocked());
        let user = user.ok_or_else(signed_out)?;
        let end = End {
            tenant: &self.begin.tenant,
            client: &self.client,
            request: &self.request,
            issuer: &self.issuer,
            progress: &self.progress,
            cookie: self.begin.session.as_deref(),
        };
        match end.finish(connection, context, &user).await {
            Err(Error::Refused(refusal)) if refusal.code == &codes::FLOW_UNKNOWN => Err(signed_out().into()),
            other => other,
        }
    }
}
