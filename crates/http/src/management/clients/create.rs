//! `POST /api/v2/clients`

use anteroom_accounts::clients::{self, CreateClient};
use anteroom_model::client::ClientAuthentication;
use anteroom_model::{PlatformRole, Refusal};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::metadata::{self, ClientMetadata};
use super::view::ClientView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query, idempotency_key};
use crate::management::schema::words;
use crate::reply;

/// Auth0's kinds of application that stand for a protocol we speak.
pub const APP_TYPES: [&str; 4] = ["native", "spa", "regular_web", "non_interactive"];

/// The grants a client may be given.
pub const GRANT_TYPES: [&str; 3] = ["authorization_code", "refresh_token", "client_credentials"];

/// A client to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientCreate)]
pub struct CreateClientBody {
    /// The name, without `<` and `>`.
    #[schema(min_length = 1, max_length = 150, pattern = r"^[^<>\x00-\x1f\x7f-\x9f]+$")]
    name: String,
    /// What it is for.
    #[serde(default)]
    #[schema(max_length = 140)]
    description: Option<String>,
    /// The kind of application, `regular_web` by default.
    #[serde(default)]
    #[schema(value_type = Option<words::ClientType>)]
    app_type: Option<String>,
    /// The OAuth grants it may use; by default those of its kind.
    #[serde(default)]
    #[schema(value_type = Option<Vec<words::ClientGrantType>>)]
    grant_types: Option<Vec<String>>,
    /// How it proves itself, `client_secret_post` by default.
    #[serde(default)]
    #[schema(value_type = Option<words::ClientAuthenticationMethod>)]
    token_endpoint_auth_method: Option<String>,
    /// What it may administer at most, `admin` by default.
    #[serde(default)]
    #[schema(value_type = Option<words::AccountRole>)]
    rank: Option<String>,
    /// Up to ten pairs of your own.
    #[serde(default)]
    #[schema(value_type = Option<ClientMetadata>)]
    client_metadata: Option<Map<String, Value>>,
}

/// Make a client
///
/// The answer holds its secret. It may do nothing until it is granted something.
#[utoipa::path(
    post, path = "/api/v2/clients", tag = "clients", operation_id = "post_clients",
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255, pattern = "^[!-~]+$", description = "Makes the request safe to repeat for a day")),
    request_body = CreateClientBody,
    responses(
        (status = 201, description = "The client", body = ClientView),
        (status = 400, description = "The body breaks a rule of a field", body = ErrorBody),
        (status = 403, description = "Scope create:clients is missing, or the rank exceeds the caller's", body = ErrorBody),
        (status = 409, description = "The Idempotency-Key was used with another request", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_client(caller: Caller, query: Query, headers: HeaderMap, body: Body) -> Result<Response, ApiError> {
    let context = caller.holding(&["create:clients"])?;
    query.none()?;
    let sent: CreateClientBody = body.read()?;
    let mut request = understood(sent)?;
    request.idempotency = idempotency_key(caller.services(), &headers, &context.origin.operation, body.bytes())?;
    let client = clients::create_client(caller.services(), context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &ClientView::new(&client, &caller, true)?))
}

fn understood(sent: CreateClientBody) -> Result<CreateClient, Refusal> {
    let app_type = sent.app_type.unwrap_or_else(|| "regular_web".to_owned());
    if !APP_TYPES.contains(&app_type.as_str()) {
        return Err(Refusal::invalid_field("app_type", "must be one of native, spa, regular_web and non_interactive"));
    }
    if sent.grant_types.iter().flatten().any(|grant| !GRANT_TYPES.contains(&grant.as_str())) {
        let rule = "must be of authorization_code, refresh_token and client_credentials";
        return Err(Refusal::invalid_field("grant_types", rule));
    }
    let authentication = sent.token_endpoint_auth_method.as_deref();
    let authentication = authentication.map_or(Some(ClientAuthentication::default()), ClientAuthentication::parse);
    let rank = sent.rank.as_deref().map_or(Some(PlatformRole::Admin), PlatformRole::parse);
    let method_rule = "must be one of none, client_secret_post and client_secret_basic";
    let mut settings = Map::new();
    if let Some(description) = sent.description {
        if description.chars().count() > 140 {
            return Err(Refusal::invalid_field("description", "must not have more than 140 characters"));
        }
        settings.insert("description".to_owned(), Value::from(description));
    }
    if let Some(metadata) = sent.client_metadata {
        settings.insert("client_metadata".to_owned(), Value::Object(metadata::checked(metadata)?));
    }
    Ok(CreateClient {
        name: sent.name,
        app_type,
        grant_types: sent.grant_types,
        authentication: authentication
            .ok_or_else(|| Refusal::invalid_field("token_endpoint_auth_method", method_rule))?,
        rank: rank.ok_or_else(|| Refusal::invalid_field("rank", "must be one of user, admin and super_admin"))?,
        settings,
        idempotency: None,
    })
}
