//! Hours, whole or in parts.

use serde::Serialize;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
use utoipa::{PartialSchema, ToSchema};

/// Minutes, written as hours: a whole number where they are whole.
pub struct Hours(pub i64);

impl Serialize for Hours {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 60 == 0 {
            return serializer.serialize_i64(self.0 / 60);
        }
        #[expect(clippy::cast_precision_loss, reason = "sessions last a year at most")]
        serializer.serialize_f64(self.0 as f64 / 60.0)
    }
}

impl PartialSchema for Hours {
    fn schema() -> RefOr<Schema> {
        hours(SchemaType::Array(vec![Type::Integer, Type::Number]))
    }
}

impl ToSchema for Hours {}

/// Hours as they are sent; null is their default.
pub struct HoursSent;

impl PartialSchema for HoursSent {
    fn schema() -> RefOr<Schema> {
        hours(SchemaType::Array(vec![Type::Integer, Type::Number, Type::Null]))
    }
}

impl ToSchema for HoursSent {}

fn hours(schema_type: SchemaType) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(schema_type).minimum(Some(1)).maximum(Some(8760)).into()
}
