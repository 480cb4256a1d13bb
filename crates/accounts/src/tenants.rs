//! The verbs of tenants.

use anteroom_crypto::{SigningAlgorithm, SigningKey};
use anteroom_model::client::ResourceServer;
use anteroom_model::connection::{Connection as UserConnection, DEFAULT_NAME};
use anteroom_model::ids::new_prefixed_id;
use anteroom_model::resource_server::management_scopes;
use anteroom_model::tenant::validate_name;
use anteroom_model::{Context, EventKind, Origin, Party, Refusal, Tenant, TenantId, codes};
use anteroom_store::signing_key::StoredKey;
use anteroom_store::{Connection, connection, installation, resource_server, signing_key, tenant};
use serde_json::Map;

use crate::configuration::key_place;
use crate::{Error, Record, Services, console};

/// How long tokens for the Management API hold, in seconds, unless configured otherwise.
pub const TOKEN_LIFETIME: i64 = 86_400;

/// What every tenant begins with.
pub(crate) struct Beginning {
    name: String,
    origins: Vec<Origin>,
    keys: Vec<SigningKey>,
    sealer: std::sync::Arc<anteroom_crypto::Sealer>,
    token_lifetime: i64,
}

impl Beginning {
    /// Makes the keys, which takes a while: not inside a transaction.
    pub(crate) async fn prepare(
        services_sealer: std::sync::Arc<anteroom_crypto::Sealer>,
        name: String,
        origins: Vec<Origin>,
        token_lifetime: i64,
    ) -> Result<Self, Error> {
        validate_name(&name).map_err(|rule| Refusal::invalid_field("name", rule))?;
        let keys = tokio::task::spawn_blocking(|| {
            [SigningAlgorithm::RS256, SigningAlgorithm::ES256]
                .into_iter()
                .map(SigningKey::generate)
                .collect::<Result<_, _>>()
        });
        let keys = keys.await.map_err(|error| anteroom_store::Error::Unavailable(error.to_string()))??;
        Ok(Self { name, origins, keys, sealer: services_sealer, token_lifetime })
    }
}

/// Makes a tenant with its origins, the first of them primary, its database connection, its keys, the Management API
/// and its console's client.
///
/// # Errors
/// `invalid_body` when the name is not a host label or is taken, or an origin is another tenant's.
pub async fn create_tenant(
    services: &Services,
    context: &Context,
    name: String,
    origins: Vec<Origin>,
) -> Result<Tenant, Error> {
    let beginning = Beginning::prepare(std::sync::Arc::clone(&services.sealer), name, origins, TOKEN_LIFETIME).await?;
    services
        .transact(context, None, beginning, |connection, context, beginning| {
            Box::pin(begin_tenant(connection, context, beginning))
        })
        .await
}

/// Makes the tenant in the caller's transaction.
pub(crate) async fn begin_tenant(
    connection: &Connection<'_>,
    context: &Context,
    beginning: &Beginning,
) -> Result<Tenant, Error> {
    if tenant::by_name(connection, &beginning.name).await?.is_some() {
        return Err(Refusal::invalid_field("name", "is the name of another tenant").into());
    }
    let known = tenant::all_origins(connection).await?;
    if let Some(taken) = beginning.origins.iter().find(|origin| known.iter().any(|stored| stored.origin == **origin)) {
        return Err(Refusal::new(&codes::INVALID_BODY, format!("{taken} belongs to another tenant."))
            .field("origin")
            .into());
    }
    let made = tenant::insert(connection, &beginning.name, context.now()).await?;
    for (index, origin) in beginning.origins.iter().enumerate() {
        tenant::insert_origin(connection, made.id, origin, index == 0).await?;
    }
    insert_database_connection(connection, context, made.id).await?;
    insert_keys(connection, context, made.id, beginning).await?;
    insert_management_api(connection, context, made.id, beginning.token_lifetime).await?;
    installation::bump_config_version(connection).await?;
    let target = Party::new("tenant", made.name.clone(), "");
    let context = Context { tenant: made.id, ..context.clone() };
    let mut record = Record::new(&context, EventKind::TenantCreated);
    record.event.target = Some(target);
    record.write(connection).await?;
    console::insert(connection, &context).await?;
    Ok(made)
}

async fn insert_database_connection(
    connection: &Connection<'_>,
    context: &Context,
    tenant: TenantId,
) -> Result<(), Error> {
    let database = UserConnection {
        key: 0,
        connection_id: new_prefixed_id(&*context.random, "con"),
        name: DEFAULT_NAME.to_owned(),
        display_name: None,
        strategy: "auth0".to_owned(),
        options: Map::new(),
        enabled: true,
    };
    connection::insert(connection, tenant, &database, context.now()).await?;
    Ok(())
}

async fn insert_keys(
    connection: &Connection<'_>,
    context: &Context,
    tenant: TenantId,
    beginning: &Beginning,
) -> Result<(), Error> {
    for key in &beginning.keys {
        let pkcs8 = key.to_pkcs8()?;
        let stored = StoredKey {
            tenant,
            kid: key.kid().to_owned(),
            algorithm: key.algorithm().to_string(),
            state: "current".to_owned(),
            public_jwk: serde_json::to_string(key.public_jwk())
                .map_err(|error| anteroom_store::Error::Corrupt(error.to_string()))?,
            sealed_private: beginning.sealer.seal(&*context.random, &key_place(tenant, key.kid()), &pkcs8)?,
        };
        signing_key::insert(connection, &stored, context.now()).await?;
    }
    Ok(())
}

async fn insert_management_api(
    connection: &Connection<'_>,
    context: &Context,
    tenant: TenantId,
    token_lifetime: i64,
) -> Result<(), Error> {
    let server = ResourceServer {
        key: 0,
        resource_server_id: anteroom_model::random::hexadecimal(&*context.random, 12),
        name: "Anteroom Management API".to_owned(),
        identifier: resource_server::MANAGEMENT.to_owned(),
        scopes: management_scopes(),
        token_lifetime,
        is_system: true,
        ..ResourceServer::default()
    };
    resource_server::insert(connection, tenant, &server, context.now()).await?;
    Ok(())
}
