//! Pairs of the customer's own that a client carries.

use anteroom_model::Refusal;
use serde_json::{Map, Value};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// Auth0's limits.
const MOST_PAIRS: usize = 10;
const MOST_CHARACTERS: usize = 255;

/// The schema of `client_metadata`.
pub struct ClientMetadata;

impl PartialSchema for ClientMetadata {
    fn schema() -> RefOr<Schema> {
        let text = || ObjectBuilder::new().schema_type(Type::String).max_length(Some(MOST_CHARACTERS));
        ObjectBuilder::new()
            .description(Some("Up to ten pairs of your own."))
            .max_properties(Some(MOST_PAIRS))
            .property_names(Some(text()))
            .additional_properties(Some(text()))
            .into()
    }
}

impl ToSchema for ClientMetadata {}

/// The pairs, if they keep within Auth0's limits.
///
/// # Errors
/// `invalid_body`.
pub fn checked(metadata: Map<String, Value>) -> Result<Map<String, Value>, Refusal> {
    let is_short = |text: &str| text.chars().count() <= MOST_CHARACTERS;
    let is_right = |(name, value): (&String, &Value)| is_short(name) && value.as_str().is_some_and(is_short);
    if metadata.len() <= MOST_PAIRS && metadata.iter().all(is_right) {
        Ok(metadata)
    } else {
        Err(Refusal::invalid_field("client_metadata", "must be at most 10 texts of at most 255 characters"))
    }
}
