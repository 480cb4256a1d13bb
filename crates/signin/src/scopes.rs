//! What an application is given of what it asks for.

use anteroom_accounts::Error;
use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::client::{Client, REFRESH_TOKEN, ResourceServer};
use anteroom_model::oauth::{AuthorizationRequest, OFFLINE_ACCESS, STANDARD_SCOPES};
use anteroom_model::{Refusal, Scopes, TenantId, User, codes};
use anteroom_store::client_grant::{self, GrantFilter};
use anteroom_store::{Connection, consent};

/// What an application is given.
#[derive(Clone, Debug)]
pub struct Granted {
    /// The API, as the request named it; none for the profile alone.
    pub audience: Option<String>,
    /// The scopes, in the order asked for.
    pub scopes: Scopes,
    /// Whether it may act while the person is away.
    pub offline: bool,
    /// Whether people must agree although the application is the tenant's own.
    asks_always: bool,
}

/// What the application is given of what it asks for: scopes that nobody knows are left out (RFC 6749 §3.3).
///
/// # Errors
/// `access_denied` for an API that is not there or that the application may not use for people.
pub async fn decide(
    connection: &Connection<'_>,
    tenant: &TenantConfiguration,
    client: &Client,
    request: &AuthorizationRequest,
) -> Result<Granted, Error> {
    let audience = request.audience.clone().or_else(|| tenant.settings.default_audience.clone());
    let server = match &audience {
        None => None,
        Some(audience) => Some(tenant.resource_server(audience).ok_or_else(|| unknown_api(audience))?),
    };
    let of_api = match server {
        None => Scopes::default(),
        Some(server) => api_scopes(connection, tenant.tenant.id, client, server).await?,
    };
    let allows_offline = client.may_use(REFRESH_TOKEN) && server.is_none_or(|server| server.allow_offline_access);
    let asked = request.scopes();
    let is_given = |scope: &&str| match *scope {
        OFFLINE_ACCESS => allows_offline,
        standard if STANDARD_SCOPES.contains(&standard) => true,
        other => of_api.contains(other),
    };
    let scopes = Scopes::from_names(asked.names().filter(is_given));
    Ok(Granted {
        offline: scopes.contains(OFFLINE_ACCESS),
        audience,
        scopes,
        asks_always: server.is_some_and(|server| !server.skip_consent),
    })
}

fn unknown_api(audience: &str) -> Refusal {
    Refusal::new(&codes::OAUTH_ACCESS_DENIED, format!("Service not found: {audience}")).field("audience")
}

/// The scopes of an API that the application may be given for a person. The Management API needs a grant of its own for
/// that. Where an API asks for roles, what the person may have of them is asked whenever a token is issued: roles come
/// and go while an authorization stands.
async fn api_scopes(
    connection: &Connection<'_>,
    tenant: TenantId,
    client: &Client,
    server: &ResourceServer,
) -> Result<Scopes, Error> {
    if !server.is_system {
        return Ok(Scopes::from_names(server.scopes.iter().map(|scope| scope.value.as_str())));
    }
    let filter = GrantFilter {
        client_id: Some(client.client_id.clone()),
        identifier: Some(server.identifier.clone()),
        subject_type: Some("user".to_owned()),
    };
    let grants = client_grant::all(connection, tenant, &filter).await?;
    let Some(grant) = grants.into_iter().next() else {
        let message =
            "The application may not use the Management API for people: it needs a client grant of subject_type user.";
        return Err(Refusal::new(&codes::OAUTH_ACCESS_DENIED, message).field("audience").into());
    };
    Ok(grant.scopes)
}

/// Whether the person must be asked: by an application that is not the tenant's own until it was agreed to, by an API
/// that wants it, or whenever the request does (ASVS 10.7.1).
///
/// # Errors
/// When the database cannot be asked.
pub async fn needs_consent(
    connection: &Connection<'_>,
    tenant: TenantId,
    client: &Client,
    request: &AuthorizationRequest,
    granted: &Granted,
    user: &User,
) -> Result<bool, Error> {
    if request.prompts.consent {
        return Ok(true);
    }
    if client.settings.is_first_party && !granted.asks_always {
        return Ok(false);
    }
    let audience = granted.audience.as_deref().unwrap_or_default();
    let known = consent::find(connection, tenant, user.key, &client.client_id, audience).await?;
    Ok(known.is_none_or(|known| granted.scopes.first_beyond(&known.scopes).is_some()))
}
