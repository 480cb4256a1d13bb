//! `POST /dbconnections/signup`

use anteroom_accounts::self_service::{self, SignUp};
use anteroom_model::User;
use anteroom_model::user::SignUpFields;
use axum::Extension;
use axum::extract::State;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::error::SignUpError;
use super::{language, visitor};
use crate::error::ApiError;
use crate::extract::Body;
use crate::origin::Arrival;
use crate::reply;
use crate::state::App;

/// What is sent; null means absent, as SDKs send it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignUpBody {
    client_id: String,
    connection: String,
    password: String,
    email: Option<String>,
    username: Option<String>,
    phone_number: Option<String>,
    name: Option<String>,
    given_name: Option<String>,
    family_name: Option<String>,
    nickname: Option<String>,
    picture: Option<String>,
    user_metadata: Option<Map<String, Value>>,
}

impl SignUpBody {
    fn fields(&mut self) -> SignUpFields {
        SignUpFields {
            email: self.email.take(),
            username: self.username.take(),
            phone_number: self.phone_number.take(),
            name: self.name.take(),
            given_name: self.given_name.take(),
            family_name: self.family_name.take(),
            nickname: self.nickname.take(),
            picture: self.picture.take(),
            user_metadata: self.user_metadata.take().unwrap_or_default(),
        }
    }
}

/// Who has signed up, as Auth0 answers it.
#[derive(Serialize)]
struct SignedUp<'a> {
    #[serde(rename = "_id")]
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    email_verified: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    family_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nickname: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<&'a str>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    user_metadata: &'a Map<String, Value>,
}

impl<'a> SignedUp<'a> {
    fn new(user: &'a User) -> Self {
        let profile = &user.profile;
        Self {
            id: user.identities.first().map_or(&user.user_id, |identity| &identity.provider_user_id),
            email: user.email.as_deref(),
            email_verified: user.email_verified,
            username: user.username.as_deref(),
            phone_number: user.phone_number.as_deref(),
            name: profile.name.as_deref(),
            given_name: profile.given_name.as_deref(),
            family_name: profile.family_name.as_deref(),
            nickname: profile.nickname.as_deref(),
            picture: profile.picture.as_deref(),
            user_metadata: &user.user_metadata,
        }
    }
}

/// Makes an account for whoever asks, where that is switched on.
pub async fn sign_up(
    State(app): State<App>,
    Extension(arrival): Extension<Arrival>,
    parts: Parts,
    body: Result<Body, ApiError>,
) -> Result<Response, SignUpError> {
    let mut sent: SignUpBody = body?.read()?;
    let context = visitor(&app, &arrival, &parts, &sent.client_id)?;
    // Whether people may sign up is asked of the configuration as it is now.
    let configuration = app.services().configuration.fresh().await?;
    let tenant = configuration.tenant(context.tenant).unwrap_or(&arrival.tenant);
    let fields = sent.fields();
    let request = SignUp {
        connection: sent.connection,
        client_id: Some(sent.client_id),
        fields,
        password: sent.password,
        language: language(&parts),
    };
    let user = self_service::sign_up(app.services(), tenant, &context, request).await?;
    let mut response = reply::json(StatusCode::OK, &SignedUp::new(&user));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
