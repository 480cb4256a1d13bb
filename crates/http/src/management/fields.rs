//! `fields` and `include_fields`: Auth0's way to ask for less.

use serde::Serialize;
use serde_json::{Map, Value};

/// Which fields of an object are wanted.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    names: Vec<String>,
    include: bool,
}

impl Fields {
    /// The fields that the two parameters name.
    pub fn new(fields: Option<&str>, include_fields: Option<bool>) -> Self {
        let names = fields.unwrap_or_default().split(',').map(str::trim).filter(|name| !name.is_empty());
        Self { names: names.map(str::to_owned).collect(), include: include_fields.unwrap_or(true) }
    }

    /// Whether this field is wanted.
    pub fn hold(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.iter().any(|known| known == name) == self.include
    }

    /// Whether this field is asked for by its name.
    pub fn name(&self, name: &str) -> bool {
        self.include && self.names.iter().any(|known| known == name)
    }

    /// The object with the wanted fields only.
    pub fn of<T: Serialize>(&self, object: T) -> Part<T> {
        if self.names.is_empty() {
            return Part::All(object);
        }
        let mut fields = match serde_json::to_value(&object) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        };
        fields.retain(|name, _| self.hold(name));
        Part::Some(fields)
    }
}

/// An object, or as much of it as was asked for.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Part<T> {
    /// All of it.
    All(T),
    /// The fields asked for.
    Some(Map<String, Value>),
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use serde_json::json;

    fn of(fields: &Fields, object: &serde_json::Value) -> serde_json::Value {
        json!(fields.of(object))
    }

    #[test]
    fn a_field_is_named_only_where_it_is_wanted_itself() {
        let named = |fields, include| Fields::new(fields, include).name("a");
        assert!(named(Some("b,a"), None) && named(Some("a"), Some(true)));
        assert!(!named(None, None) && !named(Some("b"), None) && !named(Some("a"), Some(false)));
        assert!(!named(Some("b"), Some(false)));
    }

    #[test]
    fn fields_are_included_or_excluded() {
        let object = json!({"a": 1, "b": 2, "c": 3});
        assert_eq!(of(&Fields::new(Some("a, c,x"), None), &object), json!({"a": 1, "c": 3}));
        assert_eq!(of(&Fields::new(Some("a"), Some(false)), &object), json!({"b": 2, "c": 3}));
        assert_eq!(of(&Fields::new(None, Some(false)), &object), object);
    }
}
