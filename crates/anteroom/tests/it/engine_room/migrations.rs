//! The schema: made once however many begin at the same moment, and refused where it would not work.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Barrier};

use anteroom_store::migration::SCHEMA_VERSION;
use anteroom_store::{DatabaseUrl, Db, Error, Sql};

use super::notes::act;
use super::raw;
use crate::harness::Engine;
use crate::harness::engine::{Database, create_postgres_with};

/// The last step that took something away.
const OLDEST_BINARY: i64 = 5;

/// `anteroom migrate`, as another process.
fn migrate(url: &DatabaseUrl, folder: &Path) -> Command {
    let url = match url {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
        DatabaseUrl::Postgres(url) => url.clone(),
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command
        .args(["migrate", "--database", &url, "--data-dir"])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

async fn eight_processes_migrate_one_database(engine: Engine) {
    let database = Database::empty(engine).await;
    let folder = tempfile::tempdir().expect("a folder");
    let started: Vec<_> = (0..8).map(|_| migrate(&database.url, folder.path()).spawn().expect("a process")).collect();
    for process in started {
        let output = process.wait_with_output().expect("an end");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let schema = Db::open(&database.url, 1).expect("a database").schema().await.expect("a schema");
    assert_eq!((schema.version, schema.oldest_binary), (SCHEMA_VERSION, OLDEST_BINARY));
}

#[tokio::test]
async fn eight_processes_migrate_one_sqlite_file_at_once() {
    eight_processes_migrate_one_database(Engine::Sqlite).await;
}

#[tokio::test]
async fn eight_processes_migrate_one_postgres_database_at_once() {
    eight_processes_migrate_one_database(Engine::Postgres).await;
}

/// Closer together than processes start: all open the same empty database at one moment, again and again.
async fn many_open_and_migrate_one_database(engine: Engine) {
    for _ in 0..5 {
        let database = Database::empty(engine).await;
        let barrier = Arc::new(Barrier::new(8));
        let running: Vec<_> = (0..8)
            .map(|_| {
                let (barrier, url, runtime) =
                    (Arc::clone(&barrier), database.url.clone(), tokio::runtime::Handle::current());
                std::thread::spawn(move || {
                    barrier.wait();
                    let db = Db::open(&url, 1)?;
                    runtime.block_on(db.migrate())
                })
            })
            .collect();
        for migrated in running {
            let migrated =
                tokio::task::spawn_blocking(move || migrated.join().expect("a panic")).await.expect("an end");
            assert_eq!(migrated.expect("is migrated").version, SCHEMA_VERSION);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_open_and_migrate_one_sqlite_file_at_the_same_moment() {
    many_open_and_migrate_one_database(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_open_and_migrate_one_postgres_database_at_the_same_moment() {
    many_open_and_migrate_one_database(Engine::Postgres).await;
}

/// Every table, index and column of the database, in words.
async fn layout(db: &Db) -> Vec<String> {
    let text = match db.dialect() {
        anteroom_store::Dialect::Sqlite => "SELECT name || coalesce(sql, '') FROM sqlite_schema ORDER BY 1",
        anteroom_store::Dialect::Postgres => {
            "SELECT c.relname || a.attname || a.attnum FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid \
             WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1"
        }
    };
    let session = db.session().await.expect("a session");
    let rows: Vec<(String,)> = session.connection().all(Sql::new(text)).await.expect("a layout");
    rows.into_iter().map(|(row,)| row).collect()
}

async fn set_installation(db: &Db, version: i64, oldest_binary: i64) {
    let work = act(move |connection| {
        let sql = Sql::new("UPDATE installation SET schema_version = ").bind(version).push(", oldest_binary = ");
        Box::pin(connection.execute_one(sql.bind(oldest_binary)))
    });
    db.write(work).await.expect("is written");
}

async fn a_second_migration_does_nothing(engine: Engine) {
    let database = Database::empty(engine).await;
    let db = Db::open(&database.url, 2).expect("a database");
    assert_eq!(db.schema().await.expect("an answer").version, 0);
    let first = db.migrate().await.expect("a schema");
    let layout_before = layout(&db).await;
    assert!(layout_before.len() > 30, "{layout_before:?}");
    assert_eq!(db.migrate().await.expect("a schema"), first);
    assert_eq!(db.schema().await.expect("a schema"), first);
    assert_eq!(layout(&db).await, layout_before);
}

#[tokio::test]
async fn a_second_migration_does_nothing_on_sqlite() {
    a_second_migration_does_nothing(Engine::Sqlite).await;
}

#[tokio::test]
async fn a_second_migration_does_nothing_on_postgres() {
    a_second_migration_does_nothing(Engine::Postgres).await;
}

async fn newer_databases_are_used_where_they_allow_it_and_refused_where_not(engine: Engine) {
    let database = Database::empty(engine).await;
    let db = Db::open(&database.url, 2).expect("a database");
    db.migrate().await.expect("a schema");
    let newer = SCHEMA_VERSION + 1;
    // The next release only added to the schema.
    set_installation(&db, newer, SCHEMA_VERSION).await;
    let found = db.migrate().await.expect("is accepted");
    assert_eq!((found.version, found.oldest_binary), (newer, SCHEMA_VERSION));
    assert_eq!(db.schema().await.expect("a schema"), found, "what the newer one wrote stays");
    // The one after it took something away that this one uses.
    set_installation(&db, newer + 1, newer).await;
    let Err(Error::Unusable(message)) = db.migrate().await else { panic!("is accepted") };
    for word in
        [(newer + 1).to_string(), newer.to_string(), SCHEMA_VERSION.to_string(), "use a newer release".to_owned()]
    {
        assert!(message.contains(&word), "{message}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let output = migrate(&database.url, folder.path()).output().expect("an end");
    assert!(
        !output.status.success() && String::from_utf8_lossy(&output.stderr).contains("use a newer release"),
        "{output:?}"
    );
}

#[tokio::test]
async fn newer_sqlite_files_are_used_where_they_allow_it_and_refused_where_not() {
    newer_databases_are_used_where_they_allow_it_and_refused_where_not(Engine::Sqlite).await;
}

#[tokio::test]
async fn newer_postgres_databases_are_used_where_they_allow_it_and_refused_where_not() {
    newer_databases_are_used_where_they_allow_it_and_refused_where_not(Engine::Postgres).await;
}

#[tokio::test]
async fn postgres_databases_that_could_not_find_all_names_are_refused_with_what_to_do_and_left_empty() {
    for (words, expected) in [
        ("ENCODING 'UTF8' LOCALE 'C'", "LOCALE 'C.UTF-8'"),
        ("ENCODING 'SQL_ASCII' LOCALE 'C'", "ENCODING 'UTF8'"),
        ("ENCODING 'LATIN1' LOCALE 'C'", "ENCODING 'UTF8'"),
    ] {
        let url = create_postgres_with(&format!("TEMPLATE template0 {words}")).await;
        let db = Db::open(&url, 2).expect("a database");
        let Err(Error::Unusable(message)) = db.migrate().await else { panic!("{words} is accepted") };
        assert!(message.contains(expected) && message.contains("TEMPLATE template0"), "{words}: {message}");
        assert_eq!(db.schema().await.expect("an answer").version, 0);
        let raw = raw::connect(&url).await;
        let tables = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace";
        assert_eq!(raw.query_one(tables, &[]).await.expect("a count").get::<_, i64>(0), 0, "{words}");
    }
}
