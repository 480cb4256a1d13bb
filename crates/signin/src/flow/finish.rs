//! The end of a flow: the session stands, and the application gets its code.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Record};
use anteroom_crypto::token::{new_secret, stored_digest};
use anteroom_model::authorization::{Authorization, AuthorizationCode};
use anteroom_model::client::Client;
use anteroom_model::event::TokenFacts;
use anteroom_model::flow::{Flow, Progress};
use anteroom_model::oauth::{AuthorizationRequest, Return};
use anteroom_model::random::alphanumeric;
use anteroom_model::status::AccountState;
use anteroom_model::{Context, EventKind, Refusal, Status, Timestamp, User, codes};
use anteroom_store::user::SignIn;
use anteroom_store::{Connection, authorization, flow, user};
use serde_json::Map;

use super::{Answer, Finished, over};
use crate::scopes::{self, Granted};
use crate::session;

/// All that the end of a flow is made of.
pub(super) struct End<'a> {
    pub(super) tenant: &'a TenantConfiguration,
    pub(super) client: &'a Client,
    pub(super) request: &'a AuthorizationRequest,
    pub(super) issuer: &'a str,
    pub(super) progress: &'a Progress,
    /// The session cookie that the browser sent.
    pub(super) cookie: Option<&'a str>,
}

impl End<'_> {
    /// Ends a stored flow: it is used once, of many requests at once one gets here.
    pub(super) async fn of_flow(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        flow: &Flow,
        user: &User,
    ) -> Result<Finished, Error> {
        if !flow::end(connection, context.tenant, flow).await? {
            return Err(over().into());
        }
        self.finish(connection, context, user).await
    }

    /// Ends a stored flow in which somebody else signs in than the application expects: there is neither session nor code.
    pub(super) async fn for_nobody_else(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        flow: &Flow,
        user: &User,
    ) -> Result<Finished, Error> {
        let is_callback = self.client.allows_redirect(&self.request.redirect_uri);
        if !is_callback || !flow::end(connection, context.tenant, flow).await? {
            return Err(over().into());
        }
        let refusal = Refusal::new(&codes::OAUTH_LOGIN_REQUIRED, "Login required");
        let mut record = Record::new(context, EventKind::SignInRefused).by(user);
        record.event.client_id = Some(self.client.client_id.clone());
        record.event.reason = Some("another_user_expected".to_owned());
        record.write(connection).await?;
        Ok(Finished { answer: Answer::refused(&destination(self.request), self.issuer, &refusal), session: None })
    }

    /// Lets the person in and answers the application with a code.
    pub(super) async fn finish(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        user: &User,
    ) -> Result<Finished, Error> {
        // An address that was taken back since the flow began gets no code.
        if !self.client.allows_redirect(&self.request.redirect_uri) {
            return Err(over().into());
        }
        let granted = scopes::decide(connection, self.tenant, self.client, self.request).await?;
        let is_fresh = self.progress.session_id.is_none();
        let begun = session::begin(connection, self.tenant, context, user.key, self.progress, self.cookie).await?;
        let begun = begun.ok_or_else(over)?;
        let authorization = self.authorization(context, user, &granted, &begun.session_id);
        let key = authorization::insert(connection, context.tenant, &authorization).await?;
        let code = self.issue_code(connection, context, key).await?;
        if is_fresh {
            self.note_sign_in(connection, context, user).await?;
        }
        let kind = if is_fresh { EventKind::SignedIn } else { EventKind::SignedInSilently };
        let mut record = Record::new(context, kind).by(user);
        record.event.client_id = Some(self.client.client_id.clone());
        let audience = granted.audience.unwrap_or_default();
        record.event.token = Some(TokenFacts { audience, scope: granted.scopes.as_str().to_owned() });
        record.write(connection).await?;
        let answer = Answer::new(&destination(self.request), self.issuer, vec![("code", code)]);
        Ok(Finished { answer, session: begun.cookie })
    }

    fn authorization(&self, context: &Context, user: &User, granted: &Granted, session_id: &str) -> Authorization {
        let now = context.now();
        Authorization {
            key: 0,
            authorization_id: alphanumeric(&*context.random, 26),
            user: user.key,
            user_id: user.user_id.clone(),
            client_id: self.client.client_id.clone(),
            session_id: session_id.to_owned(),
            issuer: self.issuer.to_owned(),
            audience: granted.audience.clone(),
            scopes: granted.scopes.clone(),
            methods: self.progress.proofs.clone(),
            offline: granted.offline,
            authenticated_at: self.progress.authenticated_at().unwrap_or(now),
            created_at: now,
            last_exchanged_at: Timestamp(0),
            device: session::seen(context),
            metadata: Map::new(),
        }
    }

    async fn issue_code(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        authorization: i64,
    ) -> Result<String, Error> {
        let secret = new_secret(&*context.random);
        let code = AuthorizationCode {
            authorization,
            redirect_uri: self.request.redirect_uri.clone(),
            code_challenge: self.request.code_challenge.as_ref().map(|challenge| challenge.as_str().to_owned()),
            nonce: self.request.nonce.clone(),
            created_at: context.now(),
            used_at: Timestamp(0),
        };
        authorization::code::insert(connection, context.tenant, &stored_digest(&secret), &code).await?;
        Ok(secret)
    }

    /// Counts the sign-in (requirement S0.L23.17); an account that waited for its owner is in use from now on.
    async fn note_sign_in(&self, connection: &Connection<'_>, context: &Context, user: &User) -> Result<(), Error> {
        let ip = context.origin.ip.map(|ip| ip.to_string());
        let name = context.origin.user_agent.as_deref().map(anteroom_model::device::describe).unwrap_or_default();
        let sign_in = SignIn {
            user: user.key,
            at: context.now(),
            previous: user.activity.last_login,
            ip: ip.as_deref(),
            client_id: Some(&self.client.client_id),
            device: name.device.as_deref(),
            browser: name.browser.as_deref(),
            with_second_factor: false,
        };
        user::record_sign_in(connection, context.tenant, &sign_in).await?;
        if user.state.status == Status::PendingActivation {
            let mut active = user.clone();
            active.state = AccountState { status: Status::Active, before_suspension: None };
            active.status_changed_at = context.now();
            active.updated_at = context.now();
            active.version += 1;
            user::update(connection, context.tenant, &active).await?;
        }
        Ok(())
    }
}

/// Where the answer of a request goes.
pub(super) fn destination(request: &AuthorizationRequest) -> Return {
    Return {
        redirect_uri: request.redirect_uri.clone(),
        response_mode: request.response_mode,
        state: request.state.clone(),
    }
}
