//! Giving tokens back (RFC 7009).

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Record, Services};
use anteroom_crypto::token::stored_digest;
use anteroom_model::client::Client;
use anteroom_model::{Context, EventKind};
use anteroom_store::authorization::{self, refresh_token};
use anteroom_store::{Connection, user};
use serde_json::Value;

use crate::tokens::AUTHORIZATION;

/// What a token names: the authorization behind it, by its secret or by its id.
enum Named {
    ByRefreshToken(String),
    ByAuthorization(String),
}

struct Revoke {
    client_id: String,
    named: Named,
}

/// Ends the authorization behind an application's own token: refresh and access tokens of it alike. A token that is
/// unknown, another application's or not ours at all is as revoked as can be (RFC 7009 §2.2).
///
/// # Errors
/// When the database cannot be written.
pub async fn revoke(
    services: &Services,
    context: &Context,
    tenant: &TenantConfiguration,
    client: &Client,
    token: &str,
) -> Result<(), Error> {
    let named = match token.contains('.') {
        false => Named::ByRefreshToken(stored_digest(token)),
        true => {
            let Ok(verified) = tenant.keys.verifier.verify_signature(token) else { return Ok(()) };
            let Some(id) = verified.claims.get(AUTHORIZATION).and_then(Value::as_str) else { return Ok(()) };
            Named::ByAuthorization(id.to_owned())
        }
    };
    let revoke = Revoke { client_id: client.client_id.clone(), named };
    services
        .transact(context, None, revoke, |connection, context, revoke| Box::pin(revoke.run(connection, context)))
        .await
}

impl Revoke {
    async fn run(&self, connection: &Connection<'_>, context: &Context) -> Result<(), Error> {
        let tenant = context.tenant;
        let found = match &self.named {
            Named::ByAuthorization(id) => authorization::by_id(connection, tenant, id).await?,
            Named::ByRefreshToken(digest) => match refresh_token::find(connection, tenant, digest).await? {
                Some(token) => authorization::by_key(connection, tenant, token.authorization).await?,
                None => None,
            },
        };
        let Some(found) = found.filter(|found| found.client_id == self.client_id) else { return Ok(()) };
        authorization::delete(connection, tenant, found.key).await?;
        let Some(user) = user::by_key(connection, tenant, found.user).await? else { return Ok(()) };
        let mut record = Record::new(context, EventKind::RefreshTokenRevoked).by(&user);
        record.event.client_id = Some(self.client_id.clone());
        record.write(connection).await
    }
}
