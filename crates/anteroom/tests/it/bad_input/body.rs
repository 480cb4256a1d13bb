//! Bodies.

use serde_json::{Value, json};

use super::{Ground, UNKNOWN, refused, right_body};
use crate::document::{Operation, operations, sample};
use crate::harness::{Answer, both_engines};

const JSON_TYPES: [&str; 5] = ["boolean", "integer", "string", "array", "object"];

fn with_bodies() -> Vec<Operation> {
    let found: Vec<_> = operations().into_iter().filter(|operation| operation.body().is_some()).collect();
    assert!(found.len() >= 4);
    found
}

async fn send(ground: &Ground<'_>, operation: &Operation, body: &Value) -> Answer {
    ground.call(operation, "").json(body).send().await
}

async fn send_bytes(ground: &Ground<'_>, operation: &Operation, media_type: &str, body: Vec<u8>) -> Answer {
    ground.call(operation, "").bytes(media_type, body).send().await
}

/// The body with this field, written as this text.
fn written(body: &Value, name: &str, text: &[u8]) -> Vec<u8> {
    let mut body = body.clone();
    body[name] = json!("\u{1}");
    let whole = body.to_string();
    let (before, after) = whole.split_once("\"\\u0001\"").expect("the place");
    [before.as_bytes(), text, after.as_bytes()].concat()
}

both_engines! {
    async fn an_unknown_field_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        for operation in with_bodies() {
            for value in [json!(1), Value::Null, json!({"a": []})] {
                let mut body = right_body(&operation);
                body[UNKNOWN] = value;
                refused(&operation, send(&ground, &operation, &body).await, 400, Some(UNKNOWN), "unknown field");
            }
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_field_of_the_wrong_type_or_missing_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        let mut tried = 0;
        for operation in with_bodies() {
            let right = right_body(&operation);
            for (name, schema) in operation.fields() {
                let types = operation.types(&schema);
                assert!(!types.is_empty(), "{}: {name} has no type", operation.name());
                // A whole number is a number (JSON Schema Validation §6.1.1).
                let takes = |name: &str| types.contains(name) || name == "integer" && types.contains("number");
                for wrong in JSON_TYPES.into_iter().filter(|wrong| !takes(wrong)) {
                    let mut body = right.clone();
                    body[&name] = sample(wrong);
                    refused(&operation, send(&ground, &operation, &body).await, 400, Some(&name), wrong);
                    tried += 1;
                }
            }
            for name in operation.least_body().as_object().expect("an object").keys() {
                let mut body = right.clone();
                body.as_object_mut().expect("an object").remove(name);
                refused(&operation, send(&ground, &operation, &body).await, 400, Some(name), "missing");
                body[name] = Value::Null;
                refused(&operation, send(&ground, &operation, &body).await, 400, Some(name), "null");
            }
        }
        assert!(tried > 150, "only {tried} wrong types");
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_text_that_is_too_long_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        let mut tried = 0;
        for operation in with_bodies() {
            for (name, schema) in operation.fields() {
                let Some(most) = schema["maxLength"].as_u64() else { continue };
                for sign in ["a", "商"] {
                    let mut body = right_body(&operation);
                    body[&name] = json!(sign.repeat(usize::try_from(most + 1).expect("a length")));
                    refused(&operation, send(&ground, &operation, &body).await, 400, Some(&name), sign);
                    tried += 1;
                }
            }
        }
        assert!(tried > 30, "only {tried} long texts");
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_text_that_no_column_can_hold_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        for operation in with_bodies() {
            let right = right_body(&operation);
            for (name, schema) in operation.fields() {
                for json_type in operation.types(&schema) {
                    let wrong: &[Value] = match json_type.as_str() {
                        "string" => &[json!("\u{0}"), json!("a\u{0}b")],
                        "array" => &[json!(["a\u{0}b"])],
                        "object" => &[json!({"a": "\u{0}"}), json!({"\u{0}": "a"}), json!({"a": {"b": ["\u{0}"]}})],
                        _ => &[],
                    };
                    for wrong in wrong {
                        let mut body = right.clone();
                        body[&name] = wrong.clone();
                        refused(&operation, send(&ground, &operation, &body).await, 400, Some(&name), "U+0000");
                    }
                }
                let broken: [&[u8]; 5] =
                    [b"\"\xff\"", b"\"\xc3\x28\"", b"\"\xed\xa0\x80\"", br#""\ud800""#, br#""\udc00\ud800""#];
                for broken in broken {
                    let answer = send_bytes(&ground, &operation, "application/json", written(&right, &name, broken)).await;
                    refused(&operation, answer, 400, None, "broken UTF-8");
                }
            }
            let mut body = right.clone();
            body["\u{0}"] = json!(1);
            refused(&operation, send(&ground, &operation, &body).await, 400, None, "U+0000 in a name");
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn what_is_no_json_object_is_refused(server: &Server) {
        let ground = Ground::of(server).await;
        let nested = [
            "[".repeat(10_000), "{\"a\":".repeat(10_000), format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)),
            format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000)),
        ];
        let others = [
            "", " ", "[]", "[\"active\"]", "\"a\"", "1", "null", "true", "{", "{\"a\"}", "{'a':1}", "nonsense", "{}{}",
            "{\"a\":1e999}", "\u{feff}{}",
        ];
        for operation in with_bodies() {
            for body in others.into_iter().map(str::to_owned).chain(nested.clone()) {
                let shown: String = body.chars().take(20).collect();
                let answer = send_bytes(&ground, &operation, "application/json", body.into_bytes()).await;
                refused(&operation, answer, 400, None, &shown);
            }
            // Deep in a field as well.
            for (name, _) in operation.fields() {
                for text in &nested {
                    let body = written(&right_body(&operation), &name, text.as_bytes());
                    refused(&operation, send_bytes(&ground, &operation, "application/json", body).await, 400, None, &name);
                }
            }
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_body_that_is_too_large_is_refused(server: &Server) {
        let ground = Ground::of(server).await;
        for operation in with_bodies() {
            let large = " ".repeat(1024 * 1024 + 1 - right_body(&operation).to_string().len());
            let body = format!("{}{large}", right_body(&operation));
            assert_eq!(body.len(), 1024 * 1024 + 1);
            let answer = send_bytes(&ground, &operation, "application/json", body.into_bytes()).await;
            refused(&operation, answer, 413, None, "a byte too much");
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn another_media_type_is_refused(server: &Server) {
        let ground = Ground::of(server).await;
        let others = [
            "text/plain", "application/xml", "multipart/form-data; boundary=a", "nonsense",
            "application/jsonx", "application/json-patch+json", "", "text/json",
        ];
        for operation in with_bodies() {
            let body = right_body(&operation).to_string().into_bytes();
            for media_type in others {
                let answer = send_bytes(&ground, &operation, media_type, body.clone()).await;
                refused(&operation, answer, 415, None, media_type);
            }
        }
        ground.is_unchanged().await;
    }
}
