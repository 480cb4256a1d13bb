//! The OpenAPI document as tests walk through it, so that endpoints added later are tested by themselves.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// One operation of the document.
pub struct Operation {
    /// The method, in capitals.
    pub method: String,
    /// The path with `{names}` of parameters.
    pub path: String,
    /// What the document says of it.
    pub said: Value,
    document: Value,
}

/// The document.
pub fn document() -> Value {
    serde_json::to_value(anteroom_http::openapi()).expect("a document")
}

/// All operations of the document.
pub fn operations() -> Vec<Operation> {
    let document = document();
    let paths = document["paths"].as_object().expect("paths");
    let operations = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().expect("a path").iter();
        methods.map(|(method, said)| Operation {
            method: method.to_uppercase(),
            path: path.clone(),
            said: said.clone(),
            document: document.clone(),
        })
    });
    let found: Vec<_> = operations.collect();
    assert!(found.len() >= 18, "only {} operations", found.len());
    found
}

impl Operation {
    /// For messages.
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The parameters in this place (`query`, `path`, `header`): their names and schemas.
    pub fn parameters(&self, place: &str) -> Vec<(String, Value)> {
        let all = self.said["parameters"].as_array().into_iter().flatten();
        let here = all.filter(|parameter| parameter["in"] == place);
        here.map(|parameter| (text(&parameter["name"]), parameter["schema"].clone())).collect()
    }

    /// The schema of the JSON body, if one is taken.
    pub fn body(&self) -> Option<Value> {
        let schema = &self.said["requestBody"]["content"]["application/json"]["schema"];
        (!schema.is_null()).then(|| self.resolved(schema))
    }

    /// The least body that has a value of the right type for every field that must be there.
    pub fn least_body(&self) -> Value {
        let schema = self.body().unwrap_or_default();
        let required = schema["required"].as_array().into_iter().flatten();
        let field = |name: &Value| {
            let name = text(name);
            let types = self.types(&schema["properties"][&name]);
            (name, sample(types.iter().next().map_or("string", String::as_str)))
        };
        required.map(field).collect()
    }

    /// The fields of the body.
    pub fn fields(&self) -> Vec<(String, Value)> {
        let schema = self.body().unwrap_or_default();
        let properties = schema["properties"].as_object().into_iter().flatten();
        properties.map(|(name, schema)| (name.clone(), schema.clone())).collect()
    }

    /// The JSON types that a schema takes, null apart.
    pub fn types(&self, schema: &Value) -> BTreeSet<String> {
        let schema = self.resolved(schema);
        let mut found = BTreeSet::new();
        match &schema["type"] {
            Value::String(one) => drop(found.insert(one.clone())),
            Value::Array(several) => found.extend(several.iter().map(text)),
            _ => {}
        }
        for choice in ["oneOf", "anyOf", "allOf"] {
            found.extend(schema[choice].as_array().into_iter().flatten().flat_map(|inner| self.types(inner)));
        }
        found.remove("null");
        found
    }

    /// Whether the document says that this status may be answered.
    pub fn says(&self, status: u16) -> bool {
        self.said["responses"].get(status.to_string()).is_some()
    }

    /// The path with this text for every parameter.
    pub fn path_with(&self, id: &str) -> String {
        let mut path = self.path.clone();
        for (name, _) in self.parameters("path") {
            path = path.replace(&format!("{{{name}}}"), id);
        }
        path
    }

    fn resolved(&self, schema: &Value) -> Value {
        match schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
            Some(pointer) => self.resolved(self.document.pointer(pointer).expect(pointer)),
            None => schema.clone(),
        }
    }
}

/// A value of this JSON type.
pub fn sample(json_type: &str) -> Value {
    match json_type {
        "boolean" => json!(true),
        "integer" | "number" => json!(1),
        "array" => json!([]),
        "object" => json!({}),
        _ => json!("sample"),
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
