//! The OpenAPI document: made from the code, whole, and served as it is.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::{Value, json};

use crate::document::{document, operations};
use crate::harness::both_engines;

/// A change of the interface shows here and is accepted on purpose: `make snapshots`.
#[test]
fn the_document_is_the_one_agreed_on() {
    insta::assert_json_snapshot!("openapi", document());
}

/// Clients are generated from what the command prints.
#[test]
fn the_command_prints_the_document() {
    let output = Command::new(env!("CARGO_BIN_EXE_anteroom")).arg("openapi").output().expect("an answer");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout).expect("JSON"), document());
}

#[test]
fn the_document_is_openapi_3_1() {
    let document = document();
    assert!(document["openapi"].as_str().expect("a version").starts_with("3.1."), "{}", document["openapi"]);
    assert!(!document["info"]["title"].as_str().expect("a title").is_empty());
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn every_operation_has_an_id_a_tag_and_words() {
    let operations = operations();
    let ids: BTreeSet<_> = operations.iter().map(|operation| operation.said["operationId"].to_string()).collect();
    assert_eq!(ids.len(), operations.len(), "ids are not unique: {ids:?}");
    for operation in &operations {
        let name = operation.name();
        assert!(operation.said["operationId"].as_str().is_some_and(|id| !id.is_empty()), "{name}");
        assert!(operation.said["tags"].as_array().is_some_and(|tags| tags.len() == 1), "{name}");
        assert!(operation.said["summary"].as_str().is_some_and(|words| !words.is_empty()), "{name}");
    }
}

#[test]
fn every_operation_says_how_it_refuses() {
    for operation in operations() {
        for status in [400, 401, 403, 429, 503] {
            let schema = &operation.said["responses"][status.to_string()]["content"]["application/json"]["schema"];
            assert_eq!(schema["$ref"], "#/components/schemas/Error", "{}: {status}", operation.name());
        }
        if operation.said.get("requestBody").is_some() {
            assert!(operation.says(413) && operation.says(415), "{}", operation.name());
        }
    }
}

#[test]
fn every_operation_needs_a_bearer_token() {
    let document = document();
    assert_eq!(document["security"], json!([{"bearer": []}]));
    assert_eq!(document["components"]["securitySchemes"]["bearer"]["scheme"], "bearer");
    for operation in operations() {
        let own = operation.said.get("security");
        assert!(own.is_none_or(|own| *own == json!([{"bearer": []}])), "{}", operation.name());
    }
}

#[test]
fn every_parameter_of_a_path_is_described() {
    for operation in operations() {
        let named = operation.path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        let described: BTreeSet<_> = operation.parameters("path").into_iter().map(|(name, _)| name).collect();
        assert_eq!(named.map(str::to_owned).collect::<BTreeSet<_>>(), described, "{}", operation.name());
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let mut waiting = vec![&document];
    let mut found = 0;
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(items) => waiting.extend(items),
            Value::Object(fields) => {
                if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                    let target = reference.strip_prefix('#').and_then(|pointer| document.pointer(pointer));
                    assert!(target.is_some(), "{reference} leads nowhere");
                    found += 1;
                }
                waiting.extend(fields.values());
            }
            _ => {}
        }
    }
    assert!(found > 50, "only {found} references");
}

both_engines! {
    async fn the_document_is_served_to_everybody(server: &Server) {
        let answer = server.call("GET", "/api/v2/openapi.json").token(None).send().await;
        assert!(answer.header("content-type").is_some_and(|media_type| media_type.starts_with("application/json")));
        assert_eq!(answer.expect(200), document());
    }
}
