//! Whether a token holds (RFC 7662): how a customer's own API sees revocation at once.

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Services};
use anteroom_crypto::token::stored_digest;
use anteroom_model::client::Client;
use anteroom_model::{Context, Refusal, codes};
use anteroom_store::authorization::{self, refresh_token};
use serde_json::{Map, Value, json};

use crate::Bearers;
use crate::grant::{lifetime, standing_user};

/// Introspects for whoever may: an application that proves itself with a secret (RFC 7662 §2.1).
pub struct Introspection<'a> {
    /// Checks access tokens.
    pub bearers: &'a Bearers,
    /// The tenant.
    pub tenant: &'a TenantConfiguration,
    /// Who asks, proven.
    pub client: &'a Client,
}

impl Introspection<'_> {
    /// What is known of a token that holds; nothing of any other, whatever the reason. A refresh token is told to its own
    /// application alone.
    ///
    /// # Errors
    /// `invalid_client` for a public client.
    pub async fn of(
        &self,
        services: &Services,
        context: &Context,
        token: &str,
    ) -> Result<Option<Map<String, Value>>, Error> {
        if self.client.is_public() {
            return Err(Refusal::new(&codes::OAUTH_INVALID_CLIENT, "A public client may not introspect.").into());
        }
        if token.contains('.') {
            return self.access_token(services, context, token).await;
        }
        self.refresh_token(services, context, token).await
    }

    async fn access_token(
        &self,
        services: &Services,
        context: &Context,
        token: &str,
    ) -> Result<Option<Map<String, Value>>, Error> {
        let facts = self.bearers.facts(services, context.tenant, token, context.now()).await?;
        Ok(facts.map(|facts| {
            let mut told = facts.claims;
            told.insert("active".to_owned(), Value::Bool(true));
            told.insert("token_type".to_owned(), json!("Bearer"));
            if !told.contains_key("client_id") {
                let client_id = told.get("azp").cloned().unwrap_or_default();
                told.insert("client_id".to_owned(), client_id);
            }
            told
        }))
    }

    async fn refresh_token(
        &self,
        services: &Services,
        context: &Context,
        token: &str,
    ) -> Result<Option<Map<String, Value>>, Error> {
        let session = services.db.session().await?;
        let connection = session.connection();
        let (tenant, now) = (context.tenant, context.now());
        let Some(known) = refresh_token::find(&connection, tenant, &stored_digest(token)).await? else {
            return Ok(None);
        };
        let is_spent = self.client.settings.refresh_token.is_rotating() && known.used_at.0 > 0;
        let found = authorization::by_key(&connection, tenant, known.authorization).await?;
        let found = found.filter(|found| !is_spent && found.client_id == self.client.client_id);
        let Some(authorization) = found else { return Ok(None) };
        let lifetime = lifetime(self.client);
        let holds = lifetime.holds(authorization.created_at, authorization.last_used_at(), now);
        if !holds || standing_user(&connection, self.tenant, &authorization, now).await?.is_none() {
            return Ok(None);
        }
        let ends =
            [lifetime.expires_at(authorization.created_at), lifetime.idle_expires_at(authorization.last_used_at())];
        let mut told = Map::new();
        told.extend([
            ("active".to_owned(), Value::Bool(true)),
            ("iss".to_owned(), json!(authorization.issuer)),
            ("sub".to_owned(), json!(authorization.user_id)),
            ("client_id".to_owned(), json!(authorization.client_id)),
            ("scope".to_owned(), json!(authorization.scopes.as_str())),
            ("iat".to_owned(), json!(known.created_at.seconds())),
        ]);
        if let Some(end) = ends.into_iter().flatten().min() {
            told.insert("exp".to_owned(), json!(end.seconds()));
        }
        Ok(Some(told))
    }
}
