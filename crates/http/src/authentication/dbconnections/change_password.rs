//! `POST /dbconnections/change_password`

use anteroom_accounts::self_service::{self, RequestPasswordChange};
use anteroom_model::Refusal;
use axum::Extension;
use axum::extract::State;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::error::SignUpError;
use super::{language, visitor};
use crate::error::ApiError;
use crate::extract::Body;
use crate::origin::Arrival;
use crate::state::App;

/// The answer in every case, in Auth0's words.
const SENT: &str = "We've just sent you an email to reset your password.";

/// What is sent; null means absent, as SDKs send it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangePasswordBody {
    client_id: String,
    connection: String,
    email: Option<String>,
    username: Option<String>,
    /// Null as Auth0's SDK for Python sends it; organizations are not known here.
    #[serde(default, rename = "organization")]
    _organization: (),
}

/// Sends a link to choose another password to the owner of the account, if there is one: the answer is the same.
pub async fn change_password(
    State(app): State<App>,
    Extension(arrival): Extension<Arrival>,
    parts: Parts,
    body: Result<Body, ApiError>,
) -> Result<Response, SignUpError> {
    let sent: ChangePasswordBody = body?.read()?;
    let context = visitor(&app, &arrival, &parts, &sent.client_id)?;
    let identifier = sent.email.or(sent.username).filter(|identifier| !identifier.is_empty());
    let identifier = identifier.ok_or_else(|| Refusal::invalid_field("email", "must be sent"))?;
    let configuration = app.services().configuration.fresh().await?;
    let tenant = configuration.tenant(context.tenant).unwrap_or(&arrival.tenant);
    let request = RequestPasswordChange {
        connection: sent.connection,
        client_id: Some(sent.client_id),
        identifier,
        // There is no page of ours to type a code in.
        browser: None,
        language: language(&parts),
    };
    self_service::request_password_change(app.services(), tenant, &context, request).await?;
    let mut response = SENT.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
