//! The layers, the refusals and their places.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use super::{Configuration, DATA_DIR, DATABASE, DatabaseUrl, Key, LISTEN, LogFormat, PREFIX, SECTIONS, Sources};

/// Loads from these files, variables and options; a fault is one text.
pub(super) fn load(
    files: &[(&str, &str)],
    variables: &[(&str, &str)],
    options: &[(Key, &str)],
) -> Result<Configuration, String> {
    let files: BTreeMap<_, _> = files.iter().copied().collect();
    let read_file = |path: &Path| match path.to_str().and_then(|path| files.get(path)) {
        Some(text) => Ok((*text).to_owned()),
        None => Err(io::Error::from(io::ErrorKind::NotFound)),
    };
    let own = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    Configuration::load(&Sources {
        options: options.iter().map(|(key, text)| (*key, (*text).to_owned())).collect(),
        environment: variables.iter().map(own).collect(),
        read_file: &read_file,
        cores: 3,
    })
    .map_err(|problems| problems.to_string())
}

const FILE: &str = "./data/anteroom.toml";

#[track_caller]
pub(super) fn refused(files: &[(&str, &str)], variables: &[(&str, &str)], parts: &[&str]) {
    let error = load(files, variables, &[]).expect_err("a refusal");
    for part in parts {
        assert!(error.contains(part), "{part} is not in: {error}");
    }
}

#[test]
fn nothing_said_means_the_defaults() {
    let configuration = load(&[], &[("PATH", "/bin")], &[]).expect("the defaults");
    assert_eq!(configuration.file, None);
    assert_eq!(configuration.server.listen.to_string(), "127.0.0.1:8480");
    assert_eq!(configuration.server.tls_listen.expect("TLS").to_string(), "127.0.0.1:8443");
    assert_eq!(configuration.server.request_body_limit, 1024 * 1024);
    assert_eq!(configuration.database.url, DatabaseUrl::Sqlite("./data/anteroom.db".into()));
    assert_eq!(configuration.security.master_key_file, Path::new("./data/master.key"));
    assert_eq!(configuration.security.password_workers, 3);
    assert_eq!(configuration.log.format, LogFormat::Text);
    assert!(configuration.first_administrator.email.is_none());
}

#[test]
fn the_command_line_is_stronger_than_the_environment_and_that_than_the_file() {
    let file = (FILE, "[server]\nlisten = '127.0.0.1:1'\nrequest_timeout_seconds = 1\n[log]\nformat = 'json'\n");
    let variables = [("ANTEROOM_LISTEN", "127.0.0.1:2"), ("ANTEROOM_REQUEST_TIMEOUT_SECONDS", "2")];
    let configuration = load(&[file], &variables, &[(LISTEN, "127.0.0.1:3")]).expect("three layers");
    assert_eq!(configuration.file.as_deref(), Some(Path::new(FILE)));
    assert_eq!(configuration.server.listen.port(), 3);
    assert_eq!(configuration.server.request_timeout.as_secs(), 2);
    assert_eq!(configuration.log.format, LogFormat::Json);
}

#[test]
fn defaults_follow_the_data_folder() {
    let configuration = load(&[("/d/anteroom.toml", "")], &[], &[(DATA_DIR, "/d")]).expect("another folder");
    assert!(configuration.file.is_some());
    assert_eq!(configuration.database.url, DatabaseUrl::Sqlite("/d/anteroom.db".into()));
    assert_eq!(configuration.security.master_key_file, Path::new("/d/master.key"));
}

#[test]
fn a_named_file_must_be_there() {
    refused(&[], &[("ANTEROOM_CONFIG", "/etc/a.toml")], &["/etc/a.toml: cannot be read"]);
}

#[test]
fn every_unknown_name_is_refused_with_its_place() {
    let file = "typo = 1\n[servr]\n[server]\nlisen = 'x'\n[start]\nadmin_email = 'a@b.c'\n[log]\nlevel_file = 'x'\n";
    refused(
        &[(FILE, file)],
        &[("ANTEROOM_LISTEM", "x"), ("ANTEROOM_LISTEN_FILE", "x")],
        &[
            "./data/anteroom.toml, \"typo\": is not a section",
            "./data/anteroom.toml, \"servr\": is not a section; the sections are [server], [database]",
            "./data/anteroom.toml, section [server], key \"lisen\": is not known; the keys of [server] are data_dir",
            "./data/anteroom.toml, \"start\": is not a section",
            "section [log], key \"level_file\": is not known",
            "environment variable ANTEROOM_LISTEM: there is no such setting",
            "environment variable ANTEROOM_LISTEN_FILE: there is no such setting",
        ],
    );
}

#[test]
fn wrong_types_and_values_name_their_place() {
    let types = "[server]\nlisten = 8480\nrequest_body_limit = '1 MiB'\ntrusted_proxies = ['10.0.0.0/8', 5]\n";
    refused(
        &[(FILE, types)],
        &[],
        &[
            "key \"listen\": must be a string",
            "key \"request_body_limit\": must be a whole number, without quotes",
            "key \"trusted_proxies\": must be an array of strings only",
        ],
    );
    refused(
        &[(FILE, "[server]\nlisten = '8480'\n[log]\nlevel = 'loud'\n")],
        &[("ANTEROOM_DATABASE", "x")],
        &[
            "section [server], key \"listen\": must be an IP address and a port",
            "section [log], key \"level\": must be off, error",
            "environment variable ANTEROOM_DATABASE: must be sqlite:PATH",
        ],
    );
}

#[test]
fn bad_toml_is_refused_by_line_without_quoting_it() {
    let error = load(&[(FILE, "[database]\nurl = \"postgres://a:pa55@b/c\n")], &[], &[]).expect_err("broken TOML");
    assert!(error.contains("./data/anteroom.toml, line 2: "), "{error}");
    assert!(!error.contains("pa55"), "{error}");
}

#[test]
fn a_secret_may_stand_in_a_file_of_its_own() {
    let url = "postgres://a:pa55@b/c";
    let files = [(FILE, "[database]\nurl_file = '/run/url'\n"), ("/run/url", "postgres://a:pa55@b/c\r\n")];
    let configuration = load(&files, &[("ANTEROOM_ADMIN_PASSWORD_FILE", "/run/url")], &[]).expect("a secret file");
    assert!(matches!(&configuration.database.url, DatabaseUrl::Postgres(secret) if secret.expose() == url));
    assert_eq!(configuration.first_administrator.password.as_ref().map(super::Secret::expose), Some(url));
    assert!(!format!("{configuration:?}").contains("pa55"));

    let stronger = load(&files, &[], &[(DATABASE, "sqlite:a.db")]).expect("the option wins over the file's secret");
    assert_eq!(stronger.database.url, DatabaseUrl::Sqlite("a.db".into()));

    let both = [("ANTEROOM_DATABASE", "sqlite:a.db"), ("ANTEROOM_DATABASE_FILE", "/run/url")];
    refused(&files, &both, &["environment variable ANTEROOM_DATABASE_FILE: the value is also given directly"]);
    refused(&[], &[("ANTEROOM_DATABASE_FILE", "/none")], &["ANTEROOM_DATABASE_FILE: cannot read /none"]);
}

#[test]
fn empty_switches_off_what_is_optional() {
    let configuration = load(&[(FILE, "[server]\ntls_listen = ''\n")], &[("ANTEROOM_PUBLIC_URL", "")], &[]);
    let configuration = configuration.expect("no TLS");
    assert_eq!(configuration.server.tls_listen, None);
    assert_eq!(configuration.server.public_url, None);
    let unlimited = load(&[], &[("ANTEROOM_MANAGEMENT_RATE_LIMIT_BURST", "0")], &[]).expect("no limit");
    assert_eq!(unlimited.management.rate_limit, None);
}

#[test]
fn names_are_ours_and_said_once() {
    let mut variables = BTreeSet::new();
    for section in SECTIONS {
        let mut names = BTreeSet::new();
        for key in section.keys {
            assert!(key.variable.starts_with(PREFIX), "{}", key.variable);
            assert!(variables.insert(key.variable.to_owned()), "{} twice", key.variable);
            assert!(names.insert(key.name.to_owned()), "{} twice in [{}]", key.name, section.name);
            if key.secret {
                assert!(variables.insert(key.file_variable()), "{} twice", key.file_variable());
                assert!(names.insert(key.file_name()), "{} twice in [{}]", key.file_name(), section.name);
            }
        }
    }
}
