//! Null, which the schema of every optional field would have: it belongs into bodies that are sent, where it removes.
//! Answers leave out what has no value, and parameters have no null.

use std::collections::BTreeSet;

use utoipa::openapi::path::{Operation, Parameter, PathItem};
use utoipa::openapi::request_body::RequestBody;
use utoipa::openapi::schema::{ArrayItems, Schema, SchemaType, Type};
use utoipa::openapi::{OpenApi, RefOr};

/// Takes null out of all parameters, and of all schemas that no request is made of.
pub fn remove(document: &mut OpenApi) {
    let sent = schemas_of_requests(document);
    let schemas = document.components.iter_mut().flat_map(|components| &mut components.schemas);
    schemas.filter(|(name, _)| !sent.contains(*name)).for_each(|(_, schema)| never_null(schema));
    let operations = document.paths.paths.values_mut().flat_map(operations_mut);
    let parameters = operations.flat_map(|operation| operation.parameters.iter_mut().flatten());
    for parameter in parameters {
        if let RefOr::T(Parameter { schema: Some(schema), .. }) = parameter {
            never_null(schema);
        }
    }
}

fn operations_mut(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten()
}

fn schemas_of_requests(document: &OpenApi) -> BTreeSet<String> {
    let items = document.paths.paths.values();
    let bodies = items.flat_map(|item| [&item.post, &item.put, &item.patch]).flatten().filter_map(sent);
    let contents = bodies.flat_map(|body| body.content.values()).filter_map(given);
    contents.filter_map(|content| content.schema.as_ref()).filter_map(name_of).collect()
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
