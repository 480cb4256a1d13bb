//! Where a field stands in a user, in Auth0's notation.

use serde_json::{Map, Value};

/// A place in an object: `identities[0].connection`, `user_metadata.a.b`, `user_metadata["a.b"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPath {
    first: String,
    rest: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Name(String),
    Index(usize),
}

impl FieldPath {
    /// Reads a place.
    ///
    /// # Errors
    /// The rule it breaks.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let (first, mut left) = name(text)?;
        let mut rest = Vec::new();
        while !left.is_empty() {
            let (step, after) = step(left)?;
            rest.push(step);
            left = after;
        }
        Ok(Self { first: first.to_owned(), rest })
    }

    /// The field of the object itself that the place is in.
    #[must_use]
    pub fn first(&self) -> &str {
        &self.first
    }

    /// What stands there.
    #[must_use]
    pub fn find<'a>(&self, object: &'a Map<String, Value>) -> Option<&'a Value> {
        self.rest.iter().try_fold(object.get(&self.first)?, |value, step| match step {
            Step::Name(name) => value.get(name),
            Step::Index(index) => value.get(index),
        })
    }
}

const RULE: &str = "must be names joined by dots, with [0] for the first of a list";

fn step(text: &str) -> Result<(Step, &str), &'static str> {
    if let Some(rest) = text.strip_prefix('.') {
        return name(rest).map(|(name, left)| (Step::Name(name.to_owned()), left));
    }
    let rest = text.strip_prefix('[').ok_or(RULE)?;
    if let Some(quoted) = rest.strip_prefix('"') {
        let (name, left) = quoted.split_once("\"]").ok_or(RULE)?;
        return Ok((Step::Name(name.to_owned()), left));
    }
    let (digits, left) = rest.split_once(']').ok_or(RULE)?;
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let index = digits.parse().ok().filter(|_| is_number).ok_or(RULE)?;
    Ok((Step::Index(index), left))
}

fn name(text: &str) -> Result<(&str, &str), &'static str> {
    let end = text.find(['.', '[']).unwrap_or(text.len());
    let (name, left) = text.split_at(end);
    if name.is_empty() || name.chars().any(|sign| sign.is_control() || sign == ']') {
        Err(RULE)
    } else {
        Ok((name, left))
    }
}

#[cfg(test)]
mod tests {
    use super::FieldPath;
    use serde_json::{Value, json};

    #[test]
    fn places_lead_into_objects_and_lists() {
        let Value::Object(user) = json!({
            "email": "ada@example.com",
            "identities": [{"connection": "a"}, {"connection": "b"}],
            "user_metadata": {"a": {"b": 1}, "a.b": 2, "0": 3},
        }) else {
            return;
        };
        for (path, found) in [
            ("email", json!("ada@example.com")),
            ("identities[1].connection", json!("b")),
            ("user_metadata.a.b", json!(1)),
            ("user_metadata[\"a.b\"]", json!(2)),
            ("user_metadata.0", json!(3)),
        ] {
            assert_eq!(FieldPath::parse(path).expect(path).find(&user), Some(&found), "{path}");
        }
        for nothing in ["name", "identities[2].connection", "email.a", "user_metadata.a.b.c", "identities.connection"] {
            assert_eq!(FieldPath::parse(nothing).expect(nothing).find(&user), None, "{nothing}");
        }
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for wrong in [
            "", ".", "a.", ".a", "a..b", "[0]", "a[", "a[]", "a[x]", "a[-1]", "a[+1]", "a[0]b", "a]", "a\u{0}", "a[\"b",
        ] {
            assert!(FieldPath::parse(wrong).is_err(), "{wrong}");
        }
    }
}
