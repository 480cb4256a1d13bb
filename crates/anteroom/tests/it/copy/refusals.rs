//! What is not copied, and that nothing of it is left behind.

use std::path::Path;
use std::process::{Command, Output};

use anteroom_store::copy::{CopyError, copy};
use anteroom_store::{DatabaseUrl, Db};

use super::{assert_same, contents, run};
use crate::harness::engine::Database;
use crate::harness::{Engine, World};

async fn full(engine: Engine) -> Database {
    World::on(engine).await.database().await
}

async fn refused(from: &DatabaseUrl, to: &DatabaseUrl) -> CopyError {
    let source = Db::open_for_reading(from, 2).expect("the source");
    let target = Db::open(to, 2).expect("the target");
    target.migrate().await.expect("a schema");
    let before = contents(to).await;
    assert!(!before.is_empty());
    let error = copy(&source, &target, |_, _| ()).await.expect_err("a refusal");
    assert_same(&before, &contents(to).await);
    error
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_with_rows_is_not_filled() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let (from, to) = (full(engine).await, full(engine).await);
        let error = refused(&from.url, &to.url).await;
        assert!(matches!(error, CopyError::NotEmpty("tenant")), "{error}");
        // Nor onto itself.
        assert!(matches!(refused(&to.url, &to.url).await, CopyError::NotEmpty("tenant")));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_breaks_off_leaves_nothing() {
    let from = full(Engine::Sqlite).await;
    // SQLite keeps this character, PostgreSQL does not.
    run(&from.url, "UPDATE users SET nickname = 'a' || char(0) WHERE key = (SELECT max(key) FROM users)").await;
    let to = Database::empty(Engine::Postgres).await;
    let error = refused(&from.url, &to.url).await;
    assert!(matches!(error, CopyError::Target(_)), "{error}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_leaves_nothing() {
    let from = full(Engine::Postgres).await;
    run(&from.url, "ALTER TABLE event_detail ALTER COLUMN ip TYPE inet USING NULL").await;
    let to = Database::empty(Engine::Sqlite).await;
    let error = refused(&from.url, &to.url).await;
    assert!(matches!(error, CopyError::Source(_)), "{error}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_schema_is_not_copied() {
    let from = full(Engine::Sqlite).await;
    run(&from.url, "UPDATE installation SET schema_version = schema_version + 1").await;
    let to = Database::empty(Engine::Sqlite).await;
    let error = refused(&from.url, &to.url).await;
    assert!(matches!(error, CopyError::Schemas { .. }), "{error}");
}

fn anteroom_copy(from: &str, to: &Path) -> Output {
    let to = format!("sqlite:{}", to.display());
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command.args(["copy", "--from", from, "--to", &to]).output().expect("the command")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_says_what_it_copied_and_what_it_did_not() {
    let source = full(Engine::Sqlite).await;
    let DatabaseUrl::Sqlite(path) = &source.url else { panic!("not a file") };
    let folder = tempfile::tempdir().expect("a folder");
    let (from, to) = (format!("sqlite:{}", path.display()), folder.path().join("copy.db"));

    let output = anteroom_copy(&from, &to);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{output:?}");
    assert!(text.lines().any(|line| line.split_whitespace().eq(["tenant", "2"])), "{text}");
    assert!(text.contains("they agree"), "{text}");
    // What matters stands in the one file.
    let log = std::fs::metadata(folder.path().join("copy.db-wal"));
    assert!(log.is_err() || log.is_ok_and(|log| log.len() == 0));

    let again = anteroom_copy(&from, &to);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("not empty"), "{again:?}");

    let missing = folder.path().join("missing.db");
    let output = anteroom_copy(&format!("sqlite:{}", missing.display()), &folder.path().join("other.db"));
    assert_eq!(output.status.code(), Some(1));
    assert!(!missing.exists() && !folder.path().join("other.db").exists());
}
