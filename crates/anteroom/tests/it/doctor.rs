//! `anteroom doctor`: what it finds, and that it changes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anteroom_crypto::MasterKey;
use anteroom_store::DatabaseUrl;

use crate::copy::run;
use crate::harness::engine::{Database, create_postgres_with};
use crate::harness::{Engine, SeededRandom, World};

/// A data folder as a first start leaves it, and its database.
struct Installation {
    folder: tempfile::TempDir,
    database: Database,
}

impl Installation {
    async fn on(engine: Engine) -> Self {
        let database = World::on(engine).await.database().await;
        if let DatabaseUrl::Sqlite(path) = &database.url {
            set_mode(path, 0o600);
        }
        let installation = Self { folder: tempfile::tempdir().expect("a folder"), database };
        installation.write_key("master key");
        installation
    }

    fn write_key(&self, seed: &'static str) {
        let path = self.master_key();
        fs::write(&path, MasterKey::generate(&SeededRandom::new(seed)).encode().as_bytes()).expect("a key file");
        set_mode(&path, 0o600);
    }

    fn master_key(&self) -> PathBuf {
        self.folder.path().join("master.key")
    }

    fn examine(&self) -> (Option<i32>, String) {
        examine(self.folder.path(), &self.database.url)
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

/// The exit status and what was printed.
fn examine(folder: &Path, database: &DatabaseUrl) -> (Option<i32>, String) {
    let url = match database {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
        DatabaseUrl::Postgres(url) => url.clone(),
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    let output = command.arg("doctor").arg("--data-dir").arg(folder).args(["--database", &url]).output();
    let output = output.expect("the command");
    (output.status.code(), String::from_utf8(output.stdout).expect("text"))
}

/// The one line that says fail.
#[track_caller]
fn only_failure((status, text): (Option<i32>, String)) -> String {
    let failures: Vec<_> = text.lines().filter(|line| line.starts_with("fail")).collect();
    assert_eq!((status, failures.len()), (Some(1), 1), "{text}");
    failures[0].to_owned()
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.map(|path| (path.clone(), fs::read(path).expect("a file"))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn finds_nothing_wrong_and_changes_nothing() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let installation = Installation::on(engine).await;
        let folder_of_database = match &installation.database.url {
            DatabaseUrl::Sqlite(path) => path.parent().expect("a folder").to_owned(),
            DatabaseUrl::Postgres(_) => installation.folder.path().to_owned(),
        };
        let before = (files(installation.folder.path()), files(&folder_of_database));
        let (status, text) = installation.examine();
        assert_eq!(status, Some(0), "{text}");
        assert!(text.lines().count() > 7 && text.lines().all(|line| line.starts_with("ok    ")), "{text}");
        assert_eq!(before, (files(installation.folder.path()), files(&folder_of_database)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn finds_files_that_others_may_read() {
    let installation = Installation::on(Engine::Sqlite).await;
    set_mode(&installation.master_key(), 0o644);
    let found = only_failure(installation.examine());
    assert!(found.contains("master.key") && found.contains("chmod 600"), "{found}");

    set_mode(&installation.master_key(), 0o600);
    for name in ["ca-key.pem", "tls-key.pem", "management-key.json"] {
        let path = installation.folder.path().join(name);
        fs::write(&path, "secret").expect("written");
        set_mode(&path, 0o640);
        let found = only_failure(installation.examine());
        assert!(found.contains(name) && found.contains("chmod 600"), "{found}");
        fs::remove_file(path).expect("removed");
    }
    let DatabaseUrl::Sqlite(path) = &installation.database.url else { panic!("not a file") };
    set_mode(path, 0o604);
    let found = only_failure(installation.examine());
    assert!(found.contains("anteroom.db") && found.contains("chmod 600"), "{found}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn says_where_mails_go_and_finds_a_password_that_others_may_read() {
    let installation = Installation::on(Engine::Sqlite).await;
    let (status, text) = installation.examine();
    assert!(status == Some(0) && text.contains("ok    mail: written to "), "{text}");
    let path = installation.folder.path().join("anteroom.toml");
    fs::write(&path, "[mail]\nsmtp_url = 'smtp://robot:pa55@mail.example.org'\nfrom = 'a@example.org'\n")
        .expect("written");
    set_mode(&path, 0o600);
    let (status, text) = installation.examine();
    assert!(status == Some(0) && !text.contains("pa55"), "{text}");
    assert!(text.contains("ok    mail: sent by mail.example.org:587 (STARTTLS) as a@example.org"), "{text}");
    set_mode(&path, 0o640);
    let found = only_failure(installation.examine());
    assert!(found.contains("mail server's password") && found.contains("chmod 600"), "{found}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn finds_another_master_key() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let installation = Installation::on(engine).await;
        installation.write_key("another key");
        let found = only_failure(installation.examine());
        assert!(found.contains("master.key") && found.contains("put back"), "{found}");
        fs::remove_file(installation.master_key()).expect("removed");
        assert!(only_failure(installation.examine()).contains("master.key"));
        assert!(!installation.master_key().exists());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn finds_tenants_without_keys_and_without_administrators() {
    let installation = Installation::on(Engine::Sqlite).await;
    let url = &installation.database.url;
    run(url, "UPDATE signing_key SET state = 'previous' WHERE tenant_id = 2 AND algorithm = 'ES256'").await;
    let found = only_failure(installation.examine());
    assert!(found.contains("signing keys") && found.contains("other") && !found.contains("default"), "{found}");
    run(url, "UPDATE signing_key SET state = 'current'").await;
    run(url, "UPDATE users SET status = 'suspended' WHERE platform_role = 'super_admin'").await;
    let found = only_failure(installation.examine());
    assert!(found.contains("recover-admin"), "{found}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn finds_a_database_that_this_release_cannot_use() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let installation = Installation::on(engine).await;
        let url = &installation.database.url;
        run(url, "UPDATE installation SET schema_version = 1000").await;
        assert_eq!(installation.examine().0, Some(0), "a later release that still works with this one");
        run(url, "UPDATE installation SET oldest_binary = 1000").await;
        assert!(only_failure(installation.examine()).contains("later release"));
        run(url, "UPDATE installation SET schema_version = 0, oldest_binary = 0").await;
        assert!(only_failure(installation.examine()).contains("anteroom migrate"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn finds_postgres_databases_that_know_no_letters() {
    let installation = Installation::on(Engine::Postgres).await;
    for (words, says) in [
        ("LOCALE 'C' TEMPLATE template0", "LOCALE 'C.UTF-8'"),
        ("ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0", "ENCODING 'UTF8'"),
    ] {
        let url = create_postgres_with(words).await;
        for words in ["", "CREATE EXTENSION pg_trgm"] {
            run(&url, words).await;
            let (status, text) = examine(installation.folder.path(), &url);
            let found = text.lines().find(|line| line.starts_with("fail  encoding and locale"));
            assert!(status == Some(1) && found.is_some_and(|line| line.contains(says)), "{text}");
            assert!(text.contains("fail  schema"), "it must not have been migrated: {text}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn finds_that_there_is_nothing_and_makes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let none = folder.path().join("none");
    let (status, text) = examine(&none, &DatabaseUrl::Sqlite(none.join("anteroom.db")));
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("fail  data folder") && text.contains("fail  database"), "{text}");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);

    let nowhere = DatabaseUrl::Postgres("postgres://anteroom:pa55@127.0.0.1:1/anteroom".to_owned());
    let found = examine(folder.path(), &nowhere);
    assert!(!found.1.contains("pa55"));
    assert!(only_failure(found).contains("database postgres://127.0.0.1:1/anteroom"));
}
