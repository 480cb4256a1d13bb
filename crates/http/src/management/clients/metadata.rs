//! Pairs of the customer's own that a client carries.

use anteroom_model::client::{METADATA_CHARACTERS, METADATA_PAIRS};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
use utoipa::{PartialSchema, ToSchema};

/// The schema of `client_metadata`.
pub struct ClientMetadata;

impl PartialSchema for ClientMetadata {
    fn schema() -> RefOr<Schema> {
        let text = || ObjectBuilder::new().schema_type(Type::String).max_length(Some(METADATA_CHARACTERS));
        // Null takes a pair away.
        let value = || text().schema_type(SchemaType::Array(vec![Type::String, Type::Null]));
        ObjectBuilder::new()
            .description(Some("Up to ten pairs of your own."))
            .max_properties(Some(METADATA_PAIRS))
            .property_names(Some(text()))
            .additional_properties(Some(value()))
            .into()
    }
}

impl ToSchema for ClientMetadata {}
