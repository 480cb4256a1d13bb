//! JSON in columns.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::db::Error;

/// The text of a column.
pub(crate) fn text(value: &impl Serialize) -> String {
    // Maps with text keys and plain structs cannot fail to be written.
    serde_json::to_string(value).unwrap_or_default()
}

/// The value in a column.
///
/// # Errors
/// [`Error::Corrupt`] when it is of another form.
pub(crate) fn value<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::Corrupt(error.to_string()))
}

/// The object in a column.
///
/// # Errors
/// [`Error::Corrupt`] when it is something else.
pub(crate) fn object(text: &str) -> Result<Map<String, Value>, Error> {
    if text == "{}" { Ok(Map::new()) } else { value(text) }
}
