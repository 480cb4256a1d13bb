//! `fields` and `include_fields`: Auth0's way to ask for less.

use serde::Serialize;
use serde_json::Value;

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

    /// The object with the wanted fields only.
    pub fn of(&self, object: &impl Serialize) -> Value {
        let mut value = serde_json::to_value(object).unwrap_or_default();
        if let Value::Object(object) = &mut value
            && !self.names.is_empty()
        {
            object.retain(|name, _| self.names.contains(name) == self.include);
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use serde_json::json;

    #[test]
    fn fields_are_included_or_excluded() {
        let object = json!({"a": 1, "b": 2, "c": 3});
        assert_eq!(Fields::new(Some("a, c,x"), None).of(&object), json!({"a": 1, "c": 3}));
        assert_eq!(Fields::new(Some("a"), Some(false)).of(&object), json!({"b": 2, "c": 3}));
        assert_eq!(Fields::new(None, Some(false)).of(&object), object);
    }
}
