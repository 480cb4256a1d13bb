//! Errors are part of the interface: their shape belongs to the path, and docs/errors.md lists all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use anteroom_model::{Code, codes};
use serde_json::Value;

use crate::harness::{Answer, Server, both_engines};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/errors.md");
const COMMAND: &str = "RENEW_DOCS=1 cargo test -p anteroom --test it errors::";

const BEGINNING: &str = "\
# Errors

<!-- Made from the catalogue in crates/model/src/codes.rs.
     To renew it: COMMAND -->

Every refusal has a stable code; the words beside it may change. The shape of the body belongs to the path:

- **`/api/v2`**, as Auth0's: `{\"statusCode\": 400, \"error\": \"Bad Request\", \"message\": \"…\", \"errorCode\": \"invalid_body\"}`,
  with `field` where one field of the request is at fault.
- **`/oauth`** (RFC 6749 §5.2): `{\"error\": \"invalid_client\", \"error_description\": \"…\"}`.
- **elsewhere** (RFC 9457, `application/problem+json`): `{\"type\": \"about:blank\", \"title\": \"Not Found\", \"status\": 404, \"detail\":
  \"…\", \"code\": \"not_found\"}`.

A refusal marked *recorded* leaves an event of type `fapi` in the log, with caller, target and code.
";

fn page() -> String {
    let mut by_status: BTreeMap<u16, Vec<&Code>> = BTreeMap::new();
    for code in codes::ALL {
        by_status.entry(anteroom_http::status(code.kind).as_u16()).or_default().push(code);
    }
    let mut page = BEGINNING.replace("COMMAND", COMMAND);
    for (status, codes) in by_status {
        let reason = anteroom_http::status(codes[0].kind);
        let reason = reason.canonical_reason().expect("a reason phrase");
        write!(page, "\n## {status} {reason}\n\n| code | meaning | what to do |\n|---|---|---|\n").expect("text");
        for code in codes {
            let recorded = if code.audited { " *Recorded.*" } else { "" };
            writeln!(page, "| `{}` | {}{recorded} | {} |", code.name, code.meaning, code.remedy).expect("text");
        }
    }
    page
}

#[test]
fn the_page_of_errors_is_made_from_the_code() {
    if std::env::var_os("RENEW_DOCS").is_some() {
        std::fs::write(PAGE, page()).expect("the page is written");
    }
    let kept = std::fs::read_to_string(Path::new(PAGE)).unwrap_or_default();
    assert!(kept == page(), "docs/errors.md is stale; renew it: {COMMAND}");
}

#[test]
fn every_code_says_what_it_means_and_what_to_do() {
    let names: BTreeSet<_> = codes::ALL.iter().map(|code| code.name).collect();
    assert_eq!(names.len(), codes::ALL.len(), "two codes have one name");
    for code in codes::ALL {
        let is_sentence =
            |text: &str| text.len() > 10 && text.ends_with('.') && !text.contains('|') && !text.contains('\n');
        assert!(is_sentence(code.meaning) && is_sentence(code.remedy), "{}", code.name);
        assert!(
            code.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'),
            "{}",
            code.name
        );
    }
}

fn keys(body: &Value) -> Vec<&str> {
    body.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn media_type(answer: &Answer) -> &str {
    answer.header("content-type").and_then(|value| value.split(';').next()).expect("a media type")
}

/// A request to this path that is refused with each status which can come before any endpoint is asked.
async fn refusals(server: &Server, path: &str, there: &str) -> [(u16, &'static str, Answer); 4] {
    let long = format!("{path}?a={}", "a".repeat(20_000));
    [
        (404, "not_found", server.call("GET", path).send().await),
        (405, "method_not_allowed", server.call("PUT", there).send().await),
        (414, "query_too_long", server.call("GET", &long).send().await),
        (421, "misdirected_request", server.call("GET", path).host("nobody.test").send().await),
    ]
}

both_engines! {
    async fn at_the_management_api_errors_have_auth0s_shape(server: &Server) {
        for (status, code, answer) in refusals(server, "/api/v2/nothing", "/api/v2/users").await {
            assert_eq!(media_type(&answer), "application/json");
            assert_eq!(keys(&answer.body), ["statusCode", "error", "message", "errorCode"]);
            assert_eq!(answer.refused(status, code), None);
        }
        let answer = server.get("/api/v2/users?page=x").await;
        assert_eq!(keys(&answer.body), ["statusCode", "error", "message", "errorCode", "field"]);
        assert_eq!(answer.refused(400, "invalid_query_string").as_deref(), Some("page"));
    }
}

both_engines! {
    async fn at_the_oauth_endpoints_errors_have_oauths_shape(server: &Server) {
        for (status, code, answer) in refusals(server, "/oauth/nothing", "/oauth/token").await {
            assert_eq!(media_type(&answer), "application/json");
            assert_eq!(keys(&answer.body), ["error", "error_description"]);
            assert_eq!((answer.status.as_u16(), answer.body["error"].as_str()), (status, Some(code)), "{}", answer.text);
            assert_eq!(answer.header("cache-control"), Some("no-store"));
        }
    }
}

both_engines! {
    async fn elsewhere_errors_are_problem_documents(server: &Server) {
        let mut answers = Vec::from(refusals(server, "/nothing", "/.well-known/jwks.json").await);
        answers.push((405, "method_not_allowed", server.call("POST", "/health/live").send().await));
        for (status, code, answer) in answers {
            assert_eq!(media_type(&answer), "application/problem+json", "{status}");
            assert_eq!(keys(&answer.body), ["type", "title", "status", "detail", "code"]);
            assert_eq!((answer.status.as_u16(), answer.body["code"].as_str()), (status, Some(code)), "{}", answer.text);
            assert_eq!((answer.body["status"].as_u64(), answer.body["type"].as_str()), (Some(status.into()), Some("about:blank")));
            assert_eq!(answer.body["title"].as_str(), answer.status.canonical_reason());
        }
    }
}

both_engines! {
    async fn every_answer_is_kept_from_caches_and_guessing(server: &Server) {
        for path in ["/api/v2/users", "/api/v2/nothing", "/oauth/token", "/nothing", "/health/live"] {
            let answer = server.get(path).await;
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
            assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path}");
        }
    }
}
