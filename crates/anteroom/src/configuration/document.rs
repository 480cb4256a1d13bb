//! `docs/configuration.md`, made from the table of settings.

use std::fmt::Write;
use std::path::Path;

use super::key::{Key, Kind};
use super::{Configuration, SECTIONS, Sources};

const INTRODUCTION: &str = "\
# Configuration

<!-- Made from the table of settings in crates/anteroom/src/configuration.
     To renew it: RENEW_DOCS=1 cargo test -p anteroom configuration_document -->

Anteroom runs without any configuration. What you want otherwise is said in three places, the later ones being stronger:

1. the **file** `anteroom.toml` in the data folder, or the one named by `--config` or `ANTEROOM_CONFIG`;
2. **environment variables** that begin with `ANTEROOM_`;
3. **options** of the command line.

An unknown section, key or `ANTEROOM_` variable stops the start and is named. A setting that may hold a secret can also be
given as the path of a file that holds it: `KEY_file` in the file, `VARIABLE_FILE` in the environment. In the environment,
a list is one text separated by commas.
";

fn document() -> String {
    let mut out = INTRODUCTION.to_owned();
    for section in SECTIONS {
        let title = if section.in_file { format!("`[{}]`", section.name) } else { "At the start".to_owned() };
        let _ = write!(out, "\n## {title}\n\n{}\n\n", section.meaning);
        out.push_str(if section.in_file { "| key | variable, option |" } else { "| variable, option |" });
        out.push_str(" default | meaning |\n|---|---|---|");
        out.push_str(if section.in_file { "---|\n" } else { "\n" });
        for key in section.keys {
            if section.in_file {
                let _ = write!(out, "| {} ", with_file_form(key, key.name, &key.file_name()));
            }
            let option = key.option.map_or(String::new(), |option| format!("<br>`{option}`"));
            let variable = with_file_form(key, key.variable, &key.file_variable());
            let default = if key.default.is_empty() { String::new() } else { format!("`{}`", key.default) };
            let _ = writeln!(out, "| {variable}{option} | {default} | {} |", key.meaning);
        }
    }
    let _ = write!(out, "\n## A whole file\n\nEvery key with its default:\n\n```toml\n{}```\n", sample("# "));
    out
}

fn with_file_form(key: &Key, name: &str, file_name: &str) -> String {
    if key.secret { format!("`{name}`<br>`{file_name}`") } else { format!("`{name}`") }
}

/// A configuration file with every key, each line of a key beginning with `mark`.
fn sample(mark: &str) -> String {
    let mut out = String::new();
    for section in SECTIONS.iter().filter(|section| section.in_file) {
        let separator = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{separator}[{}]", section.name);
        for key in section.keys {
            let default = key.default.replace(super::settings::DATA_DIR, "./data").replace(super::settings::CORES, "2");
            let value = match key.kind {
                Kind::Text => format!("\"{default}\""),
                Kind::Number => default,
                Kind::List => format!("[{default}]"),
            };
            let _ = writeln!(out, "{mark}{} = {value}", key.name);
        }
    }
    out
}

#[test]
fn the_sample_file_says_the_defaults() {
    let load = |text: String| {
        let read_file = |_: &Path| Ok(text.clone());
        let sources = Sources { options: vec![], environment: vec![], read_file: &read_file, cores: 2 };
        format!("{:?}", Configuration::load(&sources).expect("a good sample"))
    };
    assert_eq!(load(sample("")), load(String::new()));
}

#[test]
fn the_configuration_document_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
    if std::env::var_os("RENEW_DOCS").is_some() {
        std::fs::write(&path, document()).expect("docs/configuration.md written");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == document(),
        "docs/configuration.md is stale; renew it: RENEW_DOCS=1 cargo test -p anteroom configuration_document"
    );
}
