//! The bags of free JSON every user has.

use serde_json::{Map, Value};

use crate::refusal::Refusal;

/// The largest bag of metadata, in bytes of JSON.
pub const MAX_BYTES: usize = 64 * 1024;

/// The largest bag of preferences, in bytes of JSON.
pub const MAX_PREFERENCES_BYTES: usize = 16 * 1024;

/// Names that `app_metadata` cannot have at its first level (Auth0's list).
const RESERVED: [&str; 18] = [
    "__tenant",
    "_id",
    "blocked",
    "clientID",
    "created_at",
    "email_verified",
    "email",
    "globalClientID",
    "global_client_id",
    "identities",
    "lastIP",
    "lastLogin",
    "loginsCount",
    "metadata",
    "multifactor_last_modified",
    "multifactor",
    "updated_at",
    "user_id",
];

/// Which bag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bag {
    /// What the user may edit.
    User,
    /// What only administrators write.
    App,
    /// What the user likes better: a field of the profile.
    Preferences,
}

impl Bag {
    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::User => "user_metadata",
            Self::App => "app_metadata",
            Self::Preferences => "preferences",
        }
    }

    /// The largest one, in bytes of JSON, and what is said of a larger one.
    const fn limit(self) -> (usize, &'static str) {
        match self {
            Self::User | Self::App => (MAX_BYTES, "Must not be larger than 64 KiB"),
            Self::Preferences => (MAX_PREFERENCES_BYTES, "Must not be larger than 16 KiB"),
        }
    }
}

/// How sent metadata meets what is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    /// Auth0's: keys of the first level are set, null removes one, an empty object wipes the bag.
    #[default]
    FirstLevel,
    /// RFC 7396: objects are merged at every depth, an empty object changes nothing.
    Deep,
    /// What is sent takes the place of what is stored, as an import does it.
    Replace,
}

/// Checks what was sent for a bag (requirement S2.L16.5).
///
/// # Errors
/// When a key holds `.` or `$`, or is reserved, naming its path.
pub fn check(bag: Bag, sent: &Map<String, Value>) -> Result<(), Refusal> {
    if bag == Bag::App
        && let Some(name) = sent.keys().find(|name| RESERVED.contains(&name.as_str()))
    {
        return Err(Refusal::invalid_field(&format!("app_metadata.{name}"), "The name is reserved"));
    }
    check_keys(bag.name(), sent)
}

fn check_keys(path: &str, object: &Map<String, Value>) -> Result<(), Refusal> {
    for (name, value) in object {
        let path = format!("{path}.{name}");
        if name.contains(['.', '$']) {
            return Err(Refusal::invalid_field(&path, "Keys must not contain . or $"));
        }
        check_value(&path, value)?;
    }
    Ok(())
}

fn check_value(path: &str, value: &Value) -> Result<(), Refusal> {
    match value {
        Value::Object(object) => check_keys(path, object),
        Value::Array(items) => items.iter().try_for_each(|item| check_value(path, item)),
        _ => Ok(()),
    }
}

/// What a bag becomes when this is sent for it.
///
/// # Errors
/// When the result is larger than [`MAX_BYTES`], or [`MAX_PREFERENCES_BYTES`] for preferences.
pub fn merge(
    bag: Bag,
    stored: &Map<String, Value>,
    sent: Map<String, Value>,
    how: Merge,
) -> Result<Map<String, Value>, Refusal> {
    let merged = match how {
        Merge::FirstLevel if sent.is_empty() => Map::new(),
        Merge::FirstLevel => first_level(stored.clone(), sent),
        Merge::Deep => deep(stored.clone(), sent),
        Merge::Replace => first_level(Map::new(), sent),
    };
    let size = serde_json::to_string(&merged).map_or(usize::MAX, |text| text.len());
    let (most, rule) = bag.limit();
    if size > most {
        return Err(Refusal::invalid_field(bag.name(), rule));
    }
    Ok(merged)
}

fn first_level(mut stored: Map<String, Value>, sent: Map<String, Value>) -> Map<String, Value> {
    for (name, value) in sent {
        if value.is_null() {
            stored.shift_remove(&name);
        } else {
            stored.insert(name, value);
        }
    }
    stored
}

fn deep(mut stored: Map<String, Value>, sent: Map<String, Value>) -> Map<String, Value> {
    for (name, value) in sent {
        match value {
            Value::Null => {
                stored.shift_remove(&name);
            }
            Value::Object(inner) => {
                let below = match stored.get(&name) {
                    Some(Value::Object(below)) => below.clone(),
                    _ => Map::new(),
                };
                stored.insert(name, Value::Object(deep(below, inner)));
            }
            other => {
                stored.insert(name, other);
            }
        }
    }
    stored
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::{Bag, Merge, check, merge};

    fn object(value: Value) -> Map<String, Value> {
        value.as_object().cloned().expect("an object")
    }

    fn merged(stored: Value, sent: Value, how: Merge) -> Value {
        Value::Object(merge(Bag::User, &object(stored), object(sent), how).expect("is small"))
    }

    #[test]
    fn first_level_replaces_objects_and_null_removes() {
        let stored = json!({"a": {"x": 1, "y": 2}, "b": 1, "c": 3});
        assert_eq!(
            merged(stored, json!({"a": {"z": 1}, "b": null}), Merge::FirstLevel),
            json!({"a": {"z": 1}, "c": 3})
        );
    }

    #[test]
    fn an_empty_object_wipes_at_first_level_only() {
        assert_eq!(merged(json!({"a": 1}), json!({}), Merge::FirstLevel), json!({}));
        assert_eq!(merged(json!({"a": 1}), json!({}), Merge::Deep), json!({"a": 1}));
    }

    #[test]
    fn deep_merges_objects_as_rfc_7396() {
        let stored = json!({"a": {"x": 1, "y": {"z": 2}}, "b": [1]});
        let sent = json!({"a": {"y": {"z": null, "w": 1}}, "b": {"c": {"d": null}}});
        assert_eq!(merged(stored, sent, Merge::Deep), json!({"a": {"x": 1, "y": {"w": 1}}, "b": {"c": {}}}));
    }

    #[test]
    fn keys_with_dot_or_dollar_are_refused_at_every_depth() {
        for sent in [json!({"a.b": 1}), json!({"a": {"$b": 1}}), json!({"a": [{"b.c": 1}]})] {
            assert!(check(Bag::User, &object(sent)).is_err());
        }
        let refusal = check(Bag::App, &object(json!({"blocked": true}))).expect_err("is reserved");
        assert_eq!(refusal.field.as_deref(), Some("app_metadata.blocked"));
        assert!(check(Bag::User, &object(json!({"blocked": true}))).is_ok());
    }

    #[test]
    fn a_bag_has_a_largest_size() {
        assert!(merge(Bag::User, &Map::new(), object(json!({"a": "x".repeat(70_000)})), Merge::FirstLevel).is_err());
    }
}
