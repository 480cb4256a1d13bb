//! The forms that a list is answered in.

use std::borrow::Cow;
use std::marker::PhantomData;

use utoipa::openapi::schema::{
    AdditionalProperties, ArrayBuilder, KnownFormat, ObjectBuilder, OneOfBuilder, Schema, SchemaFormat, Type,
};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// A row of a list.
pub trait Listed: ToSchema {
    /// What the objects around rows call them.
    const ROWS: &'static str;
    /// Whether there are objects with a cursor.
    const HAS_CURSOR: bool;

    /// Whether the number of all rows may be an estimate.
    const HAS_ESTIMATE: bool = false;
}

/// The schema of a list: an array, or one of the objects that `paging` makes.
pub struct List<R>(PhantomData<R>);

impl<R: Listed> PartialSchema for List<R> {
    fn schema() -> RefOr<Schema> {
        let mut forms = OneOfBuilder::new()
            .item(ArrayBuilder::new().title(Some("Array")).items(reference::<R>()))
            .item(page::<R>());
        if R::HAS_CURSOR {
            forms = forms.item(checkpoint::<R>());
        }
        forms.into()
    }
}

impl<R: Listed> ToSchema for List<R> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("{}List", R::name()))
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((R::name().into_owned(), R::schema()));
        R::schemas(schemas);
    }
}

fn reference<R: ToSchema>() -> Ref {
    Ref::from_schema_name(R::name())
}

fn page<R: Listed>() -> ObjectBuilder {
    let count = |description: &str| {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
            .minimum(Some(0))
            .description(Some(description))
    };
    let page = ObjectBuilder::new()
        .title(Some("Page"))
        .description(Some("With include_totals=true."))
        .property("start", count("Rows before these."))
        .property("limit", count("Rows of a page."))
        .property("length", count("Rows of this page."))
        .property("total", count("All rows."))
        .property(R::ROWS, ArrayBuilder::new().items(reference::<R>()))
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)));
    let page = match R::HAS_ESTIMATE {
        false => page,
        true => {
            let words = "Whether the total is an estimate; only with include_totals=estimate.";
            let told = ObjectBuilder::new().schema_type(Type::Boolean).description(Some(words));
            page.property("total_is_estimate", told)
        }
    };
    ["start", "limit", "length", "total", R::ROWS].into_iter().fold(page, ObjectBuilder::required)
}

fn checkpoint<R: Listed>() -> ObjectBuilder {
    let next = ObjectBuilder::new().schema_type(Type::String).description(Some("The cursor to the rows after these."));
    ObjectBuilder::new()
        .title(Some("Checkpoint"))
        .description(Some("With from or take; without next when there are no more rows."))
        .property(R::ROWS, ArrayBuilder::new().items(reference::<R>()))
        .required(R::ROWS)
        .property("next", next)
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
}
