//! Ids in paths.

use anteroom_model::ids::is_user_id;
use anteroom_model::{Refusal, codes};
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

use super::text::is_percent_encoded;
use crate::error::ApiError;

/// The last id of a path, decoded: printable ASCII without spaces, at most 255 characters, as all our ids are.
pub struct Id(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let invalid = || {
            Refusal::new(&codes::INVALID_URI, "The id must be printable ASCII without spaces, at most 255 characters.")
                .field("id")
        };
        let found: Result<Path<String>, PathRejection> = Path::from_request_parts(parts, state).await;
        match found {
            Ok(Path(id)) if is_user_id(&id) && is_percent_encoded(parts.uri.path()) => Ok(Self(id)),
            _ => Err(invalid().into()),
        }
    }
}
