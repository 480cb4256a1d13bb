//! Granting a client scopes of an API.

use anteroom_model::client::{Client, ClientGrant, ResourceServer, SUBJECT_CLIENT, SUBJECT_TYPES, SUBJECT_USER};
use anteroom_model::ids::new_prefixed_id;
use anteroom_model::{Context, EventKind, FieldChange, PlatformRole, Refusal, Scopes, codes};
use anteroom_store::client_grant::{self, GrantFilter, NewGrant};
use anteroom_store::{Connection, resource_server};

use super::{party, refuse_beyond, refuse_unknown, scopes, server_of};
use crate::clients::load_within_rank;
use crate::configuration::TenantConfiguration;
use crate::{Error, Record, Services};

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct CreateGrant {
    /// The client.
    pub client_id: String,
    /// The API, by its identifier or, of the Management API, by any of its identifiers.
    pub audience: String,
    /// The scopes.
    pub scope: Vec<String>,
    /// One of [`SUBJECT_TYPES`]; for machines if absent.
    pub subject_type: Option<String>,
}

struct Create {
    grant_id: String,
    client_id: String,
    audience: String,
    /// The API's stored identifier.
    identifier: String,
    scopes: Scopes,
    subject_type: &'static str,
}

/// Grants a client scopes of an API.
///
/// # Errors
/// `invalid_body` naming the field, `inexistent_client`, `inexistent_resource_server`, `client_grant_exists`,
/// `rank_exceeded`.
pub async fn create_grant(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: CreateGrant,
) -> Result<ClientGrant, Error> {
    let CreateGrant { client_id, audience, scope, subject_type } = request;
    let subject_type = subject(subject_type.as_deref())?;
    for (field, text, longest) in [("client_id", &client_id, 64), ("audience", &audience, 600)] {
        if text.is_empty() || text.chars().count() > longest {
            let rule = format!("must have 1 to {longest} characters");
            return Err(Refusal::invalid_field(field, &rule).into());
        }
    }
    let identifier = match tenant.is_management_audience(&audience) {
        true => resource_server::MANAGEMENT.to_owned(),
        false => audience.clone(),
    };
    let grant_id = new_prefixed_id(&*context.random, "cgr");
    let target = party(&grant_id);
    let create = Create { grant_id, client_id, audience, identifier, scopes: scopes(&scope)?, subject_type };
    services
        .transact(context, Some(target), create, |connection, context, create| {
            Box::pin(run(connection, context, create))
        })
        .await
}

fn subject(name: Option<&str>) -> Result<&'static str, Refusal> {
    let Some(name) = name else { return Ok(SUBJECT_CLIENT) };
    let known = SUBJECT_TYPES.into_iter().find(|known| *known == name);
    known.ok_or_else(|| Refusal::invalid_field("subject_type", "must be one of client and user"))
}

async fn run(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<ClientGrant, Error> {
    let client = load_within_rank(connection, context, &create.client_id).await.map_err(naming_the_client)?;
    let server = server_of(connection, context, &create.identifier).await?;
    // Its identifiers follow from the tenant's origins; the stored one is nobody's to say.
    let server = server.filter(|server| !server.is_system || create.audience != server.identifier);
    let server = server.ok_or_else(|| {
        Refusal::new(&codes::RESOURCE_SERVER_UNKNOWN, "The resource server does not exist.").field("audience")
    })?;
    refuse_unknown(&server, &create.scopes)?;
    refuse_beyond(context, &server, &create.scopes)?;
    refuse_users_of_all_ranks(context, &server, create)?;
    refuse_second(connection, context, create).await?;
    insert(connection, context, create, &client, &server).await?;
    let found = client_grant::by_id(connection, context.tenant, &create.grant_id).await?;
    let grant = found.ok_or(anteroom_store::Error::AffectedRows(0))?;
    let change = |field: &str, to: &str| FieldChange { field: field.to_owned(), from: None, to: Some(to.into()) };
    let changes = vec![
        change("client_id", &client.client_id),
        change("audience", &create.audience),
        change("scope", create.scopes.as_str()),
        change("subject_type", create.subject_type),
    ];
    let record = Record::new(context, EventKind::ClientGrantCreated).target(party(&create.grant_id));
    record.changes(changes).write(connection).await?;
    Ok(grant)
}

/// A client that is not there is a field's fault here, not the path's.
fn naming_the_client(error: Error) -> Error {
    match error {
        Error::Refused(refusal) if *refusal.code == codes::CLIENT_UNKNOWN => refusal.field("client_id").into(),
        other => other,
    }
}

/// Whoever chooses a client's callbacks gets the tokens of those who sign in through it, super administrators' too.
fn refuse_users_of_all_ranks(context: &Context, server: &ResourceServer, create: &Create) -> Result<(), Refusal> {
    if server.is_system && create.subject_type == SUBJECT_USER && context.actor.rank() < PlatformRole::SuperAdmin {
        let message = "Only a super administrator lets users administer through a client.";
        return Err(Refusal::new(&codes::RANK_EXCEEDED, message).field("subject_type"));
    }
    Ok(())
}

async fn refuse_second(connection: &Connection<'_>, context: &Context, create: &Create) -> Result<(), Error> {
    let filter = GrantFilter {
        client_id: Some(create.client_id.clone()),
        identifier: Some(create.identifier.clone()),
        subject_type: Some(create.subject_type.to_owned()),
    };
    match client_grant::all(connection, context.tenant, &filter).await?.first() {
        None => Ok(()),
        Some(first) => {
            let message = format!("The client has the grant {} for this API and kind of subject.", first.grant_id);
            Err(Refusal::new(&codes::CLIENT_GRANT_EXISTS, message).into())
        }
    }
}

async fn insert(
    connection: &Connection<'_>,
    context: &Context,
    create: &Create,
    client: &Client,
    server: &ResourceServer,
) -> Result<(), Error> {
    let new = NewGrant {
        grant_id: &create.grant_id,
        client: client.key,
        resource_server: server.key,
        scopes: &create.scopes,
        subject_type: create.subject_type,
    };
    Ok(client_grant::insert(connection, context.tenant, &new, context.now()).await?)
}
