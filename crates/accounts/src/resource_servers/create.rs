//! Making a resource server.

use anteroom_model::guard::may_configure;
use anteroom_model::random::hexadecimal;
use anteroom_model::resource_server::{ResourceServer, ResourceServerChanges, check_identifier};
use anteroom_model::{Context, EventKind, Refusal, codes};
use anteroom_store::{Connection, client, installation, resource_server};
use serde_json::json;

use super::{party, told};
use crate::configuration::TenantConfiguration;
use crate::differences::differences;
use crate::idempotency::{IdempotencyKey, reused};
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct CreateResourceServer {
    /// The identifier, see [`check_identifier`]; it never changes.
    pub identifier: String,
    /// Everything else; without a name it is called by its identifier.
    pub fields: ResourceServerChanges,
    /// Makes the request safe to repeat.
    pub idempotency: Option<IdempotencyKey>,
}

struct Create {
    server: ResourceServer,
    idempotency: Option<IdempotencyKey>,
}

/// Makes a resource server. Nobody may ask for its tokens before a client is granted them.
///
/// # Errors
/// `invalid_body`, `resource_server_exists`, `rank_exceeded`, `idempotency_key_reused`.
pub async fn create_resource_server(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: CreateResourceServer,
) -> Result<ResourceServer, Error> {
    let CreateResourceServer { identifier, fields, idempotency } = request;
    check_identifier(&identifier, &tenant.origins).map_err(|rule| Refusal::invalid_field("identifier", rule))?;
    let server = ResourceServer {
        resource_server_id: hexadecimal(&*context.random, 12),
        name: identifier.chars().take(200).collect(),
        identifier,
        ..ResourceServer::default()
    };
    let server = fields.apply(server)?;
    let target = party(&server);
    services
        .transact(context, Some(target), Create { server, idempotency }, |connection, context, create| {
            Box::pin(run(connection, context, create))
        })
        .await
}

async fn run(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<ResourceServer, Error> {
    if let Some(key) = &create.idempotency
        && let Some(made) = key.made(connection, context).await?
    {
        let found = resource_server::by_id_for_change(connection, context.tenant, &made).await?;
        return Ok(found.ok_or_else(|| reused("The resource server that the Idempotency-Key made is gone."))?);
    }
    may_configure(&context.actor)?;
    let server = &create.server;
    // ID tokens have a client's id as their audience: no access token may look like one.
    let is_client = client::by_id(connection, context.tenant, &server.identifier).await?.is_some();
    let known = resource_server::all(connection, context.tenant).await?;
    if is_client || known.iter().any(|known| known.identifier == server.identifier) {
        let message = "A client or resource server with this identifier already exists.";
        return Err(Refusal::new(&codes::RESOURCE_SERVER_EXISTS, message).field("identifier").into());
    }
    let made = resource_server::insert(connection, context.tenant, server, context.now()).await?;
    installation::bump_config_version(connection).await?;
    let changes = differences(&json!({}), &told(&made));
    Record::new(context, EventKind::ResourceServerCreated)
        .target(party(&made))
        .changes(changes)
        .write(connection)
        .await?;
    if let Some(key) = &create.idempotency {
        key.remember(connection, context, &made.resource_server_id).await?;
    }
    Ok(made)
}
