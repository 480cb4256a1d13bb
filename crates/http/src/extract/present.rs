//! Fields that may be left out but not be null.

use serde::{Deserialize, Deserializer};

/// A field that may be left out but not be null: for `#[serde(default, deserialize_with = "present")]`.
///
/// # Errors
/// When the value, null among others, is not one of the field's type.
pub fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
