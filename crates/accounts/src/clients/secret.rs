//! Clients' secrets: sealed at rest, shown to whoever may see them, rotated.

use anteroom_crypto::Place;
use anteroom_crypto::token::new_secret;
use anteroom_model::client::Client;
use anteroom_model::{Context, EventKind, Party, Refusal, TenantId, codes};
use anteroom_store::{Connection, client};
use zeroize::Zeroizing;

use super::{excess, load_within_rank};
use crate::{Error, Record, Services};

/// Where a sealed secret stands.
pub(crate) fn secret_place(tenant: TenantId, client_id: &str) -> Place<'_> {
    Place { tenant: tenant.0, table: "client", column: "sealed_secret", row: client_id }
}

/// A client's secret; absent for a public client.
///
/// # Errors
/// When it was not sealed with this master key.
pub fn open_secret(
    services: &Services,
    tenant: TenantId,
    client: &Client,
) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    let Some(sealed) = &client.sealed_secret else { return Ok(None) };
    Ok(Some(services.sealer.open(&secret_place(tenant, &client.client_id), sealed)?))
}

/// Whether the caller is shown the client's secret: with the scope for it, and of clients that may do no more than the
/// caller. If so, that is recorded before it is.
///
/// # Errors
/// When the record cannot be written.
pub async fn may_read_secret(services: &Services, context: &Context, client: &Client) -> Result<bool, Error> {
    if client.sealed_secret.is_none() || !context.actor.holds("read:client_keys") {
        return Ok(false);
    }
    if excess(&services.db.session().await?.connection(), context, client).await?.is_some() {
        return Ok(false);
    }
    services
        .transact(context, None, super::party(client), |connection, context, client| {
            Box::pin(async move {
                Record::new(context, EventKind::ClientSecretRead).target(client.clone()).write(connection).await
            })
        })
        .await?;
    Ok(true)
}

/// The refusal of a secret for a client that cannot keep one.
pub(super) fn public_has_none() -> Refusal {
    Refusal::invalid_field("client_secret", "must not be sent where token_endpoint_auth_method is none")
}

struct Rotate {
    client_id: String,
    sealed: String,
}

/// Gives a client another secret; the old one and all tokens it was given stop working (requirement S0.L19.9).
///
/// # Errors
/// `inexistent_client`, `client_built_in`, `rank_exceeded`, `operation_not_supported` for a public client.
pub async fn rotate_secret(services: &Services, context: &Context, client_id: String) -> Result<Client, Error> {
    let secret = new_secret(&*context.random);
    let place = secret_place(context.tenant, &client_id);
    let sealed = services.sealer.seal(&*context.random, &place, secret.as_bytes())?;
    let target = Party::new("client", &client_id, "");
    services
        .transact(context, Some(target), Rotate { client_id, sealed }, |connection, context, rotate| {
            Box::pin(run(connection, context, rotate))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, rotate: &Rotate) -> Result<Client, Error> {
    let mut client = load_within_rank(connection, context, &rotate.client_id).await?;
    if client.is_public() {
        return Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, "A public client has no secret.").into());
    }
    client.sealed_secret = Some(rotate.sealed.clone());
    client.updated_at = context.now();
    // After a rotation in the same second, tokens were issued as of the time it set: they end too.
    client.valid_after = context.now().max(client.valid_after).next_second();
    let (valid_after, now) = (client.valid_after, client.updated_at);
    client::set_secret(connection, context.tenant, client.key, &rotate.sealed, valid_after, now).await?;
    Record::new(context, EventKind::ClientSecretRotated).target(super::party(&client)).write(connection).await?;
    Ok(client)
}
