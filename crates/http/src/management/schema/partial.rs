//! Objects of which `fields` chose a part.

use std::borrow::Cow;
use std::marker::PhantomData;

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::Listed;

/// The schema of an object whose fields may all be missing.
pub struct Partial<T>(PhantomData<T>);

impl<T: ToSchema> PartialSchema for Partial<T> {
    fn schema() -> RefOr<Schema> {
        let mut schema = T::schema();
        require_nothing(&mut schema);
        schema
    }
}

impl<T: ToSchema> ToSchema for Partial<T> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("Partial{}", T::name()))
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        T::schemas(schemas);
    }
}

impl<T: Listed> Listed for Partial<T> {
    const ROWS: &'static str = T::ROWS;
    const HAS_CURSOR: bool = T::HAS_CURSOR;
}

fn require_nothing(schema: &mut RefOr<Schema>) {
    match schema {
        RefOr::T(Schema::Object(object)) => object.required.clear(),
        RefOr::T(Schema::AllOf(all)) => all.items.iter_mut().for_each(require_nothing),
        _ => {}
    }
}
