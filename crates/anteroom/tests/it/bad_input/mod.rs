//! Bad input: for every operation of the OpenAPI document, endpoints added later among them, the documented 4xx that
//! names the field; nothing stored; never a 5xx.

mod body;
mod headers;
mod path;
mod query;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::document::Operation;
use crate::harness::{Answer, CONNECTION, Call, Server};
use crate::stored;

/// A name that no parameter and no field has.
const UNKNOWN: &str = "no_such_thing";

/// A server with something of everything, so that only what is wrong with a request keeps it from succeeding.
struct Ground<'a> {
    server: &'a Server,
    ids: BTreeMap<&'static str, String>,
    before: BTreeMap<String, Vec<String>>,
}

impl<'a> Ground<'a> {
    async fn of(server: &'a Server) -> Self {
        let user = server.create(json!({"connection": CONNECTION, "email": "ground@example.com"})).await;
        let client = server.post("/api/v2/clients", json!({"name": "Ground"})).await.expect(201);
        let role = server.post("/api/v2/roles", json!({"name": "Ground"})).await.expect(200);
        let mut ids = BTreeMap::from([
            ("users", id(&user["user_id"])),
            ("clients", id(&client["client_id"])),
            ("roles", id(&role["id"])),
            ("user-fields", "nickname".to_owned()),
        ]);
        for (list, name) in
            [("logs", "log_id"), ("connections", "id"), ("client-grants", "id"), ("resource-servers", "id")]
        {
            let rows = server.get(&format!("/api/v2/{list}")).await.expect(200);
            ids.insert(list, id(&rows[0][name]));
        }
        Self { server, ids, before: stored::rows(server).await }
    }

    /// The operation's path to something that is there.
    fn path(&self, operation: &Operation) -> String {
        let kind = operation.path.split('/').nth(3).unwrap_or_default();
        operation.path_with(self.ids.get(kind).map_or("1", String::as_str))
    }

    /// A request of this operation with a query.
    fn call(&self, operation: &Operation, query: &str) -> Call<'a> {
        self.server.call(&operation.method, &format!("{}{query}", self.path(operation)))
    }

    /// Checks that nothing was stored since the beginning.
    async fn is_unchanged(&self) {
        let after = stored::rows(self.server).await;
        for (table, rows) in &self.before {
            assert_eq!(&after[table], rows, "{table} has changed");
        }
    }
}

fn id(value: &Value) -> String {
    value.as_str().expect("an id").replace('|', "%7C")
}

/// A body of this operation that nothing is wrong with.
fn right_body(operation: &Operation) -> Value {
    let mut body = operation.least_body();
    for (name, value) in
        [("connection", json!(CONNECTION)), ("status", json!("active")), ("email", json!("new@example.com"))]
    {
        if operation.method == "POST" && operation.fields().iter().any(|(field, _)| field == name)
            || !body[name].is_null()
        {
            body[name] = value;
        }
    }
    body
}

/// Checks that the answer is an error of Auth0's shape with this status, that the document tells of it and that it names
/// the field, or a part of it.
#[track_caller]
fn refused(operation: &Operation, answer: Answer, status: u16, field: Option<&str>, what: &str) {
    let context = format!("{}, {what}: {}", operation.name(), answer.text);
    assert_eq!(answer.status.as_u16(), status, "{context}");
    assert!(operation.says(status), "{context}: the document does not tell of {status}");
    let code = answer.body["errorCode"].as_str().unwrap_or_default().to_owned();
    let named = answer.refused(status, &code);
    if let Some(field) = field {
        let named = named.unwrap_or_default();
        let is_part = named.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        assert!(is_part, "{context}: names {named:?}, not {field}");
    }
}
