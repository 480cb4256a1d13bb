//! `POST /api/v2/clients`

use anteroom_accounts::clients::{self, CreateClient};
use anteroom_model::new_client::NewClient;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::metadata::ClientMetadata;
use super::view::ClientView;
use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query, idempotency_key};
use crate::management::schema::words;
use crate::reply;

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
    let idempotency = idempotency_key(caller.services(), &headers, &context.origin.operation, body.bytes())?;
    let client = NewClient {
        name: sent.name,
        description: sent.description,
        app_type: sent.app_type,
        grant_types: sent.grant_types,
        authentication: sent.token_endpoint_auth_method,
        rank: sent.rank,
        client_metadata: sent.client_metadata,
    };
    let request = CreateClient { client, idempotency };
    let client = clients::create_client(caller.services(), context, request).await?;
    Ok(reply::json(StatusCode::CREATED, &ClientView::new(&client, &caller, true)?))
}
