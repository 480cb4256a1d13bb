//! What docs/security.md and docs/sign-in.md say is so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::harness::{CONNECTION, both_engines};

/// The requirements of ASVS 5.0.0 at the levels 1 and 2 that the page must answer, by chapter and section: how many there
/// are up to which number, without those of level 3.
const ASKED: [(&str, &[u32]); 23] = [
    ("6.1", &[1, 2, 3]),
    ("6.2", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("6.3", &[1, 2, 3, 4]),
    ("6.5", &[1, 2, 3, 4, 5]),
    ("6.6", &[1, 2, 3]),
    ("7.1", &[1, 2, 3]),
    ("7.2", &[1, 2, 3, 4]),
    ("7.3", &[1, 2]),
    ("7.4", &[1, 2, 3, 4, 5]),
    ("7.5", &[1, 2]),
    ("7.6", &[1, 2]),
    ("9.1", &[1, 2, 3]),
    ("9.2", &[1, 2, 3, 4]),
    ("10.1", &[1, 2]),
    ("10.2", &[1, 2]),
    ("10.3", &[1, 2, 3, 4]),
    ("10.4", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("10.5", &[1, 2, 3, 4, 5]),
    ("10.6", &[1, 2]),
    ("10.7", &[1, 2, 3]),
    // Answered although nobody must at these levels.
    ("6.3.L3", &[7, 8]),
    ("6.4.L1", &[1, 2]),
    ("6.4.L2", &[3]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn asked() -> BTreeSet<String> {
    let section = |name: &str| name.split(".L").next().unwrap_or(name).to_owned();
    ASKED.iter().flat_map(|(name, numbers)| numbers.iter().map(move |n| format!("{}.{n}", section(name)))).collect()
}

/// What the page says of each requirement: whether it is met, and by what.
fn answered() -> BTreeMap<String, (String, String)> {
    let page = std::fs::read_to_string(root().join("docs/security.md")).expect("docs/security.md");
    let mut answered = BTreeMap::new();
    for row in page.lines().filter(|line| line.starts_with("| v5.0.0-")) {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [id, state, by] = cells.as_slice() else { panic!("three cells: {row}") };
        let id = id.trim_start_matches("v5.0.0-").to_owned();
        let before = answered.insert(id, ((*state).to_owned(), (*by).to_owned()));
        assert!(before.is_none(), "twice: {row}");
    }
    answered
}

/// All Rust sources, tests among them.
fn sources() -> String {
    let mut text = String::new();
    let mut folders = vec![root().join("crates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                text.push_str(&std::fs::read_to_string(path).expect("a source"));
            }
        }
    }
    text
}

#[test]
fn each_requirement_is_answered_once() {
    let answered: BTreeSet<_> = answered().into_keys().collect();
    assert_eq!(answered, asked());
}

#[test]
fn what_is_said_to_be_met_is_shown_by_tests_that_exist() {
    let sources = sources();
    for (id, (state, by)) in answered() {
        assert!(["met", "partly", "not yet", "does not apply"].contains(&state.as_str()), "{id}: {state}");
        let names: Vec<_> = by.split('`').skip(1).step_by(2).filter(|name| name.contains('_')).collect();
        let missing: Vec<_> = names.iter().filter(|name| !sources.contains(&format!("fn {name}("))).collect();
        assert!(missing.is_empty(), "{id}: {missing:?}");
        let is_of_this_page = by.contains("](#");
        assert!(state != "met" || !names.is_empty() || is_of_this_page, "{id}: nothing shows it");
    }
}

#[test]
fn each_section_that_the_page_refers_to_is_there() {
    let page = std::fs::read_to_string(root().join("docs/security.md")).expect("docs/security.md");
    let anchor = |title: &str| {
        let kept = title.to_lowercase().replace(' ', "-");
        kept.chars().filter(|sign| sign.is_alphanumeric() || *sign == '-').collect::<String>()
    };
    let sections: BTreeSet<_> = page.lines().filter_map(|line| line.strip_prefix("## ")).map(anchor).collect();
    for target in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(sections.contains(target), "#{target}");
    }
}

/// The requests that a page's examples send to the Management API: method, path, body.
fn examples(page: &str) -> Vec<(String, String, String)> {
    let text = std::fs::read_to_string(root().join(page)).expect("a page");
    let example = |rest: &str| {
        let (method, rest) = rest.split_once(" $API").expect("a method");
        let (path, rest) = rest.split_once(" --json '").expect("a path");
        let body = rest.split('\'').next().expect("a body");
        (method.to_owned(), path.to_owned(), body.to_owned())
    };
    text.split("curl -X ").skip(1).map(example).collect()
}

both_engines! {
    async fn every_example_that_changes_something_works(server: &Server) {
        let user = server.person("ada@example.com").await;
        let user_id = user["user_id"].as_str().expect("an id");
        let connections = server.get(&format!("/api/v2/connections?name={CONNECTION}")).await.expect(200);
        let connection_id = connections[0]["id"].as_str().expect("an id");
        let mut count = 0;
        for page in ["docs/security.md", "docs/sign-in.md"] {
            for (method, path, body) in examples(page) {
                let path = format!("/api/v2{}", path.replace("$ID", connection_id));
                let body: Value = serde_json::from_str(&body.replace("auth0|…", user_id)).expect("JSON");
                let answer = server.call(&method, &path).json(&body).send().await;
                assert!(answer.status.is_success(), "{page}: {method} {path} {body}: {}", answer.text);
                count += 1;
            }
        }
        assert!(count >= 10, "{count}");
    }
}

both_engines! {
    async fn every_endpoint_that_the_pages_name_is_there(server: &Server) {
        let text = std::fs::read_to_string(root().join("docs/sign-in.md")).expect("a page");
        let mut count = 0;
        for method in ["GET", "POST"] {
            for rest in text.split(&format!("{method} /")).skip(1) {
                let path = rest.split([' ', '`', '?', '\n']).next().expect("a path");
                // Named without the prefix, as in Auth0's own pages.
                let path = if path == "connections" { "/api/v2/connections".to_owned() } else { format!("/{path}") };
                let answer = server.call(method, &path).token(None).send().await;
                let (status, code) = (answer.status.as_u16(), answer.body["code"].as_str().or(answer.body["errorCode"].as_str()));
                assert!(status != 405 && code != Some("not_found"), "{method} {path}: {}", answer.text);
                count += 1;
            }
        }
        assert!(count >= 10, "{count}");
    }
}
