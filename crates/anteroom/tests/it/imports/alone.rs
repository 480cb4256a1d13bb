//! `anteroom import` into an empty database that nobody else has: its indexes come last, and never stay away.

use std::time::Duration;

use anteroom_store::{DatabaseUrl, Db, Dialect, Sql};
use serde_json::json;

use super::command::{Place, assert_whole, told, write};
use crate::engine_room::process::Process;
use crate::harness::Engine;

const MANY: usize = 4_000;

/// The names and words of all indexes, triggers and tables.
async fn layout(place: &Place) -> Vec<String> {
    let db = Db::open_for_reading(&place.database.url, 1).expect("a database");
    let text = match db.dialect() {
        Dialect::Sqlite => {
            "SELECT name || coalesce(sql, '') FROM sqlite_schema WHERE name <> 'user_attribute' ORDER BY 1"
        }
        Dialect::Postgres => "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    };
    let session = db.session().await.expect("a session");
    let mut found: Vec<(String,)> = session.connection().all(Sql::new(text)).await.expect("a layout");
    if db.dialect() == Dialect::Sqlite {
        let planned = "SELECT idx || ' ' || stat FROM sqlite_stat1 ORDER BY 1";
        found.extend(session.connection().all::<(String,)>(Sql::new(planned)).await.expect("what planners are told"));
    }
    found.into_iter().map(|(line,)| line).collect()
}

/// How much is there: bytes of a file, which nobody can read meanwhile, or users.
async fn progress(place: &Place) -> i64 {
    match &place.database.url {
        DatabaseUrl::Sqlite(path) => std::fs::metadata(path).map_or(0, |found| found.len() as i64 / 1024),
        DatabaseUrl::Postgres(_) => place.users().await,
    }
}

async fn an_empty_database_is_filled(engine: Engine, kills: bool) {
    let place = Place::on(engine).await;
    Process::start(place.folder.path(), &place.url, &[]).await.terminate(async {}).await;
    let (before, indexes) = (place.users().await, layout(&place).await);
    let path = place.folder.path().join("people.ndjson");
    write(
        &path,
        (0..MANY).map(|number| {
            json!({"email": format!("p{number}@example.com"), "name": format!("Person {number}"),
                "app_metadata": {"number": number, "even": number % 2 == 0}})
        }),
    );
    let file = path.display().to_string();
    if kills {
        let first = progress(&place).await;
        let mut child = place.command(&[&file]).spawn().expect("the command");
        while progress(&place).await < first + 500 && child.try_wait().expect("a status").is_none() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        child.kill().expect("killed");
        child.wait().expect("an end");
    } else {
        let (code, text) = told(&place.import(&[&file]));
        assert!(code == Some(0) && text.contains("The indexes are being made."), "{code:?} {text}");
    }
    let process = Process::start(place.folder.path(), &place.url, &[]).await;
    assert_eq!(layout(&place).await, indexes, "as it was");
    if kills {
        let (code, text) = told(&place.import(&[&file]));
        assert_eq!(code, Some(0), "{text}");
    }
    assert_eq!(place.users().await - before, MANY as i64);
    let mut client = process.connect().await;
    for query in
        ["p3999", "email:p3999%40example.com", "app_metadata.number:[3999%20TO%20*]", "name:%22Person%203999%22"]
    {
        let (_, found) = client.send("GET", &format!("/api/v2/users?q={query}"), None).await.expect("an answer");
        assert_eq!(found[0]["email"], "p3999@example.com", "{query}: {found}");
    }
    let path = "/api/v2/users?include_totals=true&per_page=1&q=app_metadata.even:true";
    let (_, page) = client.send("GET", path, None).await.expect("an answer");
    assert_eq!(page["total"], MANY / 2);
    process.terminate(async {}).await;
    assert_whole(&place).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_database_is_filled_and_its_indexes_come_last_on_sqlite() {
    an_empty_database_is_filled(Engine::Sqlite, false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_database_is_filled_and_its_indexes_come_last_on_postgres() {
    an_empty_database_is_filled(Engine::Postgres, false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn indexes_that_a_killed_import_left_come_with_the_next_start_on_sqlite() {
    an_empty_database_is_filled(Engine::Sqlite, true).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn indexes_that_a_killed_import_left_come_with_the_next_start_on_postgres() {
    an_empty_database_is_filled(Engine::Postgres, true).await;
}
