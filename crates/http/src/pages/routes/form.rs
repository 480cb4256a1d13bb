//! What a form of ours sends.

use anteroom_model::oauth::Parameters;
use anteroom_model::{Refusal, codes};
use axum::extract::{FromRequest, Request};

use crate::error::ApiError;
use crate::extract::Body;
use crate::state::App;

/// The fields of a form. One that is empty counts as absent.
pub struct Form(Parameters);

impl Form {
    /// A field; empty if it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_default()
    }

    /// All fields.
    pub fn parameters(&self) -> &Parameters {
        &self.0
    }
}

impl FromRequest<App> for Form {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let body = Body::from_request(request, app).await?;
        Ok(Self(parameters(body.bytes())?))
    }
}

/// The parameters of a form's body.
///
/// # Errors
/// `invalid_request` when it is not UTF-8, or a field comes twice.
pub fn parameters(body: &[u8]) -> Result<Parameters, Refusal> {
    let wrong = |message: String| Refusal::new(&codes::OAUTH_INVALID_REQUEST, message);
    if percent_encoding::percent_decode(body).decode_utf8().is_err() {
        return Err(wrong("The body is not UTF-8.".to_owned()));
    }
    let pairs = form_urlencoded::parse(body).map(|(name, value)| (name.into_owned(), value.into_owned()));
    Parameters::new(pairs).map_err(wrong)
}
