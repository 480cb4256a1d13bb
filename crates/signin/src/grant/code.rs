//! Tokens for a code (RFC 6749 §4.1.3).

use std::sync::Arc;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Services};
use anteroom_crypto::token::{constant_time_eq, new_secret, stored_digest};
use anteroom_model::authorization::{AuthorizationCode, CODE_LIFETIME};
use anteroom_model::client::{AUTHORIZATION_CODE, Client};
use anteroom_model::oauth::CodeChallenge;
use anteroom_model::{Context, EventKind, Refusal, codes};
use anteroom_store::authorization::refresh_token;
use anteroom_store::{Connection, authorization};

use super::{Exchanged, invalid_grant, note_refusal, permitted, record, standing_user};
use crate::tokens::{Issue, IssuedTokens};

/// What the application sends.
#[derive(Clone)]
pub struct CodeRequest {
    /// The code.
    pub code: String,
    /// Where it was sent; must be what the authorization request named.
    pub redirect_uri: Option<String>,
    /// The proof of who asked for it (RFC 7636 §4.5).
    pub code_verifier: Option<String>,
}

struct Exchange {
    tenant: Arc<TenantConfiguration>,
    client: Client,
    request: CodeRequest,
}

/// Gives tokens for a code, once. A code that comes a second time ends its authorization: what it gave before stops
/// working (RFC 6749 §4.1.2, ASVS 10.4.2).
///
/// # Errors
/// `invalid_grant`, in few words whatever the reason; `unauthorized_client`.
pub async fn exchange_code(
    services: &Services,
    context: &Context,
    tenant: &Arc<TenantConfiguration>,
    client: Client,
    request: CodeRequest,
) -> Result<IssuedTokens, Error> {
    let exchange = Exchange { tenant: Arc::clone(tenant), client, request };
    let result = run(services, context, &exchange).await;
    if let Err(error) = &result {
        note_refusal(services, context, EventKind::CodeRefused, &exchange.client, error);
    }
    result
}

async fn run(services: &Services, context: &Context, exchange: &Exchange) -> Result<IssuedTokens, Error> {
    if !exchange.client.may_use(AUTHORIZATION_CODE) {
        let message = "Grant type 'authorization_code' not allowed for the client.";
        return Err(Refusal::new(&codes::OAUTH_UNAUTHORIZED_CLIENT, message).into());
    }
    let state = Exchange {
        tenant: Arc::clone(&exchange.tenant),
        client: exchange.client.clone(),
        request: exchange.request.clone(),
    };
    let exchanged = services
        .transact(context, None, state, |connection, context, exchange| Box::pin(exchange.settle(connection, context)))
        .await?
        .ok_or_else(|| invalid_grant("Invalid authorization code"))?;
    let issue = Issue {
        tenant: &exchange.tenant,
        client: &exchange.client,
        user: &exchanged.user,
        authorization: &exchanged.authorization,
        scopes: exchanged.scopes,
        permitted: exchanged.permitted,
        nonce: exchanged.nonce.as_deref(),
        refresh_token: exchanged.refresh_token,
    };
    issue.tokens(context)
}

impl Exchange {
    /// Nothing for a code that was used before: that its authorization ends must stay, so it is no error here.
    async fn settle(&self, connection: &Connection<'_>, context: &Context) -> Result<Option<Exchanged>, Error> {
        let (tenant, now) = (context.tenant, context.now());
        let digest = stored_digest(&self.request.code);
        let code = authorization::code::find(connection, tenant, &digest).await?;
        let code = code.ok_or_else(|| invalid_grant("Invalid authorization code"))?;
        let found = authorization::by_key_for_change(connection, tenant, code.authorization).await?;
        let mut authorization = found.ok_or_else(|| invalid_grant("Invalid authorization code"))?;
        if authorization.client_id != self.client.client_id {
            return Err(invalid_grant("Invalid authorization code").into());
        }
        self.check(&code)?;
        if !authorization::code::use_once(connection, tenant, &digest, now).await? {
            authorization::delete(connection, tenant, authorization.key).await?;
            return Ok(None);
        }
        if now >= code.created_at.plus_seconds(CODE_LIFETIME) {
            return Err(invalid_grant("Invalid authorization code").into());
        }
        let user = standing_user(connection, &self.tenant, &authorization, now).await?;
        let user = user.ok_or_else(|| invalid_grant("Invalid authorization code"))?;
        let (ip, agent) = (context.origin.ip.map(|ip| ip.to_string()), context.origin.user_agent.as_deref());
        authorization::touch(connection, tenant, authorization.key, now, ip.as_deref(), agent).await?;
        authorization.last_exchanged_at = now;
        let refresh_token = match authorization.offline {
            true => Some(first_refresh_token(connection, context, authorization.key).await?),
            false => None,
        };
        record(context, EventKind::CodeExchanged, &user, &authorization).write(connection).await?;
        let permitted = permitted(connection, &self.tenant, &authorization).await?;
        let scopes = authorization.scopes.clone();
        Ok(Some(Exchanged { authorization, user, scopes, permitted, nonce: code.nonce, refresh_token }))
    }

    /// Whether the code was made for this request. A code without a challenge takes no verifier: otherwise the
    /// protection could be taken out on the way (RFC 9700 §4.8.2).
    fn check(&self, code: &AuthorizationCode) -> Result<(), Refusal> {
        // PKCE alone tells as much as the address does; without it the address must be sent (RFC 6749 §4.1.3).
        let is_right = match &self.request.redirect_uri {
            Some(sent) => *sent == code.redirect_uri,
            None => code.code_challenge.is_some(),
        };
        if !is_right {
            return Err(invalid_grant("The redirect_uri is not the one of the authorization request."));
        }
        match (&code.code_challenge, &self.request.code_verifier) {
            (None, None) => Ok(()),
            (Some(challenge), Some(verifier)) if CodeChallenge::is_verifier(verifier) => {
                let matches = constant_time_eq(stored_digest(verifier).as_bytes(), challenge.as_bytes());
                if matches { Ok(()) } else { Err(invalid_grant("Failed to verify code verifier")) }
            }
            _ => Err(invalid_grant("Failed to verify code verifier")),
        }
    }
}

async fn first_refresh_token(
    connection: &Connection<'_>,
    context: &Context,
    authorization: i64,
) -> Result<String, Error> {
    let secret = new_secret(&*context.random);
    let digest = stored_digest(&secret);
    refresh_token::insert(connection, context.tenant, &digest, authorization, context.now()).await?;
    Ok(secret)
}
