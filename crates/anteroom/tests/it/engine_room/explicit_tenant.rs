//! Tenants are kept apart by one rule alone: every statement on a table that holds several tenants' rows names the
//! tenant. This test reads the store's sources and finds those that do not.

mod functions;
mod statement;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use functions::Functions;
use statement::Statement;

/// Functions that are meant for all tenants at once, and why that is right.
const FOR_ALL_TENANTS: &[(&str, &str)] = &[
    ("authorization/code.rs delete_before", "tidying: forgets by age alone, and answers nobody"),
    ("authorization/refresh_token.rs delete_used_before", "tidying: forgets by age alone, and answers nobody"),
    ("daily_count.rs compact", "tidying: asks which days have many rows, then works on each by its tenant's name"),
    ("flow.rs delete_expired", "tidying: forgets by age alone, and answers nobody"),
    ("idempotency.rs delete_before", "tidying: forgets by age alone, and answers nobody"),
    ("job/claim.rs is_waiting", "the engine: one worker takes all tenants' jobs; it answers nobody"),
    (
        "job/claim.rs claim",
        "the engine: one worker takes all tenants' jobs; each is then claimed and ended by its tenant",
    ),
    ("job/sweep.rs delete_abandoned_uploads", "tidying: forgets by age alone, and answers nobody"),
    ("job/sweep.rs delete_chunks_of_old", "tidying: forgets by age alone, and answers nobody"),
    ("job/sweep.rs delete_errors_of_old", "tidying: forgets by age alone, and answers nobody"),
    ("job/sweep.rs delete_old", "tidying: forgets by age alone, and answers nobody"),
    (
        "outbox.rs due",
        "delivery: one worker takes all tenants' mails; each row is then claimed and ended by its tenant",
    ),
    ("sign_in_failure.rs delete_before", "tidying: forgets by age alone, and answers nobody"),
    (
        "signing_key.rs all",
        "the configuration of all tenants is read at once; a request is then given its own tenant's",
    ),
    ("tenant.rs all_origins", "a request's tenant is found by its host among the origins of all"),
    ("ticket.rs delete_expired_before", "tidying: forgets by age alone, and answers nobody"),
    ("user/count.rs compact_counts", "tidying: asks which tenants have many deltas, then works on each by name"),
];

/// Parts of the store that are about whole databases, and why they may be.
const WHOLE_DATABASES: &[(&str, &str)] = &[
    ("copy", "copies all rows of all tenants, each with its tenant_id"),
    ("load.rs", "takes indexes away from whole tables of a database without users, and makes them again"),
    ("migration.rs", "changes tables, not what a tenant has in them"),
    ("db", "sends what it is given"),
];

#[test]
fn every_statement_names_its_tenant() {
    let tables = tables_of_tenants();
    let mut findings: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut statements = 0;
    for (path, text, neighbours) in sources() {
        let functions = Functions::read(&text, &neighbours);
        for (name, statement) in functions.statements() {
            statements += usize::from(!statement.tables(&tables).is_empty());
            let missing = statement.without_tenant(&tables);
            if !missing.is_empty() {
                findings
                    .entry(format!("{path} {name}"))
                    .or_default()
                    .push(format!("{missing:?} in: {}", statement.text()));
            }
        }
    }
    assert!(statements > 40, "only {statements} statements were found: the test reads nothing any more");
    for (function, reason) in FOR_ALL_TENANTS {
        assert!(
            findings.remove(*function).is_some(),
            "{function} is gone or names its tenant: take it off the list ({reason})"
        );
    }
    assert!(findings.is_empty(), "statements that name no tenant: {findings:#?}");
}

#[test]
fn breaches_are_found() {
    let tables = BTreeSet::from(["users".to_owned(), "identity".to_owned()]);
    let missing = |code: &str| {
        let functions = Functions::read(code, "const NEAR: &str = \" AND tenant_id = \";\n");
        let found = functions.statements().into_iter().flat_map(|(_, statement)| statement.without_tenant(&tables));
        found.collect::<Vec<_>>()
    };
    let function = |body: &str| format!("pub fn f() {{\n    {body}\n}}\n");
    assert_eq!(missing(&function(r#"Sql::new("SELECT name FROM users WHERE tenant_id = ").bind(t)"#)), [""; 0]);
    assert_eq!(missing(&function(r#"Sql::new("SELECT name FROM users WHERE key = ").bind(k)"#)), ["users"]);
    assert_eq!(missing(&function(r#"Sql::new("SELECT tenant_id FROM users")"#)), ["users"]);
    assert_eq!(missing(&function(r#"Sql::new("SELECT 1 FROM users u WHERE tenant_id = ")"#)), ["users u"]);
    assert_eq!(
        missing(&function(r#"Sql::new("SELECT 1 FROM users u JOIN identity i ON i.k = u.k WHERE u.tenant_id = ")"#)),
        ["identity i"]
    );
    assert_eq!(
        missing(&function(r#"Sql::new("DELETE FROM users WHERE key IN (SELECT k FROM identity WHERE tenant_id = ")"#)),
        ["users", "identity"]
    );
    assert_eq!(missing(&function(r#"Sql::new("INSERT INTO users (key) VALUES (")"#)), ["users"]);
    assert_eq!(missing(&function(r#"Sql::new("INSERT INTO users (tenant_id) VALUES (")"#)), [""; 0]);
    assert_eq!(
        missing(&function(r#"Sql::new("UPDATE users SET a = 1"); Sql::new("SELECT tenant_id = 1")"#)),
        ["users"]
    );
    assert_eq!(missing(&function(r#"Sql::new("SELECT 1 FROM ").push(table).push(" WHERE true")"#)), ["?"]);
    assert_eq!(missing(&function(r#"Sql::new("SELECT 1 FROM users WHERE true").push(NEAR)"#)), [""; 0]);
    assert_eq!(missing(&function("let text = \"SELECT tenant_id FROM users\";\n    Sql::new(text)")), ["users"]);
    assert_eq!(missing(&function("Sql::new(text)")), ["?"]);
    assert_eq!(missing(&function(r#"connection.batch("DELETE FROM users")"#)), ["users"]);
    let helped = function(r#"begin(1).push(" WHERE tenant_id = ")"#)
        + "fn begin(a: i32) {\n    Sql::new(\"SELECT 1 FROM users\")\n}\n";
    assert_eq!(missing(&helped), [""; 0]);
    let helped = function(r#"let sql = end(Sql::new("SELECT 1 FROM users"), 1);"#)
        + "fn end(sql: Sql) {\n    sql.push(\" WHERE tenant_id = \")\n}\n";
    assert_eq!(missing(&helped), [""; 0]);
    assert_eq!(missing(&helped.replace("tenant_id", "key")), ["users"]);
}

fn store() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("store")
}

/// The tables that have a tenant_id, as the migrations make them.
fn tables_of_tenants() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in std::fs::read_dir(store().join("migrations/postgres")).expect("migrations") {
        let text = std::fs::read_to_string(file.expect("a migration").path()).expect("a migration");
        for table in text.split("CREATE TABLE ").skip(1) {
            let (name, rest) = table.split_once(' ').expect("a name");
            let columns = rest.split_once(";").expect("an end").0;
            if columns.contains("tenant_id") {
                found.insert(name.to_owned());
            }
        }
    }
    assert!(found.len() >= 15 && found.contains("users") && !found.contains("tenant"), "{found:?}");
    found
}

/// Each production file of the store: its path, its text, and the text of the files beside it.
fn sources() -> Vec<(String, String, String)> {
    let root = store().join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.ends_with("tests") || WHOLE_DATABASES.iter().any(|(name, _)| path == root.join(name)) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source");
                // Unit tests make tables of their own.
                let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
                files.push((path.strip_prefix(&root).expect("within").display().to_string(), text));
            }
        }
        let all: String = files.iter().map(|(_, text)| text.as_str()).collect();
        found.extend(files.into_iter().map(|(path, text)| (path, text, all.clone())));
    }
    found
}
