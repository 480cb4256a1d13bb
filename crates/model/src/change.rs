//! What a partial update says of one field.

/// A field of a partial update: left alone, removed, or set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Change<T> {
    /// The field was not mentioned.
    #[default]
    Keep,
    /// The field was sent as null.
    Clear,
    /// The field was sent with a value.
    Set(T),
}

impl<T> Change<T> {
    /// Whether the field was mentioned.
    pub const fn is_mentioned(&self) -> bool {
        !matches!(self, Self::Keep)
    }

    /// What the field becomes.
    pub fn apply(self, current: Option<T>) -> Option<T> {
        match self {
            Self::Keep => current,
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }

    /// The value, if one was sent.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Change<T> {
    /// Null is [`Change::Clear`]; that a field was not sent is for `#[serde(default)]` to say.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Clear, Self::Set))
    }
}
