//! The people who become users.

use std::path::Path;

use anyhow::Context;
use serde_json::{Map, Value};

/// What creating a user takes of a person in Auth0's import format.
const FIELDS: [&str; 13] = [
    "email",
    "email_verified",
    "username",
    "phone_number",
    "phone_verified",
    "given_name",
    "family_name",
    "name",
    "nickname",
    "picture",
    "blocked",
    "user_metadata",
    "app_metadata",
];

/// The connection they are made in.
pub const CONNECTION: &str = "Username-Password-Authentication";

/// Someone to create: without a password, whose hash would be all there is to measure.
pub struct Person {
    /// The e-mail address.
    pub email: Option<String>,
    /// The body of `POST /api/v2/users`.
    pub body: String,
}

/// Reads people, one a line.
pub fn read(file: &Path) -> anyhow::Result<Vec<Person>> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    text.lines().map(|line| person(serde_json::from_str(line)?)).collect()
}

/// The body of someone with e-mail address and name alone, another one for each number.
pub fn plain(number: u32) -> String {
    let (email, name) = (format!("plain{number}@example.com"), format!("Plain Person {number}"));
    serde_json::json!({"connection": CONNECTION, "email": email, "name": name, "verify_email": false}).to_string()
}

fn person(mut imported: Map<String, Value>) -> anyhow::Result<Person> {
    let known = FIELDS.iter().filter_map(|field| imported.remove_entry(*field));
    let mut body: Map<String, Value> = known.collect();
    body.insert("connection".to_owned(), CONNECTION.into());
    body.insert("verify_email".to_owned(), false.into());
    let email = body.get("email").and_then(Value::as_str).map(str::to_owned);
    Ok(Person { email, body: serde_json::to_string(&body)? })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::person;

    #[test]
    fn hashes_and_whatever_else_an_import_has_are_left_out() {
        let imported = json!({"email": "a@example.org", "password_hash": "x", "name": "A", "user_id": "1"});
        let person = person(imported.as_object().unwrap().clone()).unwrap();
        assert_eq!(person.email.as_deref(), Some("a@example.org"));
        let body: Value = serde_json::from_str(&person.body).unwrap();
        let connection = "Username-Password-Authentication";
        assert_eq!(
            body,
            json!({"email": "a@example.org", "name": "A", "connection": connection, "verify_email": false})
        );
    }
}
