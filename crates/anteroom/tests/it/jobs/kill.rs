//! A server that is killed in the middle of an import, and in the middle of an export: both go on at the next start, and
//! every user is made once and written once.

use std::collections::BTreeSet;
use std::time::Duration;

use anteroom_model::TenantId;
use anteroom_store::{DatabaseUrl, Db, job};
use serde_json::{Value, json};

use super::{form, form_type, ids};
use crate::engine_room::process::{Client, Process};
use crate::engine_room::raw;
use crate::harness::Engine;
use crate::harness::engine::Database;

/// Users to import.
const USERS: usize = 8_000;
/// How often the server is killed in each job.
const KILLS: usize = 2;

async fn get(client: &mut Client, path: &str) -> Value {
    let (status, body) = client.send("GET", path, None).await.expect("an answer");
    assert_eq!(status, 200, "{body}");
    body
}

/// As if the minute were over for which a killed process holds its job.
async fn free(database: &DatabaseUrl) {
    let text = "UPDATE job SET lease_until = 0 WHERE status = 'processing'";
    match database {
        DatabaseUrl::Sqlite(_) => drop(raw::sqlite(database).execute(text, []).expect("a change")),
        DatabaseUrl::Postgres(_) => drop(raw::connect(database).await.execute(text, &[]).await.expect("a change")),
    }
}

/// Kills the server whenever the job has come further, and starts it again; then waits for the job's end.
async fn kill_in_the_middle(mut process: Process, job: &Value, start: impl AsyncFn() -> Process) -> Process {
    let path = format!("/api/v2/jobs/{}", job["id"].as_str().expect("an id"));
    let (mut kills, mut last) = (0, 0);
    loop {
        let mut client = process.connect().await;
        let seen = get(&mut client, &path).await;
        let done = seen["percentage_done"].as_i64().unwrap_or(0);
        if seen["status"] == "completed" {
            break;
        }
        assert_ne!(seen["status"], "failed", "{seen}");
        if seen["status"] == "processing" && done > last && kills < KILLS {
            process.kill();
            (kills, last) = (kills + 1, done);
            process = start().await;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(kills > 0, "the job was done before the server could be killed");
    process
}

async fn jobs_go_on(engine: Engine) {
    let database = Database::empty(engine).await;
    let url = match &database.url {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
        DatabaseUrl::Postgres(url) => url.clone(),
    };
    let folder = tempfile::tempdir().expect("a folder");
    let start = async || {
        free(&database.url).await;
        Process::start(folder.path(), &url, &[]).await
    };
    let process = Process::start(folder.path(), &url, &[]).await;
    let mut client = process.connect().await;
    let connection = get(&mut client, "/api/v2/connections").await[0]["id"].as_str().expect("an id").to_owned();
    let lines: String =
        (0..USERS).map(|number| format!("{}\n", json!({"email": format!("n{number}@example.com")}))).collect();
    let body = form(&[("connection_id", "", &connection), ("users", "; filename=\"a.ndjson\"", &lines)]);
    let (status, import) =
        client.send_bytes("POST", "/api/v2/jobs/users-imports", &form_type(), &body).await.expect("an answer");
    assert_eq!(status, 202, "{import}");
    let process = kill_in_the_middle(process, &import, &start).await;
    let mut client = process.connect().await;
    let done = get(&mut client, &format!("/api/v2/jobs/{}", import["id"].as_str().expect("an id"))).await;
    assert_eq!(done["summary"], json!({"failed": 0, "updated": 0, "inserted": USERS, "total": USERS}));
    let page = get(&mut client, "/api/v2/users?include_totals=true&per_page=1").await;
    assert_eq!(page["total"], USERS + 1);

    let (_, export) = client.send("POST", "/api/v2/jobs/users-exports", Some(&json!({}))).await.expect("an answer");
    let process = kill_in_the_middle(process, &export, &start).await;
    drop(process);
    let db = Db::open(&database.url, 1).expect("the database");
    let session = db.session().await.expect("a session");
    let (connection, id) = (session.connection(), export["id"].as_str().expect("an id"));
    let mut text = Vec::new();
    for tenant in (0..9).map(TenantId) {
        let Some(stored) = job::find_stored(&connection, tenant, id).await.expect("a database") else { continue };
        let mut position = 0;
        while let Some(piece) = job::chunk(&connection, tenant, stored.key, position).await.expect("a database") {
            text.extend(piece);
            position += 1;
        }
    }
    let found = ids(&String::from_utf8(text).expect("text"));
    assert_eq!((found.len(), found.iter().collect::<BTreeSet<_>>().len()), (USERS + 1, USERS + 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_go_on_after_a_kill_on_sqlite() {
    jobs_go_on(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_go_on_after_a_kill_on_postgres() {
    jobs_go_on(Engine::Postgres).await;
}
