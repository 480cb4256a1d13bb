//! `POST /api/v2/device-credentials`: known so that it can be refused in words.

use anteroom_model::{Refusal, codes};
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::error::{ApiError, ErrorBody, Refusals};
use crate::extract::{Body, Caller, Query};

/// A public key of a device.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DeviceCredentialCreate)]
#[expect(dead_code, reason = "nothing is made of it: it is refused as a whole")]
pub struct DeviceCredentialBody {
    /// The device's name.
    device_name: String,
    /// The kind of credential: `public_key`.
    r#type: String,
    /// The key.
    value: String,
    /// The device's id.
    device_id: String,
    /// The application.
    #[serde(default)]
    client_id: Option<String>,
}

/// Refuse a device's public key
///
/// Devices sign in with refresh tokens here; public keys of devices are not taken.
#[utoipa::path(
    post, path = "/api/v2/device-credentials", tag = "device-credentials", operation_id = "post_device-credentials",
    request_body = DeviceCredentialBody,
    responses(
        (status = 400, description = "Always: the body is malformed, or public keys are not taken", body = ErrorBody),
        (status = 403, description = "Scope read:device_credentials or delete:device_credentials is missing", body = ErrorBody),
        (status = 413, description = "The body is too large", body = ErrorBody),
        (status = 415, description = "The body is not JSON", body = ErrorBody),
        Refusals
    )
)]
pub async fn create_device_credential(caller: Caller, query: Query, body: Body) -> Result<Response, ApiError> {
    caller.holding(&["read:device_credentials", "delete:device_credentials"])?;
    query.none()?;
    body.read::<DeviceCredentialBody>()?;
    let message = "Public keys of devices are not supported: devices sign in with refresh tokens.";
    Err(Refusal::new(&codes::OPERATION_NOT_SUPPORTED, message).field("type").into())
}
