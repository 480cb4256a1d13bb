//! The statements of signing in, each by itself: most of them run within a transaction, where no request shows them.

use anteroom_model::user::{Identifier, IdentifierKind};
use anteroom_model::{Clock, Scopes, TenantId, Timestamp, User};
use anteroom_store::authorization::{AuthorizationFilter, code, refresh_token};
use anteroom_store::consent::ConsentFilter;
use anteroom_store::flow::FlowKey;
use anteroom_store::session::SessionFilter;
use anteroom_store::sign_in_failure::FailureKind;
use anteroom_store::{
    BoxFuture, Connection, Error, Work, authorization, caller, consent, flow, job, outbox, resource_server, role,
    session, sign_in_failure, ticket, user,
};
use tracing::Dispatch;
use tracing::instrument::WithSubscriber;

use super::bulk;
use super::tenant::Tenant;
use crate::harness::Server;

/// All of them.
pub const STATEMENTS: [&str; 34] = [
    "a flow",
    "a session by its cookie",
    "a session by its id",
    "a session's use",
    "somebody by an identifier",
    "somebody by the key",
    "a password",
    "whose token it is",
    "an authorization",
    "an authorization's use",
    "a code",
    "a code's use",
    "a refresh token",
    "a refresh token's use",
    "failures of an account",
    "one more failure",
    "no more failures",
    "a user's sessions",
    "how many sessions a user has",
    "a user's authorizations",
    "a session's authorizations",
    "the applications of a session",
    "what an application may",
    "a ticket",
    "tickets a user asked for",
    "the newest code of who asks",
    "what a user may at an API",
    "whether a job waits",
    "a job to be done",
    "mails that are due",
    "the end of a user's sessions",
    "the end of a user's authorizations",
    "the end of a session's authorizations",
    "the end of what a user agreed to",
];

/// The most rows that a step of one of them may read.
pub const MOST: f64 = 1_000.0;

/// What is asked for: something of the user in the middle.
pub struct Hot {
    name: &'static str,
    tenant: TenantId,
    now: Timestamp,
    user: User,
    client_id: String,
    /// The internal key of the user's authorization.
    authorization: i64,
    /// Whoever listens to statements in the thread that asks; transactions on SQLite run in another.
    listener: Dispatch,
}

/// Who it is.
const USER: &str = "auth0|bulk7777";

/// Has the server's database run one of them.
pub async fn run(server: &Server, name: &'static str) {
    let session = server.services.db.session().await.expect("a session");
    let (connection, tenant) = (session.connection(), server.world.tenant);
    let user = user::by_id(&connection, tenant, USER).await.expect("an answer").expect("the user");
    let authorization = authorization::by_id(&connection, tenant, &format!("aut-{USER}")).await.expect("an answer");
    let authorization = authorization.expect("the authorization").key;
    drop(session);
    let hot = Hot {
        name,
        tenant,
        now: server.clock.now(),
        user,
        client_id: server.world.client_id.clone(),
        authorization,
        listener: tracing::dispatcher::get_default(Dispatch::clone),
    };
    match server.services.db.write(hot).await {
        Ok(()) => {}
        Err(Error::Unusable(reason)) if reason == UNDONE => {}
        Err(error) => panic!("{name}: {error}"),
    }
}

/// Why what ends something is undone: the next round is to find it again.
const UNDONE: &str = "it is only tried";

impl Work for Hot {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        let listener = self.listener.clone();
        Box::pin(async move { self.statement(connection).await }.with_subscriber(listener))
    }
}

impl Hot {
    async fn statement(&self, connection: &Connection<'_>) -> Result<(), Error> {
        let (tenant, now, user) = (self.tenant, self.now, self.user.key);
        let (digest, session_id) = (format!("digest-{USER}"), format!("ses-{USER}"));
        let is_there = match self.name {
            "a flow" => {
                let key = FlowKey { digest: digest.clone(), browser: digest };
                flow::find(connection, tenant, &key, Timestamp(0)).await?.is_some()
            }
            "a session by its cookie" => session::by_digest(connection, tenant, &digest).await?.is_some(),
            "a session by its id" => session::by_id(connection, tenant, &session_id).await?.is_some(),
            "a session's use" => {
                let found = session::by_digest(connection, tenant, &digest).await?;
                session::touch(connection, tenant, &found.ok_or(Error::AffectedRows(0))?, now).await?
            }
            "somebody by an identifier" => {
                let typed = [Identifier { kind: IdentifierKind::Email, key: "bulk7777@example.com".to_owned() }];
                user::by_identifiers(connection, tenant, self.user.connection, &typed).await?.is_some()
            }
            "somebody by the key" => user::by_key(connection, tenant, user).await?.is_some(),
            "a password" => user::password_hash(connection, tenant, user).await?.is_some(),
            "whose token it is" => caller::person(connection, tenant, &format!("aut-{USER}")).await?.is_some(),
            "an authorization" => {
                authorization::by_key_for_change(connection, tenant, self.authorization).await?.is_some()
            }
            "an authorization's use" => {
                authorization::touch(connection, tenant, self.authorization, now, None, None).await.is_ok()
            }
            "a code" => code::find(connection, tenant, &digest).await?.is_some(),
            "a code's use" => code::use_once(connection, tenant, &digest, Timestamp(0)).await?,
            "a refresh token" => refresh_token::find(connection, tenant, &digest).await?.is_some(),
            "a refresh token's use" => refresh_token::use_once(connection, tenant, &digest, Timestamp(0)).await?,
            _ => return self.more(connection, &session_id, &digest).await,
        };
        assert!(is_there, "{}: nothing was found, so that nothing is shown", self.name);
        Ok(())
    }

    async fn more(&self, connection: &Connection<'_>, session_id: &str, digest: &str) -> Result<(), Error> {
        let (tenant, now, user) = (self.tenant, self.now, self.user.key);
        let account = FailureKind::Account;
        let of_user = AuthorizationFilter { user: Some(user), ..AuthorizationFilter::default() };
        let sessions = SessionFilter { user: Some(user), ..SessionFilter::default() };
        let found = match self.name {
            "failures of an account" => {
                sign_in_failure::find(connection, tenant, account, USER).await?.map_or(0, |found| found.failures)
            }
            "one more failure" => {
                sign_in_failure::count_within(connection, tenant, account, USER, now, Timestamp(0)).await?
            }
            // Of somebody else, who has none: others look at this one's.
            "no more failures" => {
                i64::from(!sign_in_failure::clear(connection, tenant, account, "auth0|nobody").await?)
            }
            "a user's sessions" => many(&session::list(connection, tenant, &sessions, 0, 50).await?),
            "how many sessions a user has" => session::total(connection, tenant, &sessions).await?,
            "a user's authorizations" => {
                many(&authorization::list_with_client(connection, tenant, &of_user, 0, 50).await?)
            }
            "a session's authorizations" => {
                let session_id = Some(session_id.to_owned());
                let of_session = AuthorizationFilter { session_id, ..AuthorizationFilter::default() };
                many(&authorization::list(connection, tenant, &of_session, 0, 50).await?)
            }
            "the applications of a session" => {
                let ids = vec![session_id.to_owned()];
                many(&authorization::clients_of_sessions(connection, tenant, ids).await?)
            }
            "what an application may" => {
                let found = consent::find(connection, tenant, user, &self.client_id, "").await?;
                found.map_or(0, |found| i64::from(found.scopes != Scopes::default()))
            }
            "a ticket" => i64::from(ticket::find(connection, tenant, digest).await?.is_some()),
            "tickets a user asked for" => {
                let kind = anteroom_model::ticket::TicketKind::PasswordChange;
                ticket::made_since(connection, tenant, user, kind, Timestamp(0)).await?
            }
            "the newest code of who asks" => {
                i64::from(ticket::code::newest(connection, tenant, &format!("asker-{USER}")).await?.is_some())
            }
            name if name.starts_with("the end of ") => {
                let ended = self.end(connection, session_id, &of_user).await?;
                assert!(ended > 0, "{name}: nothing has ended, so that nothing is shown");
                return Err(Error::Unusable(UNDONE.to_owned()));
            }
            "what a user may at an API" => {
                let servers = resource_server::all(connection, tenant).await?;
                let server = servers.last().ok_or(Error::AffectedRows(0))?;
                i64::from(role::permitted(connection, tenant, user, server.key).await? != Scopes::default())
            }
            "whether a job waits" => i64::from(job::is_waiting(connection, now).await?),
            "a job to be done" => {
                assert!(job::claim(connection, now, now, "lease").await?.is_some());
                return Err(Error::Unusable(UNDONE.to_owned()));
            }
            "mails that are due" => many(&outbox::due(connection, Timestamp(i64::MAX), 20).await?),
            other => panic!("{other} is no statement"),
        };
        assert!(found > 0, "{}: nothing was found, so that nothing is shown", self.name);
        Ok(())
    }

    async fn end(
        &self,
        connection: &Connection<'_>,
        session_id: &str,
        of_user: &AuthorizationFilter,
    ) -> Result<u64, Error> {
        let (tenant, user) = (self.tenant, self.user.key);
        match self.name {
            "the end of a user's sessions" => session::delete_of_user(connection, tenant, user).await,
            "the end of a user's authorizations" => authorization::delete_matching(connection, tenant, of_user).await,
            "the end of a session's authorizations" => {
                let session_id = Some(session_id.to_owned());
                let of_session = AuthorizationFilter { session_id, ..AuthorizationFilter::default() };
                authorization::delete_matching(connection, tenant, &of_session).await
            }
            _ => {
                let filter = ConsentFilter { user: Some(user), ..ConsentFilter::default() };
                consent::delete_matching(connection, tenant, &filter).await
            }
        }
    }
}

fn many<T>(rows: &[T]) -> i64 {
    i64::try_from(rows.len()).expect("few")
}

/// One in ten has signed in once, has failed to, and has forgotten the password; a few are locked.
const EACH: [&str; 10] = [
    "INSERT INTO password (user_key, tenant_id, hash) SELECT key, tenant_id, 'x' FROM users u",
    "INSERT INTO flow (tenant_id, digest, browser_digest, client_id, issuer, request, progress, version, created_at, \
        expires_at) SELECT tenant_id, 'digest-' || user_id, 'digest-' || user_id, '{client}', 'http://localhost/', \
        '{request}', '{progress}', 1, created_at, created_at + 3600000000 FROM users u",
    "INSERT INTO session (tenant_id, session_id, digest, user_key, methods, created_at, authenticated_at, \
        last_interacted_at, metadata) SELECT tenant_id, 'ses-' || user_id, 'digest-' || user_id, key, '[]', created_at, \
        created_at, created_at, '{}' FROM users u",
    "INSERT INTO authorizations (tenant_id, authorization_id, user_key, client_id, session_id, issuer, audience, scopes, \
        methods, offline, authenticated_at, created_at, last_exchanged_at, metadata) SELECT tenant_id, \
        'aut-' || user_id, key, '{client}', 'ses-' || user_id, 'http://localhost/', '', 'openid', '[]', true, created_at, \
        created_at, 0, '{}' FROM users u",
    "INSERT INTO authorization_code (tenant_id, digest, authorization_key, redirect_uri, created_at, used_at) \
        SELECT a.tenant_id, 'digest-' || u.user_id, a.id, 'https://app.example/', a.created_at, 0 FROM users u \
        JOIN authorizations a ON a.user_key = u.key",
    "INSERT INTO refresh_token (tenant_id, digest, authorization_key, created_at, used_at) \
        SELECT a.tenant_id, 'digest-' || u.user_id, a.id, a.created_at, 0 FROM users u \
        JOIN authorizations a ON a.user_key = u.key",
    "INSERT INTO sign_in_failure (tenant_id, kind, key, failures, last_at, locked_until) \
        SELECT tenant_id, 'account', user_id, 1, created_at, CASE WHEN user_id LIKE '%755%' THEN {later} ELSE 0 END \
        FROM users u",
    "INSERT INTO consent (tenant_id, consent_id, user_key, client_id, audience, scopes, created_at, updated_at) \
        SELECT tenant_id, 'con-' || user_id, key, '{client}', '', 'openid', created_at, created_at FROM users u",
    "INSERT INTO ticket (tenant_id, digest, kind, user_key, email, settings, created_at, expires_at, used_at, asker) \
        SELECT tenant_id, 'digest-' || user_id, '{ticket}', key, email, '{}', created_at, created_at, 0, \
        'asker-' || user_id FROM users u",
    "INSERT INTO outbox (tenant_id, message_id, kind, sealed_payload, created_at, attempts, next_attempt_at) \
        SELECT tenant_id, 'mes-' || user_id, 'x', 'x', created_at, 0, created_at FROM users u",
];

/// A job that nobody does.
const JOB: &str = "INSERT INTO job (tenant_id, job_id, kind, status, request, result, created_at, updated_at) \
    VALUES ({tenant}, 'job_waiting', 'users_export', 'pending', '{}', '{}', 1, 1)";

/// Adds that to the users that [`super::bulk`] made.
pub async fn fill(server: &Server, tenant: &Tenant) {
    let request = serde_json::json!({
        "client_id": server.world.client_id, "redirect_uri": "https://app.example/", "response_mode": "query",
        "state": null, "scopes": "openid", "nonce": null, "max_age": null, "login_hint": null, "ui_locales": null,
        "prompts": {"none": false, "login": false, "consent": false, "select_account": false}, "audience": null,
        "code_challenge": null, "id_token_hint": null, "screen": "login",
    });
    let progress = serde_json::to_string(&anteroom_model::flow::Progress::default()).expect("JSON");
    let ticket = anteroom_model::ticket::TicketKind::PasswordChange.name();
    let statement = |text: &str| {
        let text = text.replace("{client}", &server.world.client_id).replace("{request}", &request.to_string());
        let text =
            text.replace("{progress}", &progress).replace("{ticket}", ticket).replace("{later}", &i64::MAX.to_string());
        format!("{text} WHERE u.tenant_id = {} AND u.user_id LIKE 'auth0|{}7%'", tenant.id.0, tenant.prefix)
    };
    let mut statements = EACH.map(statement).to_vec();
    statements.push(JOB.replace("{tenant}", &tenant.id.0.to_string()));
    bulk::run(server, &statements).await;
}
