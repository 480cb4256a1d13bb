//! Text that no column can hold.

use anteroom_model::Refusal;
use serde_json::Value;

/// Refuses U+0000 anywhere in a document, naming the place.
///
/// # Errors
/// `invalid_body`.
pub fn reject_nul(value: &Value) -> Result<(), Refusal> {
    match place_of_nul(value, String::new()) {
        None => Ok(()),
        Some(place) => Err(Refusal::invalid_field(&place, "must not hold the character U+0000")),
    }
}

/// Whether two hexadecimal digits follow every `%` (RFC 3986 §2.1).
pub fn is_percent_encoded(text: &str) -> bool {
    let mut after = text.split('%').skip(1);
    after.all(|rest| rest.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)))
}

fn place_of_nul(value: &Value, place: String) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then_some(place),
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(index, item)| place_of_nul(item, format!("{place}[{index}]")))
        }
        Value::Object(fields) => fields.iter().find_map(|(name, inner)| {
            let below = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
            if name.contains('\0') { Some(below.replace('\0', "\\u0000")) } else { place_of_nul(inner, below) }
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::reject_nul;
    use serde_json::json;

    #[test]
    fn nul_is_found_at_every_depth() {
        assert!(reject_nul(&json!({"a": [1, {"b": "x"}]})).is_ok());
        let refusal = reject_nul(&json!({"a": [1, {"b": "x\u{0}"}]})).expect_err("is refused");
        assert_eq!(refusal.field.as_deref(), Some("a[1].b"));
        assert!(reject_nul(&json!({"a\u{0}": 1})).is_err());
    }
}
