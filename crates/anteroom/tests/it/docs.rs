//! The documentation says what the code does.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn page(name: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn properties(schema: &str) -> BTreeSet<String> {
    let document = serde_json::to_value(anteroom_http::openapi()).expect("a document");
    let properties = &document["components"]["schemas"][schema]["properties"];
    properties.as_object().map(|found| found.keys().cloned().collect()).unwrap_or_default()
}

/// The names in code font in the first column of the page's tables.
fn documented(page: &str) -> BTreeSet<String> {
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

// S0.L23.1, S2.L14.1
#[test]
fn every_field_of_a_user_is_documented_and_no_other() {
    let answered = properties("User");
    assert!(answered.len() > 30, "{answered:?}");
    let mut documented = documented(&page("docs/users.md"));
    assert!(documented.remove("password"), "the password is written but never answered");
    assert_eq!(documented, answered);
}

#[test]
fn every_field_that_a_request_takes_is_documented() {
    let documented = documented(&page("docs/users.md"));
    // These say how the request is meant, not what the user is.
    let about_the_request = [
        "connection",
        "client_id",
        "verify_email",
        "verify_phone_number",
        "notify",
        "roles",
        "generate_password",
        "password_hash",
        "custom_password_hash",
    ];
    for schema in ["UserCreate", "UserUpdate"] {
        let taken = properties(schema);
        assert!(taken.contains("email"), "{schema}");
        let missing: Vec<_> = taken
            .iter()
            .filter(|name| !documented.contains(*name) && !about_the_request.contains(&name.as_str()))
            .collect();
        assert!(missing.is_empty(), "{schema}: {missing:?}");
    }
}

#[test]
fn every_link_between_pages_leads_somewhere() {
    for name in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/management-api.md",
        "docs/users.md",
        "docs/search.md",
        "docs/passwords.md",
        "docs/operations.md",
        "docs/sign-in.md",
        "docs/security.md",
        "docs/conformance.md",
        "docs/console.md",
    ] {
        let text = page(name);
        let folder = Path::new(name).parent().expect("a folder").to_path_buf();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            if file.is_empty() || file.contains("://") {
                continue;
            }
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(&folder).join(file);
            assert!(path.exists(), "{name} links to {target}");
        }
    }
}

// S0.L19.8, S0.L24.10
#[test]
fn the_first_call_in_the_readme_uses_names_that_exist() {
    let text = page("README.md");
    let document = serde_json::to_value(anteroom_http::openapi()).expect("a document");
    assert!(text.contains("management.users.create") && text.contains("data/management-key.json"));
    assert!(text.contains(anteroom_model::connection::DEFAULT_NAME));
    assert!(document["paths"]["/api/v2/users"]["post"] != Value::Null);
}
