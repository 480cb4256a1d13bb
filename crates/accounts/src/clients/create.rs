//! Making a client.

use anteroom_crypto::token::new_secret;
use anteroom_model::client::{Client, ClientChanges, check_secret};
use anteroom_model::ids::new_client_id;
use anteroom_model::{Context, EventKind};
use anteroom_store::{Connection, client, installation};

use super::secret::{public_has_none, secret_place};
use super::{names_origins, refuse_rank};
use crate::idempotency::{IdempotencyKey, reused};
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Default)]
pub struct CreateClient {
    /// The client.
    pub client: ClientChanges,
    /// A secret of the caller's choice; a random one if absent.
    pub client_secret: Option<String>,
    /// Makes the request safe to repeat.
    pub idempotency: Option<IdempotencyKey>,
}

struct Create {
    client: Client,
    idempotency: Option<IdempotencyKey>,
}

/// Makes a client, with a secret unless it is a public one. It may do nothing until it is granted something.
///
/// # Errors
/// `invalid_body`, `rank_exceeded`, `idempotency_key_reused`.
pub async fn create_client(services: &Services, context: &Context, request: CreateClient) -> Result<Client, Error> {
    let CreateClient { client, client_secret, idempotency } = request;
    let client = build(services, context, client, client_secret)?;
    let target = super::party(&client);
    services
        .transact(context, Some(target), Create { client, idempotency }, |connection, context, create| {
            Box::pin(run(connection, context, create))
        })
        .await
}

fn build(
    services: &Services,
    context: &Context,
    changes: ClientChanges,
    chosen: Option<String>,
) -> Result<Client, Error> {
    let mut client = Client::make(new_client_id(&*context.random), changes, context.now())?;
    chosen.as_deref().map_or(Ok(()), check_secret)?;
    if client.is_public() {
        return match chosen {
            None => Ok(client),
            Some(_) => Err(public_has_none().into()),
        };
    }
    let secret = chosen.unwrap_or_else(|| new_secret(&*context.random));
    let place = secret_place(context.tenant, &client.client_id);
    client.sealed_secret = Some(services.sealer.seal(&*context.random, &place, secret.as_bytes())?);
    Ok(client)
}

async fn run(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<Client, Error> {
    if let Some(key) = &create.idempotency
        && let Some(made) = key.made(connection, context).await?
    {
        let found = client::by_id(connection, context.tenant, &made).await?;
        return Ok(found.ok_or_else(|| reused("The client that the Idempotency-Key made is gone."))?);
    }
    refuse_rank(context, create.client.rank)?;
    let client = store_client(connection, context, &create.client).await?;
    if names_origins(&client) {
        installation::bump_config_version(connection).await?;
    }
    if let Some(key) = &create.idempotency {
        key.remember(connection, context, &client.client_id).await?;
    }
    Ok(client)
}

/// Stores a client and records that it was made.
pub(crate) async fn store_client(
    connection: &Connection<'_>,
    context: &Context,
    client: &Client,
) -> Result<Client, Error> {
    let client = client::insert(connection, context.tenant, client).await?;
    Record::new(context, EventKind::ClientCreated).target(super::party(&client)).write(connection).await?;
    Ok(client)
}
