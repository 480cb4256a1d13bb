//! The customer's own texts on sessions and refresh tokens: Auth0's `session_metadata` and `refresh_token_metadata`.

use serde_json::{Map, Value};

use crate::change::Change;
use crate::refusal::Refusal;

/// How many texts there may be (Auth0's limit).
pub const TEXTS: usize = 25;
/// How many characters a name or a text may have (Auth0's limit).
pub const CHARACTERS: usize = 255;

/// What the texts become: names sent are set, null removes one; null or an empty object instead of all removes all.
///
/// # Errors
/// `invalid_body` naming the field.
pub fn apply(
    field: &str,
    stored: &Map<String, Value>,
    change: Change<Map<String, Value>>,
) -> Result<Map<String, Value>, Refusal> {
    let sent = match change {
        Change::Keep => return Ok(stored.clone()),
        Change::Clear => return Ok(Map::new()),
        Change::Set(sent) if sent.is_empty() => return Ok(Map::new()),
        Change::Set(sent) => sent,
    };
    let is_short = |text: &str| text.chars().count() <= CHARACTERS;
    let mut texts = stored.clone();
    for (name, value) in sent {
        if value.is_null() {
            texts.shift_remove(&name);
        } else if is_short(&name) && value.as_str().is_some_and(is_short) {
            texts.insert(name, value);
        } else {
            return Err(too_much(field));
        }
    }
    if texts.len() > TEXTS { Err(too_much(field)) } else { Ok(texts) }
}

fn too_much(field: &str) -> Refusal {
    Refusal::invalid_field(field, "must be at most 25 texts of at most 255 characters")
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::apply;
    use crate::change::Change;

    fn object(value: Value) -> Map<String, Value> {
        value.as_object().cloned().expect("an object")
    }

    fn applied(sent: Value) -> Result<Value, String> {
        let stored = object(json!({"a": "1", "b": "2"}));
        apply("session_metadata", &stored, Change::Set(object(sent))).map(Value::Object).map_err(|refusal| {
            assert_eq!(refusal.field.as_deref(), Some("session_metadata"));
            refusal.code.name.to_owned()
        })
    }

    #[test]
    fn names_are_set_and_removed_one_by_one() {
        assert_eq!(applied(json!({"b": null, "c": "3"})), Ok(json!({"a": "1", "c": "3"})));
        assert_eq!(applied(json!({})), Ok(json!({})));
        let stored = object(json!({"a": "1"}));
        assert_eq!(apply("x", &stored, Change::Keep), Ok(stored.clone()));
        assert_eq!(apply("x", &stored, Change::Clear), Ok(Map::new()));
    }

    #[test]
    fn only_a_few_short_texts_are_taken() {
        let long = "é".repeat(256);
        for sent in [json!({"c": 3}), json!({"c": {"d": "e"}}), json!({"c": long}), json!({long.clone(): "c"})] {
            assert_eq!(applied(sent.clone()), Err("invalid_body".to_owned()), "{sent}");
        }
        assert!(applied(json!({"c": "é".repeat(255)})).is_ok());
        let many = |count: usize| Value::Object((0..count).map(|number| (format!("n{number}"), json!("x"))).collect());
        assert!(applied(many(23)).is_ok());
        assert_eq!(applied(many(24)), Err("invalid_body".to_owned()));
    }
}
