//! Queries.

use serde_json::Value;

use super::{Ground, UNKNOWN, refused};
use crate::document::{Operation, operations, sample};
use crate::harness::both_engines;

/// The parameters that must be there, but for this one, as the beginning of a query.
fn others(operation: &Operation, apart_from: &str) -> String {
    let all = operation.said["parameters"].as_array().into_iter().flatten();
    let needed = all.filter(|parameter| parameter["in"] == "query" && parameter["required"] == true);
    let names = needed.filter_map(|parameter| parameter["name"].as_str()).filter(|name| *name != apart_from);
    names.map(|name| format!("{name}=sample&")).collect()
}

/// Values that break the schema of a parameter.
fn wrong_values(operation: &Operation, schema: &Value) -> Vec<String> {
    let types = operation.types(schema);
    let mut wrong: Vec<String> = Vec::new();
    let mut add = |values: &[&str]| wrong.extend(values.iter().map(|value| (*value).to_owned()));
    if types.contains("integer") {
        add(&["-1", "1.5", "abc", "", "99999999999999999999", "0x1", "1e1", "%20", "1%20", "true"]);
    }
    if types.contains("boolean") {
        add(&["yes", "1", "", "TRUE", "null"]);
    }
    if schema["pattern"].is_string() {
        add(&["!", "", "nonsense"]);
    }
    wrong.extend(schema["maximum"].as_i64().map(|most| (most + 1).to_string()));
    wrong.extend(schema["minimum"].as_i64().map(|least| (least - 1).to_string()));
    wrong.extend(
        schema["maxLength"].as_u64().and_then(|most| usize::try_from(most).ok()).map(|most| "a".repeat(most + 1)),
    );
    wrong
}

both_engines! {
    async fn an_unknown_parameter_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        for operation in operations() {
            let query = format!("?{}{UNKNOWN}=1", others(&operation, ""));
            refused(&operation, ground.call(&operation, &query).send().await, 400, Some(UNKNOWN), "unknown parameter");
            let query = format!("?{}{UNKNOWN}", others(&operation, ""));
            refused(&operation, ground.call(&operation, &query).send().await, 400, Some(UNKNOWN), "without value");
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_value_that_breaks_a_rule_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        let mut tried = 0;
        for operation in operations() {
            for (name, schema) in operation.parameters("query") {
                for value in wrong_values(&operation, &schema) {
                    let query = format!("?{}{name}={value}", others(&operation, &name));
                    let answer = ground.call(&operation, &query).send().await;
                    // What is merely too long is told by its own status.
                    let status = if answer.status == 414 { 414 } else { 400 };
                    refused(&operation, answer, status, Some(&name), &format!("{name}={value}"));
                    tried += 1;
                }
            }
        }
        assert!(tried > 100, "only {tried} wrong values");
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_parameter_that_is_no_text_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        for operation in operations() {
            let mut names: Vec<_> = operation.parameters("query").into_iter().map(|(name, _)| name).collect();
            names.push(UNKNOWN.to_owned());
            for name in names {
                for value in ["%FF", "%C3%28", "%ED%A0%80", "a%00b", "%zz", "100%", "%", "%1", "%u00e9"] {
                    let query = format!("?{}{name}={value}", others(&operation, &name));
                    let answer = ground.call(&operation, &query).send().await;
                    refused(&operation, answer, 400, Some(&name), &format!("{name}={value}"));
                }
            }
            for query in ["?%FF=1", "?a%00b=1", "?%=1", "?=1", "?%zz"] {
                refused(&operation, ground.call(&operation, query).send().await, 400, None, query);
            }
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_parameter_sent_twice_or_missing_is_named(server: &Server) {
        let ground = Ground::of(server).await;
        for operation in operations() {
            for (name, schema) in operation.parameters("query") {
                let types = operation.types(&schema);
                let value = sample(types.iter().next().expect("a type"));
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let query = format!("?{}{name}={value}&{name}={value}", others(&operation, &name));
                refused(&operation, ground.call(&operation, &query).send().await, 400, Some(&name), "twice");
                if !others(&operation, "").is_empty() && others(&operation, &name).is_empty() {
                    refused(&operation, ground.call(&operation, "").send().await, 400, Some(&name), "missing");
                }
            }
        }
        ground.is_unchanged().await;
    }
}

both_engines! {
    async fn a_deeply_nested_search_is_refused(server: &Server) {
        let ground = Ground::of(server).await;
        let mut searches = 0;
        for operation in operations() {
            if operation.parameters("query").iter().any(|(name, _)| name == "q") {
                searches += 1;
                for (count, nested) in [(10_000, "("), (10_000, "["), (1_024, "("), (512, "()"), (250, "NOT%20("), (300, "a:(")] {
                    let answer = ground.call(&operation, &format!("?q={}", nested.repeat(count))).send().await;
                    let status = answer.status.as_u16();
                    let field = if status == 414 { None } else { Some("q") };
                    assert!([400, 414].contains(&status), "{nested}: {}", answer.text);
                    refused(&operation, answer, status, field, nested);
                }
            }
        }
        assert!(searches >= 2);
        ground.is_unchanged().await;
    }
}
