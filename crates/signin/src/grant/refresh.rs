//! Tokens for a refresh token (RFC 6749 §6).

use std::sync::Arc;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Services};
use anteroom_crypto::token::{new_secret, stored_digest};
use anteroom_model::authorization::Authorization;
use anteroom_model::client::{Client, REFRESH_TOKEN};
use anteroom_model::{Context, EventKind, Refusal, Scopes, Timestamp, User, codes};
use anteroom_store::authorization::refresh_token::{self, RefreshToken};
use anteroom_store::{Connection, authorization};

use super::{Exchanged, invalid_grant, lifetime, note_refusal, permitted, record, standing_user};
use crate::tokens::{Issue, IssuedTokens};

/// What the application sends.
#[derive(Clone)]
pub struct RefreshRequest {
    /// The refresh token.
    pub refresh_token: String,
    /// Fewer scopes than were given, if it wants fewer.
    pub scope: Option<String>,
    /// The audience, which must be the one that was given.
    pub audience: Option<String>,
}

struct Exchange {
    tenant: Arc<TenantConfiguration>,
    client: Client,
    request: RefreshRequest,
}

/// Why there are no tokens, once the transaction has stored what must stay.
enum Outcome {
    Exchanged(Box<Exchanged>),
    /// It came a second time: its authorization has ended.
    Reused,
}

/// Gives tokens for a refresh token. Where they rotate, each is used once and gives another one; one that comes again
/// after the leeway ends its authorization, for one of the two who have it stole it (RFC 9700 §4.14.2).
///
/// # Errors
/// `invalid_grant`, in few words whatever the reason; `invalid_scope`, `unauthorized_client`.
pub async fn refresh(
    services: &Services,
    context: &Context,
    tenant: &Arc<TenantConfiguration>,
    client: Client,
    request: RefreshRequest,
) -> Result<IssuedTokens, Error> {
    let exchange = Exchange { tenant: Arc::clone(tenant), client: client.clone(), request };
    let result = run(services, context, exchange).await;
    if let Err(error) = &result {
        note_refusal(services, context, EventKind::RefreshTokenRefused, &client, error);
    }
    result
}

async fn run(services: &Services, context: &Context, exchange: Exchange) -> Result<IssuedTokens, Error> {
    if !exchange.client.may_use(REFRESH_TOKEN) {
        let message = "Grant type 'refresh_token' not allowed for the client.";
        return Err(Refusal::new(&codes::OAUTH_UNAUTHORIZED_CLIENT, message).into());
    }
    let (tenant, client) = (Arc::clone(&exchange.tenant), exchange.client.clone());
    let outcome = services
        .transact(context, None, exchange, |connection, context, exchange| {
            Box::pin(exchange.settle(connection, context))
        })
        .await?;
    let Outcome::Exchanged(exchanged) = outcome else { return Err(unknown().into()) };
    let issue = Issue {
        tenant: &tenant,
        client: &client,
        user: &exchanged.user,
        authorization: &exchanged.authorization,
        scopes: exchanged.scopes,
        permitted: exchanged.permitted,
        nonce: None,
        refresh_token: exchanged.refresh_token,
    };
    issue.tokens(context)
}

fn unknown() -> Refusal {
    invalid_grant("Unknown or invalid refresh token.")
}

impl Exchange {
    async fn settle(&self, connection: &Connection<'_>, context: &Context) -> Result<Outcome, Error> {
        let (tenant, now) = (context.tenant, context.now());
        let digest = stored_digest(&self.request.refresh_token);
        let token = refresh_token::find(connection, tenant, &digest).await?.ok_or_else(unknown)?;
        let found = authorization::by_key_for_change(connection, tenant, token.authorization).await?;
        let mut authorization = found.filter(|found| self.is_for(found)).ok_or_else(unknown)?;
        // Asked again, as the chain is ours from here on: another request may just have used it.
        let token = refresh_token::find(connection, tenant, &digest).await?.ok_or_else(unknown)?;
        let user = standing_user(connection, &self.tenant, &authorization, now).await?.ok_or_else(unknown)?;
        if !lifetime(&self.client).holds(authorization.created_at, authorization.last_used_at(), now) {
            return Err(unknown().into());
        }
        let audience = authorization.audience.as_deref();
        if audience.is_some_and(|audience| self.tenant.resource_server(audience).is_none()) {
            return Err(unknown().into());
        }
        let scopes = self.scopes(&authorization)?;
        if self.is_stolen(&token, context) {
            return self.end(connection, context, &authorization, &user).await;
        }
        let refresh_token = match self.client.settings.refresh_token.is_rotating() {
            true => Some(self.rotate(connection, context, &digest, &token).await?),
            false => None,
        };
        let (ip, agent) = (context.origin.ip.map(|ip| ip.to_string()), context.origin.user_agent.as_deref());
        authorization::touch(connection, tenant, authorization.key, now, ip.as_deref(), agent).await?;
        authorization.last_exchanged_at = now;
        record(context, EventKind::RefreshTokenExchanged, &user, &authorization).write(connection).await?;
        let permitted = permitted(connection, &self.tenant, &authorization).await?;
        let exchanged = Exchanged { authorization, user, scopes, permitted, nonce: None, refresh_token };
        Ok(Outcome::Exchanged(Box::new(exchanged)))
    }

    fn is_for(&self, authorization: &Authorization) -> bool {
        let audience = self.request.audience.as_ref();
        authorization.client_id == self.client.client_id
            && authorization.offline
            && audience.is_none_or(|asked| authorization.audience.as_ref() == Some(asked))
    }

    /// The scopes asked for, of those that were given (RFC 6749 §6).
    fn scopes(&self, authorization: &Authorization) -> Result<Scopes, Refusal> {
        let asked = self.request.scope.as_deref().map(Scopes::parse).filter(|asked| !asked.is_empty());
        let Some(asked) = asked else { return Ok(authorization.scopes.clone()) };
        match asked.first_beyond(&authorization.scopes) {
            None => Ok(asked),
            Some(beyond) => {
                let message = format!("The scope {beyond} was not given.");
                Err(Refusal::new(&codes::OAUTH_INVALID_SCOPE, message).field("scope"))
            }
        }
    }

    /// Whether it was spent before and its leeway is over: also where tokens rotate no more, for it was replaced. Without a
    /// leeway the time does not matter, as clocks of several processes differ.
    fn is_stolen(&self, token: &RefreshToken, context: &Context) -> bool {
        let leeway = self.client.settings.refresh_token.leeway_seconds();
        let is_spent = token.used_at > Timestamp(0);
        is_spent && (leeway == 0 || context.now() >= token.used_at.plus_seconds(leeway))
    }

    /// The next token of the chain. The chain's row is locked, so that what was read of this one still holds.
    async fn rotate(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        digest: &str,
        token: &RefreshToken,
    ) -> Result<String, Error> {
        let (tenant, now) = (context.tenant, context.now());
        // Within the leeway it was used before: the first time is what counts.
        refresh_token::use_once(connection, tenant, digest, now).await?;
        let next = new_secret(&*context.random);
        refresh_token::insert(connection, tenant, &stored_digest(&next), token.authorization, now).await?;
        Ok(next)
    }

    async fn end(
        &self,
        connection: &Connection<'_>,
        context: &Context,
        authorization: &Authorization,
        user: &User,
    ) -> Result<Outcome, Error> {
        authorization::delete(connection, context.tenant, authorization.key).await?;
        record(context, EventKind::RefreshTokenReused, user, authorization).write(connection).await?;
        Ok(Outcome::Reused)
    }
}
