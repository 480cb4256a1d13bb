//! The walls of the house: which room may import which, what a room must not know, and how large a file may grow.
//! A finding names the file and the rule; a new crate or a moved wall is drawn here and in ARCHITECTURE.md together.

pub mod source;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use source::Source;

/// A crate and its walls.
struct Room {
    /// The folder under `crates/`.
    name: &'static str,
    level: u8,
    /// What its production code must not name.
    must_not: &'static [Names],
}

/// Crates and modules (in lower case) and types (capitalised).
type Names = &'static [&'static str];

const HTTP: Names = &["axum", "http", "hyper", "StatusCode", "tower", "utoipa"];
const SERVING: Names = &["axum", "utoipa"];
const DATABASES: Names = &["deadpool_postgres", "rusqlite", "tokio_postgres"];
const THE_OUTSIDE: Names = &["reqwest", "TcpStream", "UdpSocket"];
const FILES_AND_TASKS: Names = &["File", "fs", "tokio"];
const THE_CLOCK: Names = &["Instant", "SystemTime"];
const USERS: Names = &["Identity", "User", "UserId"];

/// A room imports only rooms of strictly lower levels.
const ROOMS: [Room; 8] = [
    Room { name: "model", level: 0, must_not: &[HTTP, DATABASES, THE_OUTSIDE, FILES_AND_TASKS, THE_CLOCK] },
    Room { name: "crypto", level: 1, must_not: &[HTTP, DATABASES, THE_OUTSIDE, USERS] },
    Room { name: "store", level: 1, must_not: &[HTTP, &["reqwest"]] },
    // It asks other servers, so it may read their status codes, but serves nobody.
    Room { name: "connect", level: 1, must_not: &[SERVING, DATABASES] },
    Room { name: "accounts", level: 2, must_not: &[HTTP, DATABASES, THE_OUTSIDE] },
    Room { name: "signin", level: 3, must_not: &[HTTP, DATABASES, THE_OUTSIDE] },
    Room { name: "http", level: 4, must_not: &[DATABASES] },
    Room { name: "anteroom", level: 5, must_not: &[DATABASES] },
];

impl Room {
    fn package(&self) -> String {
        if self.name == "anteroom" { self.name.to_owned() } else { format!("anteroom-{}", self.name) }
    }
}

/// A production file longer than this has more than one subject.
const LONGEST_FILE: usize = 350;

#[test]
fn every_crate_is_a_room_and_every_room_a_crate() {
    let crates: Vec<String> = manifests().into_keys().collect();
    let mut rooms: Vec<&str> = ROOMS.iter().map(|room| room.name).collect();
    rooms.sort_unstable();
    assert_eq!(crates, rooms);
}

#[test]
fn no_room_imports_upwards_or_sideways() {
    let manifests = manifests();
    assert_none(ROOMS.iter().flat_map(|room| forbidden_imports(room, &manifests[room.name])));
}

#[test]
fn no_room_knows_what_it_must_not() {
    let manifests = manifests();
    assert_none(ROOMS.iter().flat_map(|room| forbidden_dependencies(room, &manifests[room.name])));
    assert_none(sources().iter().flat_map(|(room, path, text)| forbidden_names(room, path, &source::read(text))));
}

#[test]
fn only_the_store_speaks_sql() {
    let elsewhere = sources().into_iter().filter(|(room, _, _)| room.name != "store");
    assert_none(elsewhere.flat_map(|(_, path, text)| {
        let found = source::read(&text).strings.into_iter().filter(|text| is_sql(text));
        found.map(|sql| format!("{}: SQL outside the store: {sql}", path.display())).collect::<Vec<_>>()
    }));
}

#[test]
fn every_crate_obeys_the_lints_of_the_workspace() {
    assert_none(manifests().into_iter().filter_map(|(name, manifest)| {
        let inherits = manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool);
        (inherits != Some(true)).then(|| format!("crates/{name}/Cargo.toml: `[lints] workspace = true` is missing"))
    }));
}

#[test]
fn no_production_file_is_too_long() {
    assert_none(sources().into_iter().filter_map(|(_, path, text)| {
        let lines = text.lines().count();
        (lines > LONGEST_FILE).then(|| format!("{}: {lines} lines, {LONGEST_FILE} at most", path.display()))
    }));
}

#[test]
fn a_breach_in_a_manifest_is_found() {
    let model = "[dependencies]\nanteroom-model.workspace = true";
    let http = "[build-dependencies]\nanteroom-http.workspace = true";
    let store = "[target.'cfg(unix)'.dev-dependencies]\nrooms = { package = \"anteroom-store\", path = \"\" }";
    let driver = "[dependencies]\ntokio-postgres = \"1\"";
    let imports = |text: &str| forbidden_imports(connect(), &text.parse().expect("valid TOML"));
    assert_eq!(imports(model), [""; 0]);
    assert_eq!(imports(http), ["connect (level 1) imports http (level 4)"]);
    assert_eq!(imports(store), ["connect (level 1) imports store (level 1)"]);
    let dependencies = |text: &str| forbidden_dependencies(connect(), &text.parse().expect("valid TOML"));
    assert_eq!(dependencies(model), [""; 0]);
    assert_eq!(dependencies(driver), ["connect must not depend on tokio_postgres"]);
}

#[test]
fn a_breach_in_a_source_is_found() {
    let named = |room: &Room, code: &str| forbidden_names(room, Path::new("a.rs"), &source::read(code));
    assert_eq!(named(connect(), "use axum::Router;"), ["a.rs: connect must not know `axum`"]);
    assert_eq!(named(&ROOMS[0], "let now = Instant::now();"), ["a.rs: model must not know `Instant`"]);
    assert_eq!(named(connect(), "// axum::Router\nlet axum = \"axum::\"; max_axum::run()"), [""; 0]);
    assert_eq!(named(&ROOMS[0], "struct Instantly;"), [""; 0]);
}

#[test]
fn sql_is_told_from_prose() {
    let update = "\n    update users\n    set name = ?";
    let sql = ["SELECT 1", "select a from b", update, "WITH a AS (SELECT 1)", "INSERT INTO a", "DELETE FROM a"];
    assert_eq!(sql.map(is_sql), [true; 6]);
    let prose = ["Select a user from the list", "select one", "DELETE", "WITH", "update the profile", "insert a row"];
    assert_eq!(prose.map(is_sql), [false; 6]);
}

fn connect() -> &'static Room {
    ROOMS.iter().find(|room| room.name == "connect").expect("a room of that name")
}

fn assert_none(findings: impl Iterator<Item = String>) {
    let findings: Vec<String> = findings.collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

/// Edges to rooms of the same or a higher level, in any table of dependencies.
fn forbidden_imports(room: &Room, manifest: &toml::Table) -> Vec<String> {
    let imported = dependencies(manifest, &["dependencies", "build-dependencies", "dev-dependencies"]);
    let imported = ROOMS.iter().filter(|other| imported.contains(&other.package()));
    imported
        .filter(|other| other.level >= room.level)
        .map(|other| format!("{} (level {}) imports {} (level {})", room.name, room.level, other.name, other.level))
        .collect()
}

/// Dependencies that a room must not have. Its tests may.
fn forbidden_dependencies(room: &Room, manifest: &toml::Table) -> Vec<String> {
    let packages = dependencies(manifest, &["dependencies", "build-dependencies"]);
    let packages = packages.into_iter().map(|package| package.replace('-', "_"));
    packages
        .filter(|package| room.must_not.concat().contains(&package.as_str()))
        .map(|package| format!("{} must not depend on {package}", room.name))
        .collect()
}

fn forbidden_names(room: &Room, path: &Path, source: &Source) -> Vec<String> {
    let named = room.must_not.iter().copied().flatten().filter(|name| names(&source.code, name));
    named.map(|name| format!("{}: {} must not know `{name}`", path.display(), room.name)).collect()
}

/// Whether code names a type, or a crate or module at the head of a path: `http::Uri`, but not a variable `http`.
fn names(code: &str, name: &str) -> bool {
    let is_part_of_a_name = |character: char| character.is_alphanumeric() || character == '_';
    let is_type = name.starts_with(char::is_uppercase);
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        let ends = if is_type { !after.starts_with(is_part_of_a_name) } else { after.starts_with("::") };
        ends && !before.ends_with(is_part_of_a_name)
    })
}

/// Whether a literal is a statement and not merely a sentence that begins like one.
fn is_sql(literal: &str) -> bool {
    let words: Vec<&str> = literal.split_whitespace().collect();
    let is = |index: usize, word: &str| words.get(index).is_some_and(|found| found.eq_ignore_ascii_case(word));
    let keyword = |word: &str| words.len() > 1 && words[0] == word;
    let has_from = words.iter().any(|word| word.eq_ignore_ascii_case("from"));
    keyword("SELECT")
        || keyword("WITH")
        || (keyword("select") && has_from)
        || (is(0, "insert") && is(1, "into"))
        || (is(0, "delete") && is(1, "from"))
        || (is(0, "update") && is(2, "set"))
}

/// The packages that a manifest names in these tables, for all platforms, by their real names.
fn dependencies(manifest: &toml::Table, tables: &[&str]) -> Vec<String> {
    let platforms = manifest.get("target").and_then(toml::Value::as_table);
    let platforms = platforms.into_iter().flat_map(toml::Table::values).filter_map(toml::Value::as_table);
    let tables = std::iter::once(manifest)
        .chain(platforms)
        .flat_map(|scope| tables.iter().filter_map(|name| scope.get(*name)).filter_map(toml::Value::as_table));
    let real_name = |(name, value): (&String, &toml::Value)| {
        value.get("package").and_then(toml::Value::as_str).unwrap_or(name).to_owned()
    };
    tables.flatten().map(real_name).collect()
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the workspace")
}

/// Every manifest by the folder of its crate.
fn manifests() -> BTreeMap<String, toml::Table> {
    let crates =
        fs::read_dir(workspace().join("crates")).expect("crates/").map(|entry| entry.expect("an entry of crates/"));
    let manifest = |folder: fs::DirEntry| {
        let name = folder.file_name().into_string().expect("a crate's name in UTF-8");
        let text = fs::read_to_string(folder.path().join("Cargo.toml")).expect("a manifest");
        (name, text.parse().expect("valid TOML"))
    };
    crates.filter(|entry| entry.path().join("Cargo.toml").exists()).map(manifest).collect()
}

/// Every production file: its room, its path in the workspace and its text.
fn sources() -> Vec<(&'static Room, PathBuf, String)> {
    let mut found = Vec::new();
    for room in &ROOMS {
        let mut folders = vec![workspace().join("crates").join(room.name).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder of sources") {
                let path = entry.expect("an entry").path();
                let is_test = path.file_stem().is_some_and(|name| name == "tests" || name == "test");
                if path.is_dir() && !is_test {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test {
                    let text = fs::read_to_string(&path).expect("a source file in UTF-8");
                    let path = path.strip_prefix(workspace()).expect("a path in the workspace").to_owned();
                    found.push((room, path, text));
                }
            }
        }
    }
    assert!(found.len() >= ROOMS.len(), "no sources found");
    found
}
