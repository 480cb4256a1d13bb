//! Bodies: bounded, and refused with the field and the reason.

use anteroom_model::metadata::Merge;
use anteroom_model::{Refusal, codes};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::form::{self, Texts};
use super::reject_nul;
use crate::error::ApiError;
use crate::state::App;

/// A request's body, not yet understood: a handler asks for the caller's scopes first.
pub struct Body {
    bytes: Bytes,
    media_type: MediaType,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum MediaType {
    Json,
    MergePatch,
    Form,
    Other,
}

impl Body {
    /// The body, a JSON object or a form, as this type.
    ///
    /// # Errors
    /// `unsupported_media_type`; `invalid_body` naming the field.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        match self.media_type {
            MediaType::Json | MediaType::MergePatch => {
                let object = self.object()?;
                serde_path_to_error::deserialize(object)
                    .map_err(|error| explain("Payload", &codes::INVALID_BODY, &error))
            }
            MediaType::Form => {
                let object = form::object(&self.bytes)?;
                reject_nul(&object)?;
                serde_path_to_error::deserialize(Texts(object))
                    .map_err(|error| explain("Payload", &codes::INVALID_BODY, &error))
            }
            MediaType::Other => Err(Refusal::new(&codes::MEDIA_TYPE, "Send the body as application/json.")),
        }
    }

    fn object(&self) -> Result<Value, Refusal> {
        let value: Value = serde_json::from_slice(&self.bytes).map_err(|error| {
            let place = format!("line {} column {}", error.line(), error.column());
            Refusal::new(&codes::INVALID_BODY, format!("Invalid request body: it is not valid JSON at {place}."))
        })?;
        // A struct would be read from an array too, field by field.
        if !value.is_object() {
            return Err(Refusal::new(&codes::INVALID_BODY, "Invalid request body: it must be a JSON object."));
        }
        reject_nul(&value)?;
        Ok(value)
    }

    /// How metadata in the body is meant: RFC 7396 says it by its media type.
    pub fn merge(&self) -> Merge {
        if self.media_type == MediaType::MergePatch { Merge::Deep } else { Merge::FirstLevel }
    }

    /// The bytes as they came.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// A typed refusal of what serde says of a field, in Auth0's words.
pub fn explain<E: std::fmt::Display>(
    what: &str,
    code: &'static anteroom_model::Code,
    error: &serde_path_to_error::Error<E>,
) -> Refusal {
    let reason = error.inner().to_string();
    let quoted = |beginning: &str| reason.strip_prefix(beginning).and_then(|rest| rest.split('`').next());
    if let Some(name) = quoted("unknown field `") {
        let message = format!("{what} validation error: 'Additional properties not allowed: {name}'.");
        return Refusal::new(code, message).field(name);
    }
    let field = match error.path().to_string() {
        path if path == "." => quoted("missing field `").or(quoted("duplicate field `")).unwrap_or_default().to_owned(),
        path => path,
    };
    let refusal = Refusal::new(code, format!("{what} validation error: '{reason}' on property {field}."));
    if field.is_empty() { refusal } else { refusal.field(field) }
}

impl FromRequest<App> for Body {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let media_type = media_type(&request);
        let limit = app.settings.body_limit;
        let bytes = match Limited::new(request.into_body(), limit).collect().await {
            Ok(collected) => collected.to_bytes(),
            Err(error) if error.is::<LengthLimitError>() || is_length_limit(&*error) => {
                return Err(
                    Refusal::new(&codes::BODY_TOO_LARGE, format!("The body is larger than {limit} bytes.")).into()
                );
            }
            Err(_) => return Err(Refusal::new(&codes::INVALID_BODY, "The body broke off.").into()),
        };
        Ok(Self { bytes, media_type })
    }
}

fn is_length_limit(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| error.source()).any(|error| error.is::<LengthLimitError>())
}

fn media_type(request: &Request) -> MediaType {
    let Some(header) = request.headers().get(CONTENT_TYPE) else { return MediaType::Json };
    let essence = header.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/json" => MediaType::Json,
        "application/merge-patch+json" => MediaType::MergePatch,
        "application/x-www-form-urlencoded" => MediaType::Form,
        _ => MediaType::Other,
    }
}
