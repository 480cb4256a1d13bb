//! Answers leave out what has no value, where a type's schema would have null.

use std::collections::BTreeSet;

use utoipa::openapi::path::Operation;
use utoipa::openapi::request_body::RequestBody;
use utoipa::openapi::schema::{ArrayItems, Schema, SchemaType, Type};
use utoipa::openapi::{OpenApi, RefOr};

/// Takes null out of all schemas that no request is made of.
pub fn without_null(document: &mut OpenApi) {
    let sent = schemas_of_requests(document);
    let Some(components) = &mut document.components else { return };
    components.schemas.iter_mut().filter(|(name, _)| !sent.contains(*name)).for_each(|(_, schema)| never_null(schema));
}

fn schemas_of_requests(document: &OpenApi) -> BTreeSet<String> {
    let items = document.paths.paths.values();
    let bodies = items.flat_map(|item| [&item.post, &item.put, &item.patch]).flatten().filter_map(sent);
    let schemas =
        bodies.flat_map(|body| body.content.values()).filter_map(given).filter_map(|content| content.schema.as_ref());
    schemas.filter_map(name_of).collect()
}

fn sent(operation: &Operation) -> Option<&RequestBody> {
    operation.request_body.as_ref().and_then(given)
}

fn given<T>(item: &RefOr<T>) -> Option<&T> {
    match item {
        RefOr::T(item) => Some(item),
        RefOr::Ref(_) => None,
    }
}

fn name_of(schema: &RefOr<Schema>) -> Option<String> {
    match schema {
        RefOr::Ref(reference) => reference.ref_location.rsplit('/').next().map(str::to_owned),
        RefOr::T(_) => None,
    }
}

fn never_null(schema: &mut RefOr<Schema>) {
    let RefOr::T(inner) = schema else { return };
    match inner {
        Schema::Object(object) => {
            one_type(&mut object.schema_type);
            object.properties.values_mut().for_each(never_null);
        }
        Schema::Array(array) => {
            one_type(&mut array.schema_type);
            if let ArrayItems::RefOrSchema(items) = &mut array.items {
                never_null(items);
            }
        }
        Schema::AllOf(all) => all.items.iter_mut().for_each(never_null),
        Schema::OneOf(one) => {
            one.items.retain(|item| !is_null(item));
            one.items.iter_mut().for_each(never_null);
            if let [only] = one.items.as_slice() {
                *schema = only.clone();
            }
        }
        _ => {}
    }
}

fn one_type(types: &mut SchemaType) {
    if let SchemaType::Array(several) = types {
        several.retain(|each| *each != Type::Null);
        if let [only] = several.as_slice() {
            *types = SchemaType::Type(only.clone());
        }
    }
}

fn is_null(schema: &RefOr<Schema>) -> bool {
    matches!(schema, RefOr::T(Schema::Object(object)) if object.schema_type == SchemaType::Type(Type::Null))
}
