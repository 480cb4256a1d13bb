//! What became different, for events.

use anteroom_model::FieldChange;
use serde::Serialize;
use serde_json::{Map, Value};

/// The fields of two objects that differ, in the order of their names; fields of objects within them as `a.b`.
pub(crate) fn differences(before: &impl Serialize, after: &impl Serialize) -> Vec<FieldChange> {
    let mut found = Vec::new();
    collect("", &object(before), &object(after), &mut found);
    found
}

fn object(value: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    }
}

fn collect(prefix: &str, before: &Map<String, Value>, after: &Map<String, Value>, found: &mut Vec<FieldChange>) {
    let names: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    for name in names {
        let field = format!("{prefix}{name}");
        match (before.get(name), after.get(name)) {
            (Some(Value::Object(before)), Some(Value::Object(after))) => {
                collect(&format!("{field}."), before, after, found);
            }
            (from, to) if from != to => found.push(FieldChange { field, from: from.cloned(), to: to.cloned() }),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::differences;

    #[test]
    fn only_what_differs_is_told_by_its_path() {
        let before = json!({"a": 1, "b": {"c": [1], "d": true}, "e": "gone"});
        let after = json!({"a": 1, "b": {"c": [2], "d": true}, "f": "new"});
        let found = differences(&before, &after);
        let told: Vec<_> = found.into_iter().map(|change| (change.field, change.from, change.to)).collect();
        let expected = [
            ("b.c".to_owned(), Some(json!([1])), Some(json!([2]))),
            ("e".to_owned(), Some(json!("gone")), None),
            ("f".to_owned(), None, Some(json!("new"))),
        ];
        assert_eq!(told, expected);
        assert!(differences(&after, &after).is_empty());
    }
}
