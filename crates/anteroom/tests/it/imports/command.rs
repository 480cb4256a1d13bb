//! `anteroom import`, as a process.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use anteroom_store::{DatabaseUrl, Db, Sql};
use serde_json::json;

use crate::engine_room::process::Process;
use crate::engine_room::raw;
use crate::harness::Engine;
use crate::harness::engine::Database;

const MANY: usize = 20_000;

pub struct Place {
    pub database: Database,
    pub url: String,
    pub folder: tempfile::TempDir,
}

impl Place {
    pub async fn on(engine: Engine) -> Self {
        let database = Database::empty(engine).await;
        let url = match &database.url {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
            DatabaseUrl::Postgres(url) => url.clone(),
        };
        Self { database, url, folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
        command.arg("import").args(arguments).args(["--database", &self.url, "--data-dir"]).arg(self.folder.path());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn import(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the command")
    }

    pub async fn users(&self) -> i64 {
        let db = Db::open_for_reading(&self.database.url, 1).expect("a database");
        let session = db.session().await.expect("a session");
        session
            .connection()
            .one::<(i64,)>(Sql::new("SELECT count(*) FROM users"))
            .await
            .expect("a count")
            .expect("a row")
            .0
    }
}

pub fn told(output: &Output) -> (Option<i32>, String) {
    let text = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned());
    (output.status.code(), text.concat())
}

pub fn write(path: &Path, entries: impl Iterator<Item = serde_json::Value>) {
    let lines: String = entries.map(|entry| entry.to_string() + "\n").collect();
    std::fs::write(path, lines).expect("a file");
}

/// Killed again and again beside a running server, and run until it is done: every entry exactly once.
async fn a_killed_import_goes_on(engine: Engine) {
    let place = Place::on(engine).await;
    let process = Process::start(place.folder.path(), &place.url, &[]).await;
    let before = place.users().await;
    let path = place.folder.path().join("people.ndjson");
    write(
        &path,
        (0..MANY).map(|number| json!({"email": format!("p{number}@example.com"), "name": format!("Person {number}")})),
    );
    let file = path.display().to_string();
    let mut kills = 0;
    loop {
        let mut child = place.command(&[&file]).spawn().expect("the command");
        let goal = before + 3000 * (kills + 1);
        let status = loop {
            if let Some(status) = child.try_wait().expect("a status") {
                break Some(status);
            }
            if kills < 3 && place.users().await >= goal {
                child.kill().expect("killed");
                child.wait().expect("an end");
                break None;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        };
        match status {
            None => kills += 1,
            Some(status) => {
                assert!(status.success(), "{:?}", told(&child.wait_with_output().expect("output")));
                break;
            }
        }
    }
    assert!(kills > 0, "it was never killed");
    assert_eq!(place.users().await - before, MANY as i64);
    let mut client = process.connect().await;
    let (_, page) = client.send("GET", "/api/v2/users?include_totals=true&per_page=1", None).await.expect("an answer");
    assert_eq!(page["total"].as_i64(), Some(before + MANY as i64));
    let (_, found) = client.send("GET", "/api/v2/users?q=p19999", None).await.expect("an answer");
    assert_eq!(found[0]["email"], "p19999@example.com");
    process.terminate(async {}).await;
    assert_whole(&place).await;
    // Done is done: another run is another import, and finds them all there.
    let (code, text) = told(&place.import(&[&file]));
    assert_eq!(code, Some(3), "{text}");
    assert!(text.contains(&format!("0 users made, 0 changed, {MANY} entries wrong")), "{text}");
}

/// Every user has what belongs to it, and one event that tells of the making.
pub async fn assert_whole(place: &Place) {
    let db = Db::open_for_reading(&place.database.url, 1).expect("a database");
    let session = db.session().await.expect("a session");
    for half in [
        "users u WHERE u.key NOT IN (SELECT i.user_key FROM identifier i)",
        "users u WHERE NOT EXISTS (SELECT 1 FROM identity i WHERE i.user_key = u.key)",
        "users u WHERE NOT EXISTS (SELECT 1 FROM user_activity a WHERE a.user_key = u.key)",
        "users u WHERE (SELECT count(*) FROM event e WHERE e.kind = 'user.created' AND e.target_id = u.user_id) <> 1",
        "event e WHERE e.kind = 'user.created' AND NOT EXISTS (SELECT 1 FROM users u WHERE u.user_id = e.target_id)",
        "(SELECT sum(delta) AS counted FROM user_count) c WHERE counted <> (SELECT count(*) FROM users)",
    ] {
        let sql = Sql::new("SELECT count(*) FROM ").push(half);
        assert_eq!(session.connection().all::<(i64,)>(sql).await.expect(half), [(0,)], "{half}");
    }
    if let DatabaseUrl::Sqlite(_) = &place.database.url {
        let raw = raw::sqlite(&place.database.url);
        raw.execute("INSERT INTO user_search (user_search, rank) VALUES ('integrity-check', 1)", []).expect("an index");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_import_goes_on_on_sqlite() {
    a_killed_import_goes_on(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_import_goes_on_on_postgres() {
    a_killed_import_goes_on(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_trial_tells_what_would_be_and_stores_nothing() {
    let place = Place::on(Engine::Sqlite).await;
    Process::start(place.folder.path(), &place.url, &[]).await.terminate(async {}).await;
    let path = place.folder.path().join("people.csv");
    std::fs::write(&path, "Mail,Shoes\na@example.com,42\nA@example.com,43\nnobody,44\n").expect("a file");
    let file = path.display().to_string();
    let columns = ["--column", "Mail=email", "--column", "Shoes=user_metadata.shoes:number"];
    let before = place.users().await;
    let (code, text) = told(&place.import(&[&[file.as_str(), "--dry-run"], &columns[..]].concat()));
    assert_eq!(code, Some(3), "{text}");
    assert!(text.contains("nothing was stored") && text.contains("1 users made, 0 changed, 2 entries wrong"), "{text}");
    assert_eq!(place.users().await, before);
    let (code, text) = told(&place.import(&[&[file.as_str()], &columns[..]].concat()));
    assert_eq!(code, Some(3), "{text}");
    let errors = std::fs::read_to_string(format!("{file}.errors.ndjson")).expect("the errors");
    assert_eq!(errors.lines().count(), 2);
    assert!(errors.contains("DUPLICATED_USER") && errors.contains("\"entry\":3"), "{errors}");
    // Without the mapping, and with a wrong word.
    for (arguments, expected) in [
        (vec![file.as_str()], "Shoes"),
        (vec![file.as_str(), "--upsert-by", "shoes"], "external_id"),
        (vec![file.as_str(), "--column", "Mail=shoes"], "no such field"),
        (vec!["people"], "people"),
    ] {
        let (code, text) = told(&place.import(&arguments));
        assert!(code == Some(1) && text.contains(expected), "{code:?} {text}");
    }
}
