//! Making a client.

use anteroom_crypto::token::new_secret;
use anteroom_model::client::{Client, ClientAuthentication};
use anteroom_model::ids::new_client_id;
use anteroom_model::new_client::NewClient;
use anteroom_model::{Context, EventKind, Refusal, codes};
use anteroom_store::{Connection, client};

use super::secret::secret_place;
use crate::idempotency::{IdempotencyKey, reused};
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct CreateClient {
    /// The client.
    pub client: NewClient,
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
    let CreateClient { client, idempotency } = request;
    let client = build(services, context, client)?;
    let target = super::party(&client);
    services
        .transact(context, Some(target), Create { client, idempotency }, |connection, context, create| {
            Box::pin(run(connection, context, create))
        })
        .await
}

fn build(services: &Services, context: &Context, client: NewClient) -> Result<Client, Error> {
    let fields = client.check()?;
    let (client_id, now) = (new_client_id(&*context.random), context.now());
    let sealed_secret = match fields.authentication {
        ClientAuthentication::None => None,
        ClientAuthentication::SecretPost | ClientAuthentication::SecretBasic => {
            let secret = new_secret(&*context.random);
            Some(services.sealer.seal(
                &*context.random,
                &secret_place(context.tenant, &client_id),
                secret.as_bytes(),
            )?)
        }
    };
    Ok(Client {
        key: 0,
        client_id,
        name: fields.name,
        app_type: fields.app_type,
        grant_types: fields.grant_types,
        authentication: fields.authentication,
        rank: fields.rank,
        settings: fields.settings,
        sealed_secret,
        valid_after: anteroom_model::Timestamp(0),
        created_at: now,
        updated_at: now,
    })
}

async fn run(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<Client, Error> {
    if let Some(key) = &create.idempotency
        && let Some(made) = key.made(connection, context).await?
    {
        let found = client::by_id(connection, context.tenant, &made).await?;
        return Ok(found.ok_or_else(|| reused("The client that the Idempotency-Key made is gone."))?);
    }
    if create.client.rank > context.actor.rank() {
        return Err(Refusal::new(&codes::RANK_EXCEEDED, "The rank exceeds your own.").field("rank").into());
    }
    let client = store_client(connection, context, &create.client).await?;
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
