//! Tokens for machines (RFC 6749 §4.4).

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Record, Services};
use anteroom_crypto::{SigningAlgorithm, TokenType};
use anteroom_model::client::{CLIENT_CREDENTIALS, Client, ResourceServer};
use anteroom_model::event::TokenFacts;
use anteroom_model::{Context, EventKind, Origin, Party, Refusal, Scopes, codes};
use anteroom_store::client;
use anteroom_store::client_grant::{self, GrantFilter};
use serde_json::json;

use crate::client_authentication::{prove, unproven};

/// A machine's request for a token.
pub struct MachineTokenRequest {
    /// Which client it says it is.
    pub client_id: String,
    /// The secret it proves itself with.
    pub client_secret: String,
    /// The API the token is to be for.
    pub audience: Option<String>,
    /// The scopes it asks for; all it was granted if absent.
    pub scope: Option<String>,
    /// The origin of the request: the token's issuer.
    pub issuer: Origin,
}

/// A token and what to know of it (RFC 6749 §5.1).
#[derive(Debug)]
pub struct IssuedToken {
    /// The token: a JWT.
    pub access_token: String,
    /// How long it holds, in seconds.
    pub expires_in: i64,
    /// The scopes it carries.
    pub scope: Scopes,
}

/// Gives a machine a token for an API it was granted.
///
/// Both outcomes are recorded, as traffic.
///
/// # Errors
/// `invalid_client` when the client is unknown or the secret wrong, in equal words; `unauthorized_client`,
/// `access_denied`, `invalid_scope`.
pub async fn issue_machine_token(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: &MachineTokenRequest,
) -> Result<IssuedToken, Error> {
    let result = issue(services, tenant, context, request).await;
    let mut record = match &result {
        Ok(_) => Record::new(context, EventKind::MachineTokenIssued),
        Err(_) => Record::new(context, EventKind::MachineTokenRefused),
    };
    record.event.client_id = Some(request.client_id.chars().take(64).collect());
    record.event.actor = Party::new("client", record.event.client_id.clone().unwrap_or_default(), "");
    // Anybody may ask: no more is kept than what an identifier can be.
    let audience = request.audience.iter().flat_map(|audience| audience.chars()).take(600).collect();
    let mut facts = TokenFacts { audience, scope: String::new() };
    match &result {
        Ok((client, issued)) => {
            record.event.actor.name.clone_from(&client.name);
            issued.scope.as_str().clone_into(&mut facts.scope);
        }
        Err(Error::Refused(refusal)) => record.event.reason = Some(refusal.code.name.to_owned()),
        Err(_) => {}
    }
    record.event.token = Some(facts);
    services.traffic.push(context.tenant, record.event);
    result.map(|(_, issued)| issued)
}

async fn issue(
    services: &Services,
    tenant: &TenantConfiguration,
    context: &Context,
    request: &MachineTokenRequest,
) -> Result<(Client, IssuedToken), Error> {
    let session = services.db.session().await?;
    let connection = session.connection();
    let found = client::by_id(&connection, context.tenant, &request.client_id).await?;
    let client = found.ok_or_else(unproven)?;
    prove(services, context, &client, &request.client_secret)?;
    if !client.grant_types.iter().any(|grant| grant == CLIENT_CREDENTIALS) {
        let message = "Grant type 'client_credentials' not allowed for the client.";
        return Err(Refusal::new(&codes::OAUTH_UNAUTHORIZED_CLIENT, message).into());
    }
    let Some(audience) = request.audience.as_deref() else {
        let message = "No audience parameter was provided, and no default audience has been configured";
        return Err(Refusal::new(&codes::OAUTH_ACCESS_DENIED, message).field("audience").into());
    };
    let server = tenant.resource_server(audience).ok_or_else(|| denied(audience))?;
    let filter = GrantFilter {
        client_id: Some(client.client_id.clone()),
        identifier: Some(server.identifier.clone()),
        subject_type: Some("client".to_owned()),
    };
    let grants = client_grant::all(&connection, context.tenant, &filter).await?;
    let grant = grants.first().ok_or_else(|| denied(audience))?;
    // A scope that the API has no more is in no token, whatever was granted before.
    let known = Scopes::from_names(server.scopes.iter().map(|scope| scope.value.as_str()));
    let scope = narrowed(&grant.scopes.intersection(&known), request.scope.as_deref())?;
    drop(session);
    let access_token = sign(tenant, context, request, &client, server, audience, &scope)?;
    Ok((client, IssuedToken { access_token, expires_in: server.token_lifetime, scope }))
}

fn denied(audience: &str) -> Refusal {
    let message = format!(
        "Client is not authorized to access \"{audience}\". You need to create a \"client-grant\" associated to this API."
    );
    Refusal::new(&codes::OAUTH_ACCESS_DENIED, message).field("audience")
}

fn narrowed(granted: &Scopes, asked: Option<&str>) -> Result<Scopes, Refusal> {
    let Some(asked) = asked.map(Scopes::parse).filter(|asked| !asked.is_empty()) else { return Ok(granted.clone()) };
    match asked.first_beyond(granted) {
        None => Ok(asked),
        Some(beyond) => {
            let message = format!("The client was not granted the scope {beyond}.");
            Err(Refusal::new(&codes::OAUTH_INVALID_SCOPE, message).field("scope"))
        }
    }
}

fn sign(
    tenant: &TenantConfiguration,
    context: &Context,
    request: &MachineTokenRequest,
    client: &Client,
    server: &ResourceServer,
    audience: &str,
    scope: &Scopes,
) -> Result<String, Error> {
    let algorithm: SigningAlgorithm = server.signing_algorithm.parse()?;
    let key = tenant.keys.signing(algorithm).ok_or_else(|| {
        anteroom_store::Error::Unusable(format!("the tenant has no current signing key for {algorithm}"))
    })?;
    // Straight after a rotation of the secret, tokens are issued as of the second from which they count.
    let issued_at = context.now().seconds().max(client.valid_after.seconds());
    let mut claims = json!({
        "iss": request.issuer.issuer(),
        "sub": format!("{}@clients", client.client_id),
        "aud": audience,
        "iat": issued_at,
        "exp": issued_at + server.token_lifetime,
        "scope": scope.as_str(),
        "gty": "client-credentials",
        "azp": client.client_id,
    });
    // A machine has no roles: what it was granted is what it may do.
    if server.enforce_policies && server.token_dialect.has_permissions() {
        claims["permissions"] = scope.names().collect();
    }
    Ok(key.sign_jwt(TokenType::Jwt, claims.to_string().as_bytes())?)
}
